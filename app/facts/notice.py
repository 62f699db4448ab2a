"""What a case says of its notice: who decided and when, what a refusal left, how service was tried."""

from __future__ import annotations

from datetime import datetime

from app import kinds
from app.case.model import Answer, Case
from app.clocks.deadlines import InForce, lapse_risk, notice_in_force, order_in_force
from app.court_calendar import CourtCalendar


def authority_times(case: Case) -> tuple[datetime, ...]:
    """When the notice was authorised: the spoken authority and its written confirmation, in order."""
    found = (each.at for each in case.decisions if each.kind == kinds.REFERRAL_AUTHORISED)
    return tuple(sorted(found))


def plan_b(case: Case) -> tuple[str, ...]:
    """What the newest refusal put in place of a notice; empty without a refusal."""
    refusals = [each for each in case.decisions if each.kind == kinds.REFERRAL_REFUSED]
    return refusals[-1].plan_b if refusals else ()


def service_attempts(case: Case) -> tuple[Answer, ...]:
    """Every attempt to give notice of the hearing, s.27(7), each with its time, place and officer."""
    tried = (each for each in case.given if each.item == "sv-hearing-notice")
    return tuple(each for each in tried if each.answer == "attempt")


def must_escalate(case: Case, now: datetime, calendar: CourtCalendar) -> bool:
    """A hearing missed: tell a supervisor and take legal advice at once. Nothing closes by itself."""
    return lapse_risk(case, now, calendar)


def may_say_protected(case: Case, now: datetime, calendar: CourtCalendar) -> bool:
    """Whether she may be told that notice or order still protects her: never while it is in doubt."""
    return notice_in_force(case, now, calendar) is InForce.YES or order_in_force(case, now)
