"""How a visit stands. Asked for with a moment; never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Case, Visit
from app.case.risk import PROTECTIVE
from app.timekeeping import LONDON


def status(visit: Visit, now: datetime) -> str:
    """planned, due, overdue, missed, done, late or cancelled.

    Overdue: the agreed time has gone and the day is not over. Missed: the day is over. Late: seen
    afterwards; a missed or late day never turns into done.
    """
    if visit.stored == "done":
        return "late" if visit.late else "done"
    if visit.stored == "cancelled":
        return "cancelled"
    today = now.astimezone(LONDON).date()
    if today > visit.due:
        return "missed"
    if visit.at and now >= visit.at:
        return "overdue"
    return "due" if today == visit.due else "planned"


OPEN = ("due", "overdue", "missed", "planned")
_LATENESS = {"missed": 0, "overdue": 1, "due": 2, "planned": 3}


@dataclass(frozen=True, slots=True)
class DueVisit:
    """A visit with its case, for a list."""

    case: Case
    visit: Visit
    status: str


def due_list(cases: Iterable[Case], now: datetime) -> list[DueVisit]:
    """Every visit not yet seen, by risk, then lateness, then day. A missed visit stays on it."""
    rows = [
        DueVisit(case, visit, how)
        for case in cases
        for visit in case.visits
        if (how := status(visit, now)) in OPEN
    ]
    return sorted(rows, key=_rank)


def _rank(row: DueVisit) -> tuple[int, int, date, str]:
    risk = PROTECTIVE.get(row.case.risk.standing or "", 0)
    return (-risk, _LATENESS[row.status], row.visit.due, row.visit.id)


def this_shift(cases: Iterable[Case], now: datetime) -> list[DueVisit]:
    """Missed, overdue and due today: what needs somebody now."""
    return [row for row in due_list(cases, now) if row.status != "planned"]


def next_due(case: Case, now: datetime) -> date | None:
    """The next open day that is not past."""
    today = now.astimezone(LONDON).date()
    days = [visit.due for visit in case.visits if visit.stored == "planned" and visit.due >= today]
    return min(days, default=None)


def order_strip(case: Case, now: datetime) -> list[tuple[date, str]]:
    """One cell a day of the order: the day, and seen, missed, planned, none or after."""
    if case.order_made is None or case.order_days is None:
        return []
    first = case.order_made.astimezone(LONDON).date()
    by_day = {visit.due: status(visit, now) for visit in case.visits}
    shown = {"done": "seen", "late": "seen", "missed": "missed", "cancelled": "none"}
    cells = []
    for number in range(28):
        day = first + timedelta(number)
        how = by_day.get(day)
        word = "none" if how is None else shown.get(how, "planned")
        cells.append((day, word if number < case.order_days else "after"))
    return cells
