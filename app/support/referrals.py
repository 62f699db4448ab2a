"""Each referral as its steps tell it, and what still waits. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Case
from app.case.reading import text
from app.clocks.counted import end_of
from app.court_calendar import CourtCalendar
from app.support.agencies import Agency, agency
from app.timekeeping import LONDON

SENT, RECEIVED, TAKEN_UP, BLOCKED = "sent", "received", "taken_up", "blocked"
STEPS = (SENT, RECEIVED, TAKEN_UP, BLOCKED)


@dataclass(frozen=True, slots=True)
class Step:
    """`who`: with whom it was spoken there; `why`: what blocks it; `by`: the officer."""

    step: str
    at: datetime
    by: str
    entry: str
    who: str = ""
    ref: str = ""
    why: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral to one agency, its steps by when they happened; of one minute, as they were written."""

    id: str
    agency: str
    steps: tuple[Step, ...]

    @property
    def state(self) -> str:
        """The last step that happened. Taken up stays, whatever is written of an earlier step later."""
        return self.steps[-1].step

    @property
    def waits(self) -> bool:
        """Whether somebody still has to see that it goes on."""
        return self.state != TAKEN_UP

    @property
    def since(self) -> datetime:
        return self.steps[-1].at


def referrals(case: Case) -> tuple[Referral, ...]:
    """Oldest first. A step without a known meaning is kept and counts for nothing."""
    found: dict[str, list[Step]] = {}
    whose: dict[str, str] = {}
    for told in case.support:
        body, step = told.body, text(told.body, "step")
        name = text(body, "referral")
        if name and step in STEPS:
            whose.setdefault(name, text(body, "agency"))
            more = {each: text(body, each) for each in ("who", "ref", "why", "basis")}
            found.setdefault(name, []).append(Step(step, told.happened_at, told.by, told.entry, **more))
    return tuple(
        Referral(name, whose[name], tuple(sorted(steps, key=lambda step: step.at)))
        for name, steps in found.items()
    )


def referral_to(case: Case, name: str) -> Referral | None:
    """The newest to this agency."""
    return next((each for each in reversed(referrals(case)) if each.agency == name), None)


def send_by(case: Case, wanted: Agency, calendar: CourtCalendar) -> date | None:
    """The last day for sending it, counted from the report; None while that is not known."""
    if case.report_at is None:
        return None
    day = case.report_at.astimezone(LONDON).date()
    if wanted.due == "day":
        return day + timedelta(days=wanted.count)
    return calendar.working_days_after(day, wanted.count)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What somebody has to see to: a referral that was not taken up, blocked ones loudest. `late`: sent,
    and nobody has heard of it in two working days."""

    referral: Referral
    late: bool


def waiting(case: Case, now: datetime, calendar: CourtCalendar) -> tuple[Waiting, ...]:
    """Those that still wait, the longest first; nothing of a case that was closed."""
    if case.referral.state == "closed":
        return ()
    open_ones = [each for each in referrals(case) if each.waits and agency(each.agency)]
    found = [Waiting(each, _late(each, now, calendar)) for each in open_ones]
    return tuple(sorted(found, key=lambda each: each.referral.since))


def _late(referral: Referral, now: datetime, calendar: CourtCalendar) -> bool:
    """Two working days without an answer, or blocked."""
    if referral.state == BLOCKED:
        return True
    day = referral.since.astimezone(LONDON).date()
    return now >= end_of(calendar.working_days_after(day, 2))


def support_made(case: Case) -> bool:
    """Whether a referral that the Victims' Code means was sent."""
    return any(
        (known := agency(each.agency)) is not None and known.support and each.steps[0].step != BLOCKED
        for each in referrals(case)
    )
