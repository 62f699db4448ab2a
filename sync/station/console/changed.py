"""Deadlines of a case that moved: both of them, why, and which officers have said that they saw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.case import Case
from app.clocks.changes import DeadlineChange, deadline_changes
from app.clocks.told import audience
from app.clocks.worked import Worked
from app.court_calendar import CourtCalendar
from app.guidance import Guidance
from sync.station.console.saying import moment


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One move. `by` and `at` are empty where a newer calendar moved it, `why` where nobody gave a reason.
    `seen` and `not_seen` are officers by their numbers."""

    clock: str
    was: str
    now: str
    by: str
    at: str
    why: str
    calendar: str
    apart: bool
    earlier: bool
    seen: Sequence[str]
    not_seen: Sequence[str]


def change_rows(case: Case, guidance: Guidance, calendar: CourtCalendar) -> list[ChangeRow]:
    """The newest of each clock last."""
    return [_row(case, each, guidance) for each in deadline_changes(case, calendar)]


def _row(case: Case, change: DeadlineChange, guidance: Guidance) -> ChangeRow:
    told = audience(case, change)
    return ChangeRow(
        clock=guidance.words(f"changed.{change.clock.partition('/')[0]}"),
        was=_ends(change.old),
        now=_ends(change.new),
        by=change.by,
        at=moment(change.at) if change.at else "",
        why=change.why,
        calendar="" if change.by else change.new.calendar,
        apart=change.apart,
        earlier=change.earlier,
        seen=told.seen,
        not_seen=told.not_seen,
    )


def _ends(worked: Worked) -> str:
    """Both answers where they differ."""
    safe = moment(worked.safe)
    return safe if worked.safe == worked.outer else f"{safe}, at the very latest {moment(worked.outer)}"
