"""From which day visits are counted, and until when. It is the force's policy: see content/cadence.toml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.timekeeping import LONDON
from app.visits.cadence import cadence, due_days

if TYPE_CHECKING:
    from app.case.model import Case


class Anchor(StrEnum):
    """What visits are counted from."""

    REPORT = "report"
    SERVICE = "service"
    ORDER = "order"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Window:
    """`days` days from day 1, both ends included. `source`: order, report or service."""

    first: date
    days: int
    source: str

    @property
    def last(self) -> date:
        return self.first + timedelta(self.days - 1)


def anchor() -> Anchor:
    """As the force chose it. ValueError where it chose something else."""
    return Anchor(cadence()["visit_window"])


def from_order(case: Case) -> Window | None:
    """The days of the order, s.28(10). None while no order is known on this phone."""
    if case.order_made is None or case.order_days is None:
        return None
    return Window(case.order_made.astimezone(LONDON).date(), case.order_days, "order")


def from_report(case: Case) -> Window | None:
    """The force's days from the report. None while nobody recorded when it was reported."""
    return _force_days(case.report_at, "report")


def from_service(case: Case) -> Window | None:
    """The force's days from the service of the notice. None while none is known on this phone."""
    return _force_days(case.served_at, "service")


def _force_days(at: datetime | None, source: str) -> Window | None:
    return Window(at.astimezone(LONDON).date(), int(cadence()["report_days"]), source) if at else None


def window(case: Case, policy: Anchor | None = None) -> Window | None:
    """From which day the due list is counted, by the force's policy where none is given."""
    chosen = policy or anchor()
    if chosen is Anchor.REPORT:
        return from_report(case)
    first = from_service(case) if chosen is Anchor.SERVICE else from_order(case)
    return first or from_report(case)


def further_days(case: Case, grade: str, policy: Anchor | None = None) -> tuple[date, ...]:
    """Due days after a shorter order, up to the end of the days from the report. They lengthen the
    visits, never the order. None by a policy that does not look beyond the order."""
    order, report = from_order(case), from_report(case)
    if (policy or anchor()) is not Anchor.LATER or order is None or report is None:
        return ()
    return tuple(day for day in due_days(grade, report.first, report.days) if day > order.last)


def last_visit_day(case: Case, policy: Anchor | None = None) -> date | None:
    """The last day of the visits, by this policy: the later of both ends, where it looks at both."""
    chosen = policy or anchor()
    found = [window(case, chosen), from_report(case) if chosen is Anchor.LATER else None]
    return max((each.last for each in found if each), default=None)
