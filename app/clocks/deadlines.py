"""The deadlines of a notice and an order, as the case's entries stand at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.case.model import Breach, Case, Hearing
from app.clocks.counted import TwoAnswers, both, last_sitting, order_ends
from app.court_calendar import CourtCalendar
from app.regimes import regime_of
from app.timekeeping import LONDON, local
from app.visits.cadence import order_last_day as last_day

DETERMINED = ("order_made", "order_refused", "withdrawn", "closed")


def hearing_deadline(case: Case, calendar: CourtCalendar) -> TwoAnswers | None:
    """Not later than 48 counted hours after personal service, s.27(3). None before service."""
    regime = regime_of(case.notice)
    return both(case.served_at, regime.hearing_hours, regime.days(calendar)) if case.served_at else None


def custody_hours(breach: Breach) -> int | None:
    """24 for a notice, s.26(1), and for a DVPO, s.29; None where custody's own law has the clock."""
    regime = regime_of(breach.kind)
    return regime.notice_breach_hours if of_notice(breach) else regime.order_breach_hours


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
    """The last local day in force, both ends included, s.28(10). None, too, where the court set no end."""
    if case.order_made is None or case.order_days is None:
        return None
    return last_day(case.order_made.astimezone(LONDON).date(), case.order_days)


def order_end(case: Case) -> datetime | None:
    """24:00 local of the last day."""
    if case.order_made is None or case.order_days is None:
        return None
    return order_ends(case.order_made.astimezone(LONDON).date(), case.order_days)


def order_in_force(case: Case, now: datetime) -> bool:
    """An order without an end, as the Act of 2021 knows it, s.38(3)(c), runs until further order."""
    if case.order_made is None or now < case.order_made:
        return False
    ends = order_end(case)
    return now < ends if ends else regime_of(case.order_kind).order_days is None


def notification_end(case: Case) -> datetime | None:
    """24:00 of the last day on which the person bound tells the police name and address: three days
    beginning with the day the order is made, nothing left out, 2021 Act s.41. None without that duty."""
    days = regime_of(case.order_kind).notification_days
    if case.order_made is None or days is None:
        return None
    return order_ends(case.order_made.astimezone(LONDON).date(), days)


def notified(case: Case) -> bool:
    """Whether an officer has recorded since the order that the person bound keeps to it."""
    checked = (
        each.happened_at for each in case.given if each.item == "me-p-compliance" and each.answer == "done"
    )
    return any(at and case.order_made and at >= case.order_made for at in checked)


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


def of_notice(breach: Breach) -> bool:
    """Whether a notice was breached; else an order."""
    return breach.kind == regime_of(breach.kind).notice


def custody(case: Case, breach: Breach, calendar: CourtCalendar) -> Custody | None:
    """24 counted hours from arrest, for a notice the hearing if that is earlier, ss.26(1), 29. None
    where nobody was arrested. No police bail, and no pause. None, too, where the breach is an offence
    (2021 Act s.39): then the clocks of PACE run, in custody and not here."""
    hours = custody_hours(breach)
    if breach.arrested_at is None or hours is None:
        return None
    calendar = regime_of(breach.kind).days(calendar)
    day_clock = both(breach.arrested_at, hours, calendar)
    offence = breach.offence_arrest_at
    offence_clock = both(offence, hours, calendar) if offence else None
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
    if not of_notice(breach) or breach.arrested_at is None:
        return None
    found = [each.at for each in case.hearings if not each.replaced and each.at > breach.arrested_at]
    return min(found, default=None)


def produced(case: Case, breach: Breach) -> bool:
    """Whether the person was before a court after the arrest: a result about the breach, or for a
    notice a hearing that began or an order."""
    return produced_at(case, breach) is not None


def produced_at(case: Case, breach: Breach) -> datetime | None:
    """When that was, the first time; None while it was not, or nobody was arrested."""
    arrest = breach.arrested_at
    if arrest is None:
        return None
    courts = [result.at for result in case.court_results if result.about == "breach"]
    if of_notice(breach):
        courts += [each.started_at for each in case.hearings if each.started_at]
        courts += [order.made_at for order in case.orders]
        courts += [result.at for result in case.court_results if result.outcome != "not_reached"]
    return min((at for at in courts if at >= arrest), default=None)
