"""What has happened to a notice that others have to act upon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.model import Case
from app.case.reading import text
from app.clocks.deadlines import hearing_deadline, lapse_risk, order_end
from app.court_calendar import CourtCalendar
from app.facts.decided import standing
from app.timekeeping import local


@dataclass(frozen=True, slots=True)
class Event:
    """`name` as rules call it, `at` when it happened, `id` the entry that tells of it; what only the clock
    tells goes by its name."""

    name: str
    at: datetime
    id: str


def events(case: Case, now: datetime, calendar: CourtCalendar) -> tuple[Event, ...]:
    """Oldest first; nothing of a case that was closed."""
    if case.referral.state == "closed":
        return ()
    found = [*_decided(case), *_court(case), *_timed(case, now, calendar), *_moved(case)]
    found += [Event("breach", each.at, each.entry) for each in case.breaches]
    return tuple(sorted((each for each in found if each.at <= now), key=lambda each: (each.at, each.name)))


def _decided(case: Case) -> Iterator[Event]:
    decision = standing(case)
    if decision:
        name = "authorised" if decision.kind == kinds.REFERRAL_AUTHORISED else "refused"
        yield Event(name, decision.at, decision.entry)
    for entry in case.entries:
        if entry.kind == kinds.REFERRAL_WITHDRAWN:
            yield Event("withdrawn", entry.happened_at, entry.id)


def _court(case: Case) -> Iterator[Event]:
    service = next((each for each in case.entries if each.kind == kinds.NOTICE_SERVED), None)
    if service and case.served_at:
        yield Event("served", case.served_at, service.id)
    if case.orders and case.order_made:
        yield Event("order_made", case.order_made, case.orders[-1].entry)
    for result in case.court_results:
        if result.outcome in ("order_refused", "withdrawn"):
            yield Event(result.outcome, result.at, result.entry)


def _timed(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Event]:
    ends, limit = order_end(case), hearing_deadline(case, calendar)
    if ends:
        yield Event("expired", ends, "expired")
    if limit and lapse_risk(case, now, calendar):
        yield Event("in_doubt", local(limit.safe), "in_doubt")


def _moved(case: Case) -> Iterator[Event]:
    for move in case.moves:
        if text(move.body, "new_force") or text(move.body, "new_area"):
            yield Event("moved", move.happened_at, move.entry)
