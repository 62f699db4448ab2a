"""Own records by where they are: those that need the officer first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.case.model import Case
from app.clocks.words import moment_words
from app.ports import RecordState, SendState
from views.parts.records import Sent
from views.saying import words
from views.services import desk, services

GROUPS = (
    ("send.needs", (SendState.NEEDS_YOU,)),
    ("send.waiting", (SendState.SENDING, SendState.ON_PHONE)),
    ("send.sent", (SendState.AT_STATION,)),
)
UNKNOWN = "kind.other"
RECEIPT = 4


def grouped(states: Sequence[RecordState]) -> list[tuple[str, list[RecordState]]]:
    """The groups that hold something, each newest first; what goes out now before what waits."""
    found = [
        (key, sorted((each for each in states if each.state in inside), key=lambda r: inside.index(r.state)))
        for key, inside in GROUPS
    ]
    return [(key, records) for key, records in found if records]


def sent_of(record: RecordState, cases: dict[str, Case | None], moment: datetime) -> Sent:
    entry = record.entry
    case = cases.setdefault(entry.case, desk().records.case(entry.case))
    key = f"kind.{entry.kind}" if services().guidance.has(f"kind.{entry.kind}") else UNKNOWN
    title = words(key)
    if case and case.initials:
        title = words("send.row.whose", what=title, whose=case.initials)
    line = [case.ref] if case and case.ref else []
    line.append(moment_words(entry.written_at, moment))
    if record.receipt:
        line.append(words("send.row.receipt", receipt=record.receipt[-RECEIPT:].upper()))
    return Sent(title, "  ".join(line), record.state, _told(record, moment), _repair(record))


def _told(record: RecordState, moment: datetime) -> str:
    if record.state is SendState.AT_STATION and record.at:
        today = record.at.date() == moment.date()
        time = f"{record.at:%H:%M}" if today else moment_words(record.at, moment)
        return words("ui.send.at-station", time=time)
    return words(f"ui.send.{record.state}")


def _repair(record: RecordState) -> str:
    """What to do, by the station's code."""
    if record.state is not SendState.NEEDS_YOU:
        return ""
    key = f"refusal.{record.code}"
    return words(key if services().guidance.has(key) else "refusal.other")
