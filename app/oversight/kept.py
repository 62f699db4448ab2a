"""Deadlines and visits that were kept or missed. What still runs counts as neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.case.model import Case
from app.clocks import deadlines, updates
from app.clocks.counted import end_of
from app.clocks.ended import Ended, custody_end, hearing_end
from app.court_calendar import CourtCalendar
from app.visits.no_answer import no_answers
from app.visits.schedule import status

_ANSWERS = ("began", "result", "order", "produced")


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing counted: as what, and at which moment, which gives its month."""

    measure: str
    at: datetime


def clocks_kept(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """hearing, custody, supervisor and repeat, each -met or -missed; visit-done, -late, -missed."""
    limit = deadlines.hearing_deadline(case, calendar)
    if limit:
        yield from _against("hearing", limit.safe, hearing_end(case, calendar), now)
    for breach in case.breaches:
        held = deadlines.custody(case, breach, calendar)
        if held:
            yield from _against("custody", held.safe, custody_end(case, breach), now)
    for ladder in no_answers(case):
        yield from _step("supervisor", ladder.supervisor_by, ladder.supervisor_status(now))
        yield from _step("repeat", ladder.repeat_by, ladder.repeat_status(now))
    for visit in case.visits:
        how = status(visit, now)
        if how in ("done", "late", "missed"):
            yield Seen(f"visit-{how}", end_of(visit.due))


def _against(name: str, safe: datetime, end: Ended | None, now: datetime) -> Iterator[Seen]:
    """Met by what a court did before the safe deadline; missed where nothing had ended it by then."""
    if end is not None and end.at is not None and end.at < safe:
        if end.how in _ANSWERS:
            yield Seen(f"{name}-met", safe)
    elif now >= safe and (end is None or end.at is not None):
        yield Seen(f"{name}-missed", safe)


def _step(name: str, by: datetime, how: str) -> Iterator[Seen]:
    if how in ("done", "late", "missed"):
        yield Seen(f"{name}-{'met' if how == 'done' else 'missed'}", by)


def updates_kept(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """News to the victim within one working day: told, told-late, not-told (Victims' Code)."""
    for update in updates.code_updates(case, calendar):
        if update.told_at is not None:
            yield Seen("told" if update.told_at < update.ends else "told-late", update.ends)
        elif now >= update.ends:
            yield Seen("not-told", update.ends)
