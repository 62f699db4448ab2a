"""Welfare visits as planned, and contacts as they happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.case.version import Version


@dataclass(frozen=True, slots=True)
class VisitNote:
    """What happened at a visit or contact. Done only when seen in person and spoken to alone."""

    entry: str
    for_visit: str
    type: str
    outcome: str
    seen: bool
    alone: bool
    breach_signs: tuple[str, ...]
    note: str
    by: str
    happened_at: datetime
    written_at: datetime
    versions: tuple[Version, ...] = ()
    late_entry: bool = False

    @property
    def complete(self) -> bool:
        return self.type == "visit" and self.seen and self.alone

    @property
    def because(self) -> tuple[str, ...]:
        """Why it completes no visit: item ids, empty when it does."""
        return () if self.complete else ("wv-seen",)


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned visit. `due` is the day; `at` the agreed time where there is one.

    Stored state: planned, done, cancelled. `late` when she was seen after the due day.
    Due, overdue and missed depend on the moment: `app.visits.schedule.status(visit, now)`.
    """

    id: str
    due: date
    at: datetime | None = None
    why: str = ""
    stored: str = "planned"
    late: bool = False
    records: tuple[VisitNote, ...] = ()
    plan: str = ""
    officer: str = ""
    channel: str = ""
    of_plan: bool = False
    """Counted out by a plan, and taken off the list by a newer one while it is still to come."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One planning of the due list: the grade that it was made for, the day that it counts from and for how
    many days. `dues`: every day of it, whatever was over already."""

    entry: str
    grade: str
    made: date
    days: int
    dues: tuple[date, ...]
