"""What a console page says of a case. No undisclosed address ever; initials in every list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app import kinds
from app.case import Case
from app.clocks.deadlines import referral_state
from app.clocks.words import moment_words, short_day
from app.court_calendar import bundled
from app.entry import Entry
from app.guidance import Guidance
from app.visits.schedule import next_due

HIDDEN = frozenset({"address", "undisclosed", "phone", "number", "safe_contact", "person", "of"})


def told_case(case: Case, now: datetime, guidance: Guidance) -> dict[str, Any]:
    due = next_due(case, now)
    missing = case.ownership.missing
    return {
        "id": case.id,
        "ref": case.ref,
        "initials": case.initials or guidance.words("role.victim"),
        "reported": moment_words(case.report_at, now) if case.report_at else "Not recorded",
        "grade": case.risk.standing or "Not graded",
        "conflict": bool(case.risk.conflict) and case.risk.resolved_by is None,
        "owner": case.ownership.owner or "Nobody yet",
        "informs": case.ownership.informs or "Nobody yet",
        "nobody": bool(missing),
        "state": referral_state(case, now, bundled()).replace("_", " "),
        "sent_at": moment_words(case.referral.sent_at, now) if case.referral.sent_at else "",
        "due": short_day(datetime.combine(due, datetime.min.time(), now.tzinfo)) if due else "None",
        "address": "Kept undisclosed" if case.undisclosed else case.address or "Not recorded",
    }


def told_entries(case: Case, entries: Sequence[Entry], guidance: Guidance) -> list[dict[str, Any]]:
    """Every entry in the order it was written, amended ones with all their versions."""
    ordered = sorted(entries, key=lambda entry: (entry.written_at, entry.stream, entry.seq))
    return [
        {
            "at": f"{entry.written_at:%d %b %Y %H:%M}",
            "happened": f"{entry.happened_at:%d %b %Y %H:%M}",
            "by": entry.by,
            "what": _what(entry, guidance),
            "lines": _lines(entry.body),
            "versions": [
                {"by": version.by, "why": version.why, "lines": _lines(version.body)}
                for version in case.versions.get(entry.id, ())
            ],
            "hash": entry.hash[:16],
        }
        for entry in ordered
        if entry.kind != kinds.CONSULTED
    ]


def _what(entry: Entry, guidance: Guidance) -> str:
    item = entry.body.get("item")
    if item:
        return guidance.words(f"{item}.title", victim="the victim", suspect="the suspect")
    return entry.kind.replace("_", " ").capitalize()


def _lines(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Key and value, nested ones flattened. Contact data stays in its own compartment."""
    hidden = HIDDEN if body.get("undisclosed") else HIDDEN - {"address"}
    lines: list[tuple[str, str]] = []
    for key, value in body.items():
        if key in hidden or key == "item" or value in (None, "", [], {}):
            continue
        if isinstance(value, Mapping):
            lines += _lines(value)
        else:
            words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            lines.append((key.replace("_", " "), words))
    return lines
