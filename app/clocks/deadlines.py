"""The deadlines of a notice and an order, as the case's entries stand at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.case.model import Breach, Case, Hearing
from app.clocks.counted import TwoAnswers, both, last_sitting, order_ends
from app.court_calendar import CourtCalendar
from app.timekeeping import LONDON, local
from app.visits.cadence import order_last_day as last_day

HEARING_HOURS = 48
CUSTODY_HOURS = 24
DETERMINED = ("order_made", "order_refused", "withdrawn", "closed")


def hearing_deadline(case: Case, calendar: CourtCalendar) -> TwoAnswers | None:
    """Not later than 48 counted hours after personal service, s.27(3). None before service."""
    return both(case.served_at, HEARING_HOURS, calendar) if case.served_at else None


def heard(case: Case, calendar: CourtCalendar) -> bool:
    """Whether a hearing began before the safe deadline, or the application was dealt with.

    A hearing that began later does not end the doubt: only a result, order, withdrawal or closure does.
    """
    limit = hearing_deadline(case, calendar)
    begun = any(each.started_at and (limit is None or each.started_at < limit.safe) for each in case.hearings)
    dealt = any(each.about == "application" and each.outcome != "not_reached" for each in case.court_results)
    return begun or dealt or case.referral.state in DETERMINED


def lapse_risk(case: Case, now: datetime, calendar: CourtCalendar) -> bool:
    """Served, not heard, and the safe deadline reached. Never closed by itself."""
    limit = hearing_deadline(case, calendar)
    return limit is not None and now >= limit.safe and not heard(case, calendar)


def referral_state(case: Case, now: datetime, calendar: CourtCalendar) -> str:
    """The referral's state, with what only time can tell: LAPSE_RISK and expired."""
    if lapse_risk(case, now, calendar):
        return "LAPSE_RISK"
    ends = order_end(case)
    if case.referral.state == "order_made" and ends and now >= ends:
        return "expired"
    return case.referral.state


class InForce(StrEnum):
    """Doubt is an answer: check before saying that it has ended, plan her safety as if it had."""

    YES = "yes"
    NO = "no"
    IN_DOUBT = "in-doubt"


def notice_in_force(case: Case, now: datetime, calendar: CourtCalendar) -> InForce:
    """From service until the application is determined, s.25(1)(d), 27(9)."""
    if case.served_at is None or now < case.served_at or case.referral.state in DETERMINED:
        return InForce.NO
    return InForce.IN_DOUBT if lapse_risk(case, now, calendar) else InForce.YES


def order_last_day(case: Case) -> date | None:
    """The last local day in force, both ends included, s.28(10)."""
    if case.order_made is None or case.order_days is None:
        return None
    return last_day(case.order_made.astimezone(LONDON).date(), case.order_days)


def order_end(case: Case) -> datetime | None:
    """24:00 local of the last day."""
    if case.order_made is None or case.order_days is None:
        return None
    return order_ends(case.order_made.astimezone(LONDON).date(), case.order_days)


def order_in_force(case: Case, now: datetime) -> bool:
    ends = order_end(case)
    return ends is not None and case.order_made is not None and case.order_made <= now < ends


def live_hearing(case: Case) -> Hearing | None:
    return case.hearings[-1] if case.hearings else None


def last_practical_sitting(case: Case, calendar: CourtCalendar) -> datetime | None:
    """The last weekday sitting at 10:00 after service that starts before the safe deadline."""
    limit = hearing_deadline(case, calendar)
    if limit is None or case.served_at is None:
        return None
    return last_sitting(case.served_at, limit.safe, calendar)


def against(at: datetime, limit: TwoAnswers) -> str:
    """ok, after_safe or after_outer. At the deadline is after it."""
    if at < limit.safe:
        return "ok"
    return "after_safe" if at < limit.outer else "after_outer"


def hearing_vs_deadline(case: Case, calendar: CourtCalendar) -> str | None:
    """The live listing against its deadline: ok, after_safe (warn) or after_outer (warn)."""
    limit, live = hearing_deadline(case, calendar), live_hearing(case)
    return against(live.at, limit) if limit and live else None


@dataclass(frozen=True, slots=True)
class Custody:
    """When a person arrested for breach must be before the court. `basis` is 24h or hearing.

    `day_clock` runs from the breach arrest, `offence_clock` from an earlier arrest for an offence; the
    earlier of all is `safe` and `outer`.
    """

    safe: datetime
    outer: datetime
    basis: str
    day_clock: TwoAnswers
    offence_clock: TwoAnswers | None


def custody(case: Case, breach: Breach, calendar: CourtCalendar) -> Custody | None:
    """24 counted hours from arrest, for a notice the hearing if that is earlier, ss.26(1), 29. None
    where nobody was arrested. No police bail, and no pause."""
    if breach.arrested_at is None:
        return None
    day_clock = both(breach.arrested_at, CUSTODY_HOURS, calendar)
    offence = breach.offence_arrest_at
    offence_clock = both(offence, CUSTODY_HOURS, calendar) if offence else None
    ends = [day_clock, *([offence_clock] if offence_clock else [])]
    safe, outer = min(end.safe for end in ends), min(end.outer for end in ends)
    sitting = _hearing_after(case, breach)
    if sitting and sitting < outer:
        outer = local(sitting)
    if sitting and sitting < safe:
        return Custody(local(sitting), outer, "hearing", day_clock, offence_clock)
    return Custody(safe, outer, "24h", day_clock, offence_clock)


def _hearing_after(case: Case, breach: Breach) -> datetime | None:
    """The first hearing of the application after the arrest, for a notice only."""
    if breach.kind != "DVPN" or breach.arrested_at is None:
        return None
    found = [each.at for each in case.hearings if not each.replaced and each.at > breach.arrested_at]
    return min(found, default=None)


def produced(case: Case, breach: Breach) -> bool:
    """Whether the person was before a court after the arrest: a result about the breach, or for a
    notice a hearing that began or an order."""
    arrest = breach.arrested_at
    if arrest is None:
        return False
    courts = [result.at for result in case.court_results if result.about == "breach"]
    if breach.kind == "DVPN":
        courts += [each.started_at for each in case.hearings if each.started_at]
        courts += [order.made_at for order in case.orders]
        courts += [result.at for result in case.court_results if result.outcome != "not_reached"]
    return any(at >= arrest for at in courts)
