"""From which day visits are counted, and until when. The length from the report is the force's policy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.case.model import Case
from app.timekeeping import LONDON
from app.visits.cadence import cadence, due_days


@dataclass(frozen=True, slots=True)
class Window:
    """`days` days from day 1, both ends included. `source`: order or report."""

    first: date
    days: int
    source: str

    @property
    def last(self) -> date:
        return self.first + timedelta(self.days - 1)


def from_order(case: Case) -> Window | None:
    """The days of the order, s.28(10). None while no order is known on this phone."""
    if case.order_made is None or case.order_days is None:
        return None
    return Window(case.order_made.astimezone(LONDON).date(), case.order_days, "order")


def from_report(case: Case) -> Window | None:
    """The force's days from the report. None while nobody recorded when it was reported."""
    if case.report_at is None:
        return None
    return Window(case.report_at.astimezone(LONDON).date(), int(cadence()["report_days"]), "report")


def window(case: Case) -> Window | None:
    """From which day the due list is counted: the order's where there is one, else the report's."""
    return from_order(case) or from_report(case)


def further_days(case: Case, grade: str) -> tuple[date, ...]:
    """Due days after a shorter order, up to the end of the days from the report. They lengthen the
    visits, never the order."""
    order, report = from_order(case), from_report(case)
    if order is None or report is None:
        return ()
    return tuple(day for day in due_days(grade, report.first, report.days) if day > order.last)
