"""How a clock of a case was worked out: also of one that is over, with what ended it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Breach, Case
from app.clocks import deadlines
from app.clocks.ended import Ended, custody_end, hearing_end, order_over
from app.clocks.started import Earlier, Started, service_start, start_of
from app.clocks.working import Working, working
from app.court_calendar import CourtCalendar, Reading
from app.regimes import regime_of
from app.timekeeping import LONDON, local


@dataclass(frozen=True, slots=True)
class OrderDays:
    """Made on day 1, `days` days, both ends included, s.28(10). `sealed_end` word for word, if another."""

    made: date
    days: int
    last_day: date
    sealed_end: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """`kind`: hearing, custody, order-end. `workings` by what they run from: service, arrest, offence.

    `basis`, for custody, is the rule that governs: 24h, offence (an earlier arrest) or hearing, which
    begins at `hearing_at`. `law` is the section. `earlier`: each start that was put right since, with the
    answers that it gives. `ended` is None while the clock runs or its end is not recorded.
    """

    kind: str
    started: Started
    safe: datetime
    outer: datetime
    law: str
    calendar: str
    workings: tuple[tuple[str, Working], ...] = ()
    earlier: tuple[Earlier, ...] = ()
    basis: str = ""
    hearing_at: datetime | None = None
    sitting: datetime | None = None
    order: OrderDays | None = None
    ended: Ended | None = None


def explained(case: Case, clock: str, now: datetime, calendar: CourtCalendar) -> Explained | None:
    """How the court clock of this id was worked out; None for another clock, or before it starts."""
    kind, _, about = clock.partition("/")
    if kind == "hearing":
        return _hearing(case, calendar)
    if kind == "order-end":
        return _order(case, now, calendar)
    breach = next((each for each in case.breaches if each.entry == about), None)
    return _custody(case, breach, calendar) if kind == "custody" and breach else None


def _hearing(case: Case, calendar: CourtCalendar) -> Explained | None:
    started = service_start(case)
    if started is None:
        return None
    regime = regime_of(case.notice)
    run = working(started.at, regime.hearing_hours, regime.days(calendar))
    return Explained(
        kind="hearing",
        started=started,
        safe=run.safe,
        outer=run.outer,
        law=regime.law["hearing"],
        calendar=run.calendar,
        workings=(("service", run),),
        earlier=started.with_answers(regime.hearing_hours, regime.days(calendar)),
        sitting=deadlines.last_practical_sitting(case, calendar),
        ended=hearing_end(case, calendar),
    )


def _custody(case: Case, breach: Breach, calendar: CourtCalendar) -> Explained | None:
    held = deadlines.custody(case, breach, calendar)
    hours = deadlines.custody_hours(breach)
    if held is None or hours is None or breach.arrested_at is None:
        return None
    regime, offence, notice = regime_of(breach.kind), breach.offence_arrest_at, deadlines.of_notice(breach)
    calendar = regime.days(calendar)
    runs = [("arrest", working(breach.arrested_at, hours, calendar))]
    runs += [("offence", working(offence, hours, calendar))] if offence else []
    started = start_of(case, breach.entry, "arrested_at", breach.arrested_at)
    return Explained(
        kind="custody",
        started=started,
        safe=held.safe,
        outer=held.outer,
        law=regime.law["notice_breach" if notice else "order_breach"],
        calendar=calendar.version,
        workings=tuple(runs),
        earlier=started.with_answers(hours, calendar),
        basis=_basis(held),
        hearing_at=held.safe if held.basis == "hearing" else None,
        ended=custody_end(case, breach),
    )


def _basis(held: deadlines.Custody) -> str:
    if held.basis == "24h" and held.offence_clock and held.offence_clock.safe < held.day_clock.safe:
        return "offence"
    return held.basis


def _order(case: Case, now: datetime, calendar: CourtCalendar) -> Explained | None:
    ends, last, made = deadlines.order_end(case), deadlines.order_last_day(case), case.order_made
    if ends is None or last is None or made is None or case.order_days is None:
        return None
    known = next((each for each in reversed(case.orders) if each.made_at == made), None)
    started = start_of(case, known.entry if known else "", "made_at", made)
    days = OrderDays(made.astimezone(LONDON).date(), case.order_days, last, known.sealed_end if known else "")
    return Explained(
        kind="order-end",
        started=started,
        safe=local(ends),
        outer=local(ends),
        law=regime_of(case.order_kind).law["order"],
        calendar=calendar.version,
        earlier=started.earlier,
        order=days,
        ended=order_over(case, now, ends),
    )


@dataclass(frozen=True, slots=True)
class TaskDay:
    """One day of a clock of working days. `number` counts them; 0, and `why`, for a day that is none."""

    day: date
    number: int
    why: str = ""


def task_days(start: date, last: date, calendar: CourtCalendar) -> tuple[TaskDay, ...]:
    """Every day after `start` to `last`; the day of the start is not counted."""
    found, number, day = list[TaskDay](), 0, start
    while day < last:
        day += timedelta(1)
        counts = calendar.working_day(day)
        number += counts
        why = "" if counts else calendar.why(day, Reading.SAFE) or "Saturday"
        found.append(TaskDay(day, number if counts else 0, why))
    return tuple(found)
