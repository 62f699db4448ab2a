"""The days of the welfare visits, one by one: what happened on each and what is due. Phone and console read
the same.

Counted from the order, s.28(10), or from what the force counts from while no order is known. The days after a
shorter order stay in it, and so does every later day on which there is anything: the contact after the order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Case, Hearing, VisitNote
from app.clocks.deadlines import order_last_day
from app.court_calendar import CourtCalendar
from app.timekeeping import LONDON
from app.triggers import reviews_due
from app.visits.extra import AFTER, outstanding, post_expiry_by
from app.visits.schedule import day_cell, status
from app.visits.window import from_order, window

DAYS = 28
MARKS = ("breach", "hearing", "review", "contact", "end")
"""What a day is marked with in a strip, beside its visits; the first that is there stands for the day."""


@dataclass(frozen=True, slots=True)
class Happening:
    """`what`: served, order, last-day, hearing, result, visit, record, breach or review. `state` says how it
    stands: of a visit or a review its status, of a hearing listed or began, of a breach arrest or no-arrest,
    of a record its outcome. `at` where a time is known; `about` is the visit's id or the trigger's item."""

    what: str
    state: str = ""
    at: datetime | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """`number` counts from 1. `cell`: seen, missed, planned, none or, beyond the order's last day, after."""

    day: date
    number: int
    cell: str
    happenings: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """`days` are those of the strip, `later` those after it on which there is something. `length` is how
    many days the order has, or the force counts; `source` as app.visits.window tells it."""

    days: tuple[Day, ...]
    later: tuple[Day, ...]
    length: int
    source: str

    @property
    def every(self) -> tuple[Day, ...]:
        return (*self.days, *self.later)


def period(case: Case, now: datetime, calendar: CourtCalendar) -> Period | None:
    """None while nobody knows from when to count: no order, and no report."""
    counted = from_order(case) or window(case)
    if counted is None:
        return None
    found: dict[date, list[Happening]] = {}
    for day, happening in _everything(case, now, calendar):
        found.setdefault(day, []).append(happening)
    strip = [counted.first + timedelta(number) for number in range(DAYS)]
    after = [day for day in sorted(found) if day > strip[-1]]

    def told(day: date) -> Day:
        number = (day - counted.first).days + 1
        over = counted.source == "order" and number > counted.days
        cell = "after" if over else day_cell(case, day, now)
        return Day(day, number, cell, tuple(sorted(found.get(day, ()), key=_order)))

    return Period(
        tuple(told(day) for day in strip), tuple(told(day) for day in after), counted.days, counted.source
    )


def _order(happening: Happening) -> tuple[str, str, str]:
    """What has a time by its time, the rest after it."""
    at = happening.at.astimezone(LONDON) if happening.at else None
    return f"{at:%H:%M}" if at else "~", happening.what, happening.about


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()


def _everything(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[tuple[date, Happening]]:
    yield from _court(case)
    yield from _visits(case, now)
    for note in case.contacts:
        if not _made_its_visit(case, note):
            yield _day(note.happened_at), Happening("record", note.outcome, note.happened_at, note.for_visit)
    for breach in case.breaches:
        how = "arrest" if breach.arrested_at else "no-arrest"
        yield _day(breach.at), Happening("breach", how, breach.arrested_at or breach.at)
    for review in reviews_due(case, now, calendar):
        done, item = review.reviewed_at, review.items[0]
        yield (_day(done) if done else review.by), Happening("review", review.state(now), done, item)


def _court(case: Case) -> Iterator[tuple[date, Happening]]:
    last = order_last_day(case)
    if case.served_at:
        yield _day(case.served_at), Happening("served", at=case.served_at)
    if case.order_made:
        yield _day(case.order_made), Happening("order", at=case.order_made)
    if last:
        yield last, Happening("last-day")
    for hearing in case.hearings:
        yield from _hearing(hearing)
    for result in case.court_results:
        yield _day(result.at), Happening("result", result.about, result.at)


def _hearing(hearing: Hearing) -> Iterator[tuple[date, Happening]]:
    """One that another listing took the place of before it began was none."""
    if hearing.started_at:
        yield _day(hearing.started_at), Happening("hearing", "began", hearing.started_at)
    elif not hearing.replaced:
        yield _day(hearing.at), Happening("hearing", "listed", hearing.at)


def _visits(case: Case, now: datetime) -> Iterator[tuple[date, Happening]]:
    for visit in (*case.visits, *outstanding(case, now)):
        seen = [note.happened_at for note in visit.records if note.complete]
        at = min(seen) if seen and _day(min(seen)) == visit.due else visit.at
        yield visit.due, Happening("visit", status(visit, now), at, visit.id)
    by, last = post_expiry_by(case), order_last_day(case)
    if by and last and _day(now) <= last:
        yield by, Happening("visit", "planned", about=AFTER)


def _made_its_visit(case: Case, note: VisitNote) -> bool:
    """On the very day of its visit: the visit says so already."""
    return note.complete and any(
        visit.id == note.for_visit and visit.due == _day(note.happened_at) for visit in case.visits
    )


def marks(day: Day) -> tuple[str, ...]:
    """Those of MARKS that the day has, in their order."""
    named = {"result": "hearing", "record": "contact", "last-day": "end"}
    found = {named.get(each.what, each.what) for each in day.happenings}
    return tuple(mark for mark in MARKS if mark in found)
