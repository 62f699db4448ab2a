"""How a visit stands, and who is seen first. Asked for with a moment; never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Case, Visit
from app.timekeeping import LONDON
from app.visits.extra import outstanding

OPEN = ("due", "overdue", "missed", "planned")
_LATENESS = {"missed": 0, "overdue": 1, "due": 2, "planned": 3}
# Nobody has assessed an ungraded case yet: it stands after the high ones and before the rest.
_FIRST = {"high": 0, "": 1, "medium": 2, "standard": 3}


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


def risk_grade(case: Case) -> str:
    """The grade that stands, or that the newest plan was made for, or empty: nobody has graded."""
    planned = case.plans[-1].grade if case.plans else ""
    return case.risk.standing or planned


@dataclass(frozen=True, slots=True)
class DueVisit:
    """A visit with its case, for a list."""

    case: Case
    visit: Visit
    status: str


def due_list(cases: Iterable[Case], now: datetime) -> list[DueVisit]:
    """Every visit not yet seen, extra visits and contacts after an order included: by risk, then
    lateness, then day. A missed visit stays on it."""
    rows = [
        DueVisit(case, visit, how)
        for case in cases
        if case.referral.state != "closed"
        for visit in (*case.visits, *outstanding(case, now))
        if (how := status(visit, now)) in OPEN
    ]
    return sorted(rows, key=_rank)


def _rank(row: DueVisit) -> tuple[int, int, date, str, str]:
    return (
        _FIRST.get(risk_grade(row.case), 1),
        _LATENESS[row.status],
        row.visit.due,
        row.case.id,
        row.visit.id,
    )


def this_shift(cases: Iterable[Case], now: datetime) -> list[DueVisit]:
    """Missed, overdue and due today: what needs somebody now."""
    return needing_somebody(due_list(cases, now))


def needing_somebody(rows: Iterable[DueVisit]) -> list[DueVisit]:
    """Without those of days to come."""
    return [row for row in rows if row.status != "planned"]


def next_due(case: Case, now: datetime) -> date | None:
    """The next open day that is not past."""
    today = now.astimezone(LONDON).date()
    days = [visit.due for visit in case.visits if visit.stored == "planned" and visit.due >= today]
    return min(days, default=None)


def visit_status(case: Case, due: str, now: datetime) -> str | None:
    """How the visit of this due day (ISO) or id stands; None when nobody planned one."""
    found = next((visit for visit in case.visits if visit.id == due), None)
    return status(found, now) if found else None


def visits_due(case: Case) -> tuple[date, ...]:
    """The whole due list as last planned, whatever has been seen since."""
    return case.plans[-1].dues if case.plans else ()


def visits_added(case: Case) -> tuple[date, ...]:
    """Days added after the order."""
    return tuple(visit.due for visit in case.visits if visit.why == "extended")


def order_strip(case: Case, now: datetime) -> list[tuple[date, str]]:
    """28 cells, one a day from the day of the order: seen, missed, planned, none or after.

    Where one day has several visits the one that needs somebody shows.
    """
    if case.order_made is None or case.order_days is None:
        return []
    first = case.order_made.astimezone(LONDON).date()
    return [
        (day, day_cell(case, day, now) if number < case.order_days else "after")
        for number in range(28)
        for day in (first + timedelta(number),)
    ]


def day_cell(case: Case, day: date, now: datetime) -> str:
    """seen, missed, planned or none: how one day stands in a strip."""
    found = {status(visit, now) for visit in case.visits if visit.due == day}
    if "missed" in found:
        return "missed"
    if found & set(OPEN):
        return "planned"
    return "seen" if found & {"done", "late"} else "none"
