"""The schedule, whatever happens: odd orders, corrections, two officers, midnights, clock changes."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.amendment import Correction, amend
from app.case import Case, fold
from app.case.model import Visit
from app.court import OrderMade, record_order, serve_notice
from app.incident import move_address, record_person
from app.risk import grade_risk
from app.timekeeping import LONDON
from app.visits.cadence import due_days, order_last_day
from app.visits.extra import AFTER, EXTRA, outstanding, post_expiry_by
from app.visits.replanning import called_for, change, no_longer
from app.visits.schedule import due_list, risk_grade, status
from app.visits.visiting import (
    Extension,
    Planning,
    Step,
    agree_visit,
    cancel,
    extend_visits,
    plan_window,
    record_no_answer,
    record_visit,
)
from app.visits.window import last_visit_day, window
from tests.app.shift import Shift

GRADES = st.sampled_from(["high", "medium", "standard"])
# Before both clock changes, over the end of a month, of a year, and over 29 February.
STARTS = st.sampled_from(
    ["2027-01-27", "2027-03-24", "2027-10-27", "2027-12-22", "2028-02-20", "2028-02-28", "2027-06-14"]
)
SEEN = {"type": "visit", "seen": True, "alone": True}
CALL = {"type": "phone contact", "seen": False, "alone": False}
FEW = examples(max_examples=15, deadline=None, derandomize=True)


def local(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON)


def today(shift: Shift) -> date:
    return shift.clock.time.astimezone(LONDON).date()


class Story:
    """What two officers do about one case, each step some hours after the one before."""

    def __init__(self, start: str) -> None:
        self.shift = Shift(f"{start}T20:40+00:00")
        record_person(self.shift.officer(), self.shift.case, {"role": "victim", "name": "TRAINING"})

    @property
    def case(self) -> Case:
        return self.shift.case

    def does(self, step: tuple[str, str, int, int]) -> None:
        act, grade, hours, number = step
        self.shift.clock.time += timedelta(hours=hours)
        acts: dict[str, Callable[[str, int], object]] = {
            "grade": self.grade, "serve": self.serve, "order": self.order, "correct": self.correct,
            "plan": lambda grade, _: self.plan(grade), "agree": self.agree, "move": self.move,
            "cancel": self.cancel, "see": self.see, "call": self.call, "knock": self.knock,
            "extend": self.extend, "house": self.house,
        }  # fmt: skip
        acts[act](grade, number)

    def book(self, number: int) -> tuple[str, str]:
        return ("4471", "4502")[number % 2], "PC"

    def grade(self, grade: str, number: int) -> None:
        grade_risk(self.shift.officer(*self.book(number)), self.case, grade, {"reason": "TRAINING"})

    def serve(self, _: str, number: int) -> None:
        serve_notice(self.shift.officer(*self.book(number)), self.case, self.shift.clock.time)

    def order(self, _: str, number: int) -> None:
        made = self.shift.clock.time - timedelta(hours=number % 5)
        record_order(self.shift.officer(), self.case, OrderMade(made, 14 + number % 15))

    def correct(self, _: str, number: int) -> None:
        """The length of the order, or the day on which it was made."""
        if not self.case.orders:
            return
        order = self.case.orders[-1]
        day = (order.made_at - timedelta(days=1)).isoformat()
        new = {"days": 14 + number % 15} if number % 3 else {"made_at": day}
        amend(self.shift.officer(*self.book(number)), self.case, Correction(order.entry, new, "misread"))

    def plan(self, grade: str) -> None:
        counted = window(self.case)
        assert counted is not None
        plan_window(self.shift.officer(), self.case, Planning(risk_grade(self.case) or grade, counted))

    def agree(self, _: str, number: int) -> None:
        due = local(today(self.shift) + timedelta(number), time(19))
        agree_visit(self.shift.officer(*self.book(number)), self.case, due, {"why": "TRAINING"})

    def move(self, _: str, number: int) -> None:
        if visit := self.one(number):
            moved = {"visit": visit.id, "why": "TRAINING"}
            agree_visit(self.shift.officer(), self.case, today(self.shift) + timedelta(number), moved)

    def cancel(self, _: str, number: int) -> None:
        if visit := self.one(number):
            cancel(self.shift.officer(), self.case, visit.id, "TRAINING")

    def see(self, _: str, number: int) -> None:
        known = self.one(number)
        record_visit(
            self.shift.officer(*self.book(number)), self.case, {**SEEN, "for": known.id if known else EXTRA}
        )

    def call(self, _: str, number: int) -> None:
        known = self.one(number)
        record_visit(self.shift.officer(), self.case, {**CALL, "for": known.id if known else ""})

    def knock(self, _: str, number: int) -> None:
        if visit := self.one(number):
            record_no_answer(self.shift.officer(), self.case, Step("na-1", visit.id, {}))

    def extend(self, _: str, number: int) -> None:
        day = today(self.shift) + timedelta(number)
        extend_visits(self.shift.officer(), self.case, Extension(day, (day,), "asked for"))

    def house(self, _: str, number: int) -> None:
        move_address(self.shift.officer(), self.case, {"address": f"{number} Invented Mews"})

    def one(self, number: int) -> Visit | None:
        """Any visit of the case."""
        return self.case.visits[number % len(self.case.visits)] if self.case.visits else None


ACTS = (
    "grade", "serve", "order", "correct", "plan", "agree", "move", "cancel", "see", "call", "knock", "extend",
    "house",
)  # fmt: skip
STEPS = st.tuples(st.sampled_from(ACTS), GRADES, st.integers(0, 60), st.integers(0, 29))
BEGUN = st.tuples(st.just("plan"), GRADES, st.integers(0, 60), st.integers(0, 29))
STORIES = st.tuples(STARTS, BEGUN, st.lists(STEPS, min_size=3, max_size=9))
Told = tuple[str, tuple[str, str, int, int], list[tuple[str, str, int, int]]]


def told(story: Told) -> Story:
    start, first, steps = story
    found = Story(start)
    for step in (first, *steps):
        found.does(step)
    return found


@given(STORIES)
@FEW
def test_a_plan_puts_no_visit_outside_its_window(story: Told) -> None:
    found = told(story)
    found.plan("high")
    case, day = found.case, today(found.shift)
    counted, last = window(case), last_visit_day(case)
    assert counted is not None
    assert last is not None
    named = {note.for_visit for note in case.contacts} | {str(each.body["for"]) for each in case.no_answers}
    coming = [each.due for each in case.visits if each.of_plan and each.due > day and each.id not in named]
    assert all(counted.first <= due <= last for due in coming)
    assert change(case) is None, "the newest plan fits"


@given(STORIES, GRADES)
@FEW
def test_planning_again_loses_nothing_and_rewrites_nothing_that_was(story: Told, grade: str) -> None:
    found = told(story)
    found.shift.clock.time += timedelta(hours=1)
    found.grade(grade, 1)
    before, day = found.case, today(found.shift)
    wanted, gone = called_for(before), no_longer(before, day)
    found.shift.clock.time += timedelta(minutes=1)
    found.plan(grade)
    after, now = found.case, found.shift.clock.time
    kept = {visit.id: visit for visit in after.visits}
    for visit in before.visits:
        if visit.due in gone and visit.of_plan:
            continue
        assert visit.id in kept, "a day that is not replaced stays"
        assert status(kept[visit.id], now) == status(visit, now)
    assert {day.isoformat() for day in wanted} <= set(kept), "what is called for was on the list already"
    new = {each for each in kept if each not in {visit.id for visit in before.visits}}
    assert all(date.fromisoformat(each) > day for each in new), "nothing is added to what was"
    assert set(before.plans) <= set(after.plans), "old dates stay readable"


@given(STORIES, st.randoms(use_true_random=False))
@FEW
def test_every_device_has_the_same_schedule_from_the_same_entries(story: Told, order: random.Random) -> None:
    found = told(story)
    arrived = [*found.shift.entries(), *found.shift.entries()[:2]]
    order.shuffle(arrived)
    case, now = fold(arrived), found.shift.clock.time
    assert case == found.case
    assert due_list([case], now) == due_list([found.case], now)


@given(STORIES)
@FEW
def test_a_missed_or_late_visit_never_turns_into_done_or_back_into_planned(story: Told) -> None:
    start, first, steps = story
    found = Story(start)
    was: dict[str, str] = {}
    for step in (first, *steps):
        found.does(step)
        stands = {visit.id: status(visit, found.shift.clock.time) for visit in found.case.visits}
        for visit, how in was.items():
            if how in ("missed", "late"):
                assert stands[visit] in ({"late"} if how == "late" else {"missed", "late"})
        was = stands


@given(STORIES)
@FEW
def test_a_contact_by_telephone_clears_no_visit(story: Told) -> None:
    found = told(story)
    now = found.shift.clock.time
    rows = [row for row in due_list([found.case], now) if row.visit.id != AFTER]
    for row in rows[:3]:
        record_visit(found.shift.officer(), found.case, {**CALL, "for": row.visit.id})
    left = [row for row in due_list([found.case], now) if row.visit.id != AFTER]
    assert [(row.visit.id, row.status) for row in left] == [(row.visit.id, row.status) for row in rows]


@given(st.dates(date(2026, 1, 1), date(2029, 3, 31)), GRADES, st.integers(14, 28))
@examples(max_examples=60, deadline=None, derandomize=True)
def test_each_day_turns_at_local_midnight(made: date, grade: str, days: int) -> None:
    for due in due_days(grade, made, days):
        visit, over = Visit(due.isoformat(), due), due + timedelta(1)
        turns = [
            (local(due, time()) - timedelta(seconds=1), "planned"), (local(due, time()), "due"),
            (local(over, time()).astimezone(UTC) - timedelta(seconds=1), "due"),
            (local(over, time()).astimezone(UTC), "missed"),
        ]  # fmt: skip
        assert [status(visit, at.astimezone(UTC)) for at, _ in turns] == [how for _, how in turns]


def test_a_day_of_23_and_one_of_25_hours_end_at_their_own_midnight() -> None:
    for day, hours in ((date(2027, 3, 28), 23), (date(2027, 10, 31), 25), (date(2028, 2, 29), 24)):
        start = local(day, time()).astimezone(UTC)
        visit = Visit(day.isoformat(), day)
        assert status(visit, start - timedelta(seconds=1)) == "planned"
        assert status(visit, start + timedelta(hours=hours, seconds=-1)) == "due"
        assert status(visit, start + timedelta(hours=hours)) == "missed"


@given(STARTS, GRADES, st.integers(14, 28), st.integers(14, 28), st.integers(0, 27), st.booleans())
@FEW
def test_a_corrected_order_calls_for_its_own_days_from_the_day_of_the_correction(
    start: str, grade: str, days: int, right: int, later: int, day_too: bool
) -> None:
    story = Story(start)
    shift = story.shift
    made = shift.clock.time
    record_order(shift.officer(), shift.case, OrderMade(made, days))
    shift.clock.advance(minutes=1)
    grade_risk(shift.officer(), shift.case, grade, {"reason": "TRAINING"})
    shift.clock.advance(minutes=1)
    story.plan(grade)
    shift.clock.time += timedelta(days=later)
    was = {
        visit.id: status(visit, shift.clock.time) for visit in shift.case.visits if visit.due < today(shift)
    }
    at = made - timedelta(days=1) if day_too else made
    new = {"days": right, "made_at": at.isoformat()}
    amend(shift.officer(), shift.case, Correction(shift.case.orders[0].entry, new, "misread"))
    case, first = shift.case, at.astimezone(LONDON).date()
    due = {visit.due for visit in case.visits if visit.due >= today(shift)}
    assert {each for each in due_days(grade, first, right) if each >= today(shift)} <= due
    assert {each.id: status(each, shift.clock.time) for each in case.visits if each.due < today(shift)} == was
    assert post_expiry_by(case) == order_last_day(first, right) + timedelta(2)


@given(STARTS, st.integers(14, 28))
@FEW
def test_a_contact_after_the_order_is_asked_for_from_the_first_minute_after_it(start: str, days: int) -> None:
    shift = Shift(f"{start}T11:00+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, days))
    ends = local(order_last_day(today(shift), days) + timedelta(1), time()).astimezone(UTC)
    before = outstanding(shift.case, ends - timedelta(seconds=1))
    assert AFTER not in [visit.id for visit in before]
    [contact] = [visit for visit in outstanding(shift.case, ends) if visit.id == AFTER]
    assert status(contact, ends) == "planned"
    assert status(contact, local(contact.due + timedelta(1), time())) == "missed"
