"""What ended a clock, as it was recorded. Nothing ends by itself but an order at the end of its last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.model import Breach, Case
from app.clocks import deadlines
from app.court_calendar import CourtCalendar
from app.timekeeping import local


@dataclass(frozen=True, slots=True)
class Ended:
    """`how`: began, result, order, withdrawn, closed, produced, expired. `at` where it is recorded."""

    how: str
    at: datetime | None


def _soonest(found: list[Ended]) -> Ended | None:
    return min(found, key=lambda each: each.at.timestamp() if each.at else float("inf"), default=None)


def _closed(case: Case) -> list[Ended]:
    return _written(case, kinds.CASE_CLOSED, "closed")


def _written(case: Case, kind: str, how: str) -> list[Ended]:
    return [Ended(how, local(each.happened_at)) for each in case.entries if each.kind == kind]


def hearing_end(case: Case, calendar: CourtCalendar) -> Ended | None:
    """What answers for the hearing; None while it is awaited, or missed. See deadlines.heard."""
    if not deadlines.heard(case, calendar):
        return None
    limit = deadlines.hearing_deadline(case, calendar)
    begun = [each.started_at for each in case.hearings if each.started_at]
    found = [Ended("began", local(at)) for at in begun if limit is None or at < limit.safe]
    found += [
        Ended("result", local(each.at))
        for each in case.court_results
        if each.about == "application" and each.outcome != "not_reached"
    ]
    found += [Ended("order", local(order.made_at)) for order in case.orders]
    found += [*_written(case, kinds.REFERRAL_WITHDRAWN, "withdrawn"), *_closed(case)]
    return _soonest(found) or Ended("result", None)


def custody_end(case: Case, breach: Breach) -> Ended | None:
    at = deadlines.produced_at(case, breach)
    return Ended("produced", local(at)) if at else _soonest(_closed(case))


def order_over(case: Case, now: datetime, ends: datetime) -> Ended | None:
    return Ended("expired", ends) if now >= ends else _soonest(_closed(case))
