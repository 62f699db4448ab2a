"""Which clocks a case has running at a moment: the one list that screens ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from app.case.model import Case
from app.case.reading import moment
from app.clocks import deadlines, updates
from app.clocks.face import (
    RunningClock,
    Stretch,
    in_counted_hours,
    in_elapsed_hours,
    in_working_days,
)
from app.court_calendar import CourtCalendar
from app.visits.no_answer import no_answers

__all__ = ["RunningClock", "running_clocks", "soonest"]

_LAST = datetime.max.replace(tzinfo=UTC)
BEFORE_SERVICE = ("referred", "endorsed", "authorised")


def running_clocks(case: Case, now: datetime, calendar: CourtCalendar) -> list[RunningClock]:
    """Every clock that will start, runs, or has passed without its end being recorded: soonest first."""
    if case.referral.state == "closed":
        return []
    found = [
        *_hearing(case, now, calendar),
        *_custody(case, now, calendar),
        *_safety_check(case, now, calendar),
        *_nobody_opened(case, now, calendar),
        *_told(case, now, calendar),
        *_order(case, now, calendar),
    ]
    return sorted(found, key=lambda clock: (clock.safe or _LAST, clock.id))


def _hearing(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[RunningClock]:
    limit = deadlines.hearing_deadline(case, calendar)
    if limit is None or case.served_at is None:
        if case.referral.state in BEFORE_SERVICE:
            yield RunningClock("hearing", "clock-hearing", case.id)
    elif not deadlines.heard(case, calendar):
        stretch = Stretch("hearing", "clock-hearing", case.served_at, limit.safe, limit.outer)
        yield in_counted_hours(case, stretch, now, calendar)


def _custody(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[RunningClock]:
    for breach in case.breaches:
        held = deadlines.custody(case, breach, calendar)
        if held and breach.arrested_at and not deadlines.produced(case, breach):
            name = f"custody/{breach.entry}"
            stretch = Stretch(name, "clock-custody", breach.arrested_at, held.safe, held.outer, "before")
            yield in_counted_hours(case, stretch, now, calendar)


def _safety_check(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[RunningClock]:
    agreed = case.answers.get("alt-followup")
    at = moment(agreed.details, "at") if agreed and agreed.answer == "done" else None
    if agreed is None or at is None or agreed.happened_at is None:
        return
    checked = [note.happened_at for note in case.contacts if note.complete]
    checked += [
        each.happened_at
        for each in case.given
        if each.item == "alt-followup-review" and each.answer == "done" and each.happened_at
    ]
    if not any(done >= agreed.happened_at for done in checked):
        stretch = Stretch("safety-check", "clock-safety-check", agreed.happened_at, at, at)
        yield in_elapsed_hours(case, stretch, now, calendar)


def _nobody_opened(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[RunningClock]:
    for ladder in no_answers(case):
        if ladder.told_at is None:
            by = ladder.supervisor_by
            stretch = Stretch(f"supervisor/{ladder.visit}", "clock-supervisor", ladder.first, by, by)
            yield in_elapsed_hours(case, stretch, now, calendar)
        if ladder.repeated_at is None:
            by = ladder.repeat_by
            stretch = Stretch(f"repeat/{ladder.visit}", "clock-repeat", ladder.first, by, by)
            yield in_elapsed_hours(case, stretch, now, calendar)


def _told(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[RunningClock]:
    support = updates.support_referral_by(case, calendar)
    if support and case.report_at and not updates.support_settled(case):
        names = ("support-referral", "clock-support")
        yield in_working_days(case, names, (case.report_at, support), now, calendar)
    for update in updates.code_updates(case, calendar):
        if update.told_at is None:
            names = (f"update/{update.entry}", f"clock-update-{update.because}")
            yield in_working_days(case, names, (update.since, update.by), now, calendar)


def _order(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[RunningClock]:
    ends = deadlines.order_end(case)
    if ends and case.order_made and deadlines.order_in_force(case, now):
        stretch = Stretch("order-end", "clock-order-end", case.order_made, ends, ends)
        yield in_elapsed_hours(case, stretch, now, calendar)
    told = deadlines.notification_end(case)
    if told and case.order_made and not deadlines.notified(case):
        stretch = Stretch("notification", "clock-notification", case.order_made, told, told)
        yield in_elapsed_hours(case, stretch, now, calendar)


def soonest(clocks: list[RunningClock], within: timedelta) -> list[RunningClock]:
    """Those that have passed or have less than `within` left."""
    return [
        clock
        for clock in clocks
        if clock.state != "not-started" and clock.seconds_left < within.total_seconds()
    ]
