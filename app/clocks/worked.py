"""A deadline as it was worked out when a fact was written: which start, which answers, which calendar.

It goes into the body as `computed` and is never read for the deadline itself: it tells afterwards what the
officer saw, and from which calendar it came.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Breach, Case
from app.case.reading import days, mapping, moment, text
from app.clocks import deadlines
from app.court_calendar import CourtCalendar

HEARING, CUSTODY, ORDER_END = "hearing", "custody", "order-end"
CLOCK_OF = {
    kinds.NOTICE_SERVED: HEARING,
    kinds.BREACH_REPORTED: CUSTODY,
    kinds.ORDER_MADE: ORDER_END,
}


@dataclass(frozen=True, slots=True)
class Worked:
    """`clock`: hearing, custody or order-end. `safe` and `outer` are the two answers, `calendar` the version
    that gave them. `basis`: 24h or hearing, of a custody clock alone, ss.26(1), 29."""

    clock: str
    start: datetime
    safe: datetime
    outer: datetime
    calendar: str
    basis: str = ""

    def as_body(self) -> dict[str, str]:
        """As it stands in a body: times ISO 8601 with offset."""
        told = {"clock": self.clock, "calendar": self.calendar}
        told |= {name: getattr(self, name).isoformat() for name in ("start", "safe", "outer")}
        return told | ({"basis": self.basis} if self.basis else {})

    def same_end(self, other: Worked) -> bool:
        return self.safe == other.safe and self.outer == other.outer


def with_computed(kind: str, body: Mapping[str, Any], case: Case, calendar: CourtCalendar) -> dict[str, Any]:
    """The body of a fact that starts a clock, with what is computed from it now."""
    found = work_out(kind, body, case, calendar)
    return {**body, "computed": found.as_body()} if found else dict(body)


def computed_in(body: Mapping[str, Any]) -> Worked | None:
    """What was computed when this body was written. None where it was not, as in older entries."""
    told = mapping(body, "computed")
    start, safe, outer = (moment(told, name) for name in ("start", "safe", "outer"))
    clock, calendar = text(told, "clock"), text(told, "calendar")
    if not (start and safe and outer and calendar) or clock not in CLOCK_OF.values():
        return None
    return Worked(clock, start, safe, outer, calendar, text(told, "basis"))


def work_out(kind: str, body: Mapping[str, Any], case: Case, calendar: CourtCalendar) -> Worked | None:
    """The deadline that a body of this kind sets in this case, whatever else the case says of that clock.
    None where it starts none."""
    clock = CLOCK_OF.get(kind)
    if clock == HEARING:
        return _hearing(body, case, calendar)
    if clock == CUSTODY:
        return _custody(body, case, calendar)
    return _order(body, case, calendar) if clock else None


def _hearing(body: Mapping[str, Any], case: Case, calendar: CourtCalendar) -> Worked | None:
    served = moment(body, "served_at") or moment(body, "happened_at")
    as_served = replace(case, served_at=served, notice=text(body, "kind") or "DVPN")
    limit = deadlines.hearing_deadline(as_served, calendar)
    return Worked(HEARING, served, limit.safe, limit.outer, calendar.version) if limit and served else None


def _custody(body: Mapping[str, Any], case: Case, calendar: CourtCalendar) -> Worked | None:
    arrest = moment(body, "arrested_at")
    if arrest is None:
        return None
    offence = moment(body, "offence_arrest_at")
    breach = Breach("", text(body, "kind"), arrest, offence, "", moment(body, "at") or arrest)
    held = deadlines.custody(case, breach, calendar)
    return Worked(CUSTODY, arrest, held.safe, held.outer, calendar.version, held.basis) if held else None


def _order(body: Mapping[str, Any], case: Case, calendar: CourtCalendar) -> Worked | None:
    made = moment(body, "made_at") or moment(body, "happened_at")
    ends = deadlines.order_end(replace(case, order_made=made, order_days=days(body, "days")))
    return Worked(ORDER_END, made, ends, ends, calendar.version) if ends and made else None
