"""What a case says of a breach, and what the screens may offer for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.case.model import Breach, Case
from app.case.reading import moment
from app.clocks.counted import TwoAnswers
from app.clocks.deadlines import (
    Custody,
    InForce,
    against,
    custody,
    notice_in_force,
    order_end,
    order_in_force,
)
from app.court_calendar import CourtCalendar
from app.timekeeping import LONDON

# There is a power of arrest, and none of removal; nobody arrested for breach is bailed by police.
REMOVAL_OFFERED = False
POLICE_BAIL_OFFERED = False


def breached_kind(case: Case) -> str:
    """What there is to breach: the order where one was made, else the notice that was served. Empty where
    this phone knows of neither."""
    if case.orders:
        return case.order_kind
    return case.notice if case.served_at else ""


def newest_breach(case: Case) -> Breach | None:
    """The breach with the newest arrest, or else the newest one believed."""
    return max(case.breaches, key=_arrest, default=None)


def _arrest(breach: Breach) -> tuple[bool, datetime]:
    return breach.arrested_at is not None, breach.arrested_at or breach.at


def custody_deadline(case: Case, calendar: CourtCalendar) -> Custody | None:
    """Of the newest breach; None where nobody was arrested."""
    breach = newest_breach(case)
    return custody(case, breach, calendar) if breach else None


def court_vs_deadline(case: Case, calendar: CourtCalendar) -> str | None:
    """The court booked for the person in custody, against the deadline: ok, after_safe, after_outer."""
    limit, booked = custody_deadline(case, calendar), case.answers.get("br-court-booked")
    at = moment(booked.details, "at") if booked else None
    return against(at, TwoAnswers(limit.safe, limit.outer)) if limit and at else None


def breach_procedure_offered(case: Case, now: datetime, calendar: CourtCalendar) -> bool:
    """Wherever a notice or an order is, or may still be, in force. On an order's last day and the day
    after it, too: whether it has ended is checked, not assumed."""
    ends = order_end(case)
    order = order_in_force(case, now) or (ends is not None and now < ends + timedelta(days=1))
    return order or notice_in_force(case, now, calendar) is not InForce.NO


def check_order_first(case: Case, now: datetime, calendar: CourtCalendar) -> bool:
    """Sealed order and PNC are looked at before an arrest: always, and said aloud where the order ends
    today, has ended, or the notice is in doubt."""
    ends = order_end(case)
    if ends is None:
        return notice_in_force(case, now, calendar) is InForce.IN_DOUBT
    last = (ends - timedelta(seconds=1)).astimezone(LONDON).date()
    return now.astimezone(LONDON).date() >= last
