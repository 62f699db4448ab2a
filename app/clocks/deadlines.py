"""The deadline of each kind for a case, as its entries stand at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Breach, Case, Hearing
from app.clocks.counted import TwoAnswers, both, order_ends
from app.court_calendar import CourtCalendar
from app.timekeeping import LONDON
from app.visits.cadence import cadence

HEARING_HOURS = 48
CUSTODY_HOURS = 24
DETERMINED = ("order_made", "order_refused", "withdrawn", "closed")


def hearing_deadline(case: Case, calendar: CourtCalendar) -> TwoAnswers | None:
    """Not later than 48 counted hours after personal service, s.27(3). None before service."""
    return both(case.served_at, HEARING_HOURS, calendar) if case.served_at else None


def heard(case: Case) -> bool:
    """Whether a hearing began, or the application was determined."""
    begun = any(hearing.started_at for hearing in case.hearings)
    return begun or case.referral.state in DETERMINED


def lapse_risk(case: Case, now: datetime, calendar: CourtCalendar) -> bool:
    """Served, not heard, and the safe deadline reached. Never closed by itself."""
    limit = hearing_deadline(case, calendar)
    return limit is not None and not heard(case) and now >= limit.safe


def referral_state(case: Case, now: datetime, calendar: CourtCalendar) -> str:
    """The state that law.md 3b names, with what only time can tell: LAPSE_RISK and expired."""
    if lapse_risk(case, now, calendar):
        return "LAPSE_RISK"
    ends = order_end(case)
    if case.referral.state == "order_made" and ends and now >= ends:
        return "expired"
    return case.referral.state


def order_end(case: Case) -> datetime | None:
    if case.order_made is None or case.order_days is None:
        return None
    return order_ends(case.order_made.astimezone(LONDON).date(), case.order_days)


def order_in_force(case: Case, now: datetime) -> bool:
    ends = order_end(case)
    return ends is not None and case.order_made is not None and case.order_made <= now < ends


def live_hearing(case: Case) -> Hearing | None:
    return case.hearings[-1] if case.hearings else None


def against(at: datetime, limit: TwoAnswers) -> str:
    """ok, after_safe or after_outer. At the deadline is after it, law.md 1.2 rule 7."""
    if at < limit.safe:
        return "ok"
    return "after_safe" if at < limit.outer else "after_outer"


@dataclass(frozen=True, slots=True)
class Custody:
    """When a person arrested for breach must be before the court. `basis` is 24h or hearing."""

    safe: datetime
    outer: datetime
    basis: str
    day_clock: TwoAnswers
    offence_clock: TwoAnswers | None


def custody(case: Case, breach: Breach, calendar: CourtCalendar) -> Custody | None:
    """24 counted hours from arrest, or for a notice the hearing if that is earlier, ss.26(1), 29."""
    if breach.arrested_at is None:
        return None
    day_clock = both(breach.arrested_at, CUSTODY_HOURS, calendar)
    offence = breach.offence_arrest_at
    offence_clock = both(offence, CUSTODY_HOURS, calendar) if offence else None
    hearing = live_hearing(case) if breach.kind == "DVPN" else None
    if hearing and breach.arrested_at < hearing.at < day_clock.safe:
        return Custody(hearing.at, hearing.at, "hearing", day_clock, offence_clock)
    return Custody(day_clock.safe, day_clock.outer, "24h", day_clock, offence_clock)


@dataclass(frozen=True, slots=True)
class ExtraVisit:
    """A visit within 24 elapsed hours of service, a hearing's result or a trigger."""

    since: datetime
    by: datetime
    because: str


def extra_visit(case: Case) -> ExtraVisit | None:
    """The newest reason for an extra visit."""
    reasons = [(case.served_at, "service"), (case.order_made, "hearing result")]
    found = [(at, why) for at, why in reasons if at]
    if not found:
        return None
    at, why = max(found)
    return ExtraVisit(at, at + timedelta(hours=cadence()["extra_within_hours"]), why)


def extra_visit_status(case: Case, now: datetime) -> str:
    """done, late, due or missed: by a visit made after the reason, seen and spoken to alone."""
    wanted = extra_visit(case)
    if wanted is None:
        return "none"
    seen = [
        note.happened_at
        for note in case.contacts
        if note.complete and note.for_visit == "extra" and note.happened_at >= wanted.since
    ]
    if seen:
        return "done" if min(seen) <= wanted.by else "late"
    return "due" if now < wanted.by else "missed"


def support_referral_by(case: Case, calendar: CourtCalendar) -> date | None:
    """Two working days from the report, Victims' Code."""
    if case.report_at is None:
        return None
    return calendar.working_days_after(case.report_at.astimezone(LONDON).date(), 2)


def update_by(happened: datetime, calendar: CourtCalendar) -> date:
    """One working day after what the victim must be told, Victims' Code."""
    return calendar.working_days_after(happened.astimezone(LONDON).date(), 1)


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The ladder after nobody opened: supervisor and second try, both from the first step."""

    first: datetime
    supervisor_by: datetime | None
    again_by: datetime | None
    supervisor_told: bool
    again_done: bool


def no_answer(case: Case, due: str) -> NoAnswer | None:
    steps = [step for step in case.no_answers if step.body.get("for") == due]
    if not steps:
        return None
    first = min(step.happened_at for step in steps)
    rules, grade = cadence()["no_answer"], case.risk.standing or "standard"
    hours = {
        name: rules[name].get(grade) for name in ("supervisor_hours", "again_hours")
    }
    limits = {name: first + timedelta(hours=h) if h else None for name, h in hours.items()}
    told = [step.happened_at for step in steps if step.body.get("item") == "na-4"]
    again = [step.happened_at for step in steps if step.body.get("item") == "na-5"]
    return NoAnswer(
        first, limits["supervisor_hours"], limits["again_hours"], bool(told), bool(again)
    )
