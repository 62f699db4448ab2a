"""An entry in lines of key and value. Contact data, names and ids stay in their own compartment.

Danger: an address here could be read over a shoulder by whoever must not know it. What a key is not known
to be harmless for is left out by the part of its name that says what it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import kinds
from app.case import Case
from app.case.version import Version
from app.entry import Entry
from app.guidance import Guidance
from app.guidance.wording import slug
from app.visits.each_child import each_child
from sync.station.console.reading import Received
from sync.station.console.saying import clock_time, day, moment

_KEPT_AWAY = (
    "address", "phone", "number", "name", "dob", "school", "codeword", "contact", "safe_times", "staying",
    "ring", "handset", "undisclosed", "premises", "place", "sleeps", "visits", "carer", "reach", "children",
)  # fmt: skip
_IDS = frozenset({
    "item", "person", "about", "of", "of_step", "entry", "visit", "replaces", "resolves", "linked_to",
    "items", "question_version", "page", "knew", "computed", "clock",
    "ends", "for_case", "for_visit",
    "seen", "form", "event", "stands", "confirms", "rank", "ask", "asked", "asks", "says", "tasked",
})  # fmt: skip
_NAMES_NOBODY = frozenset({"role", "relationship"})

_WORDED = ("answer", "choice", "reason", "console.grade", "role")

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as it stands in the record. `versions`: all of them where it was put right."""

    what: str
    by: str
    written: str
    happened: str
    arrived: str
    lines: Sequence[Line]
    versions: Sequence[tuple[str, str, Sequence[Line]]]
    late: bool


def record(case: Case, received: Sequence[Received], guidance: Guidance) -> list[EntryRow]:
    """Every entry in the order in which it was written, but for the log of who looked."""
    ordered = sorted(received, key=lambda each: (each.entry.written_at, each.entry.stream, each.entry.seq))
    return [_row(case, each, guidance) for each in ordered if each.entry.kind != kinds.CONSULTED]


def _row(case: Case, received: Received, guidance: Guidance) -> EntryRow:
    entry = received.entry
    written, happened = moment(entry.written_at), moment(entry.happened_at)
    return EntryRow(
        what=_what(entry, guidance),
        by=entry.by,
        written=written,
        happened=happened if happened != written else "",
        arrived=clock_time(received.at) if _same_day(received.at, entry.written_at) else moment(received.at),
        lines=(*lines(entry.body, guidance), *_children(case, entry.body, guidance)),
        versions=[
            version_told(each, guidance, _children(case, each.body, guidance))
            for each in case.versions.get(entry.id, ())
        ],
        late=bool(entry.body.get("late_entry")),
    )


def _children(case: Case, body: Mapping[str, Any], guidance: Guidance) -> Sequence[Line]:
    return tuple(each_child(case, body, guidance))


def _same_day(one: datetime, other: datetime) -> bool:
    return one.astimezone(other.tzinfo).date() == other.date()


def version_told(
    version: Version, guidance: Guidance, beside: Sequence[Line] = ()
) -> tuple[str, str, Sequence[Line]]:
    """Who and when, why, and what it said; `beside` is what of it has words of its own."""
    who = f"{version.by}, {moment(version.written_at)}"
    return who, version.why or "", (*lines(version.body, guidance), *beside)


def _what(entry: Entry, guidance: Guidance) -> str:
    """The item's title where there is one; the parties by their role."""
    item = entry.body.get("item")
    if isinstance(item, str) and guidance.has(f"{item}.title"):
        inline = {role: guidance.words(f"role-inline.{role}") for role in ("victim", "suspect")}
        return guidance.words(f"{item}.title", **inline)
    key = f"console.kind.{entry.kind}"
    return guidance.words(key) if guidance.has(key) else _spoken(entry.kind)


def lines(body: Mapping[str, Any], guidance: Guidance) -> Iterator[Line]:
    """Nested values flattened, empty ones left out."""
    for key, value in body.items():
        if key in _IDS or _kept_away(key) or value in (None, "", [], {}):
            continue
        if isinstance(value, Mapping):
            yield from lines(value, guidance)
        else:
            yield _key(key, guidance), _value(value, guidance)


def _kept_away(key: str) -> bool:
    return key not in _NAMES_NOBODY and any(part in key.lower() for part in _KEPT_AWAY)


def _key(key: str, guidance: Guidance) -> str:
    return guidance.words(f"field.{key}") if guidance.has(f"field.{key}") else _spoken(key)


def _value(value: Any, guidance: Guidance) -> str:
    if isinstance(value, bool):
        return guidance.words("answer.yes" if value else "answer.no")
    if isinstance(value, list):
        return ", ".join(_value(each, guidance) for each in value)
    text = str(value)
    return _time(text) or _worded(text, guidance)


def _worded(text: str, guidance: Guidance) -> str:
    """The words of an answer or a choice; anything else as it was written."""
    wanted = [f"{text}.title", *(f"{where}.{slug(text)}" for where in _WORDED)]
    return next((guidance.words(key) for key in wanted if guidance.has(key)), text)


def _time(text: str) -> str:
    """A day or a moment in words; empty when the text is neither."""
    try:
        if len(text) == len("2026-11-24"):
            return day(date.fromisoformat(text))
        read = datetime.fromisoformat(text) if "T" in text[10:11] else None
        return moment(read) if read and read.tzinfo else ""
    except (ValueError, OverflowError):
        return ""


def _spoken(key: str) -> str:
    return key.replace("_", " ").capitalize()
