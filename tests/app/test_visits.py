"""Which days she is visited, how each visit stands, and who is seen first."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from app.case import Case
from app.court import OrderMade, record_order
from app.held import Held
from app.incident import record_person
from app.risk import grade_risk
from app.visits.cadence import due_days, order_last_day, post_expiry_contact_by
from app.visits.schedule import (
    due_list,
    next_due,
    order_strip,
    status,
    this_shift,
    visit_status,
    visits_added,
    visits_due,
)
from app.visits.visiting import (
    Extension,
    agree_visit,
    cancel,
    extend_visits,
    plan_visits,
    record_visit,
)
from tests.app.shift import Shift, at

MADE = date(2027, 1, 14)
SEEN = {"type": "visit", "seen": True, "alone": True}


def numbers(grade: str, days: int) -> list[int]:
    return [(due - MADE).days + 1 for due in due_days(grade, MADE, days)]


@pytest.mark.parametrize(
    ("grade", "days", "expected"),
    [
        ("high", 28, [1, 2, 4, 7, 10, 14, 17, 21, 24, 27]),
        ("high", 21, [1, 2, 4, 7, 10, 14, 17, 20, 21]),
        ("high", 14, [1, 2, 4, 7, 10, 13, 14]),
        ("high", 15, [1, 2, 4, 7, 10, 14]),
        ("medium", 28, [2, 5, 10, 15, 20, 27]),
        ("medium", 14, [2, 5, 10, 13]),
        ("standard", 28, [2, 8, 15, 22, 27]),
        ("standard", 14, [2, 8, 13]),
        ("unheard of", 28, []),
    ],
)
def test_due_days_follow_the_cadence(grade: str, days: int, expected: list[int]) -> None:
    assert numbers(grade, days) == expected


@given(st.sampled_from(["high", "medium", "standard"]), st.integers(14, 28), st.dates(MADE, date(2040, 1, 1)))
@examples(max_examples=200, deadline=None, derandomize=True)
def test_due_days_lie_inside_the_order_once_each(grade: str, days: int, made: date) -> None:
    dues = due_days(grade, made, days)
    assert dues == sorted(set(dues))
    assert made <= dues[0]
    assert dues[-1] <= order_last_day(made, days)


def test_the_contact_after_the_order_ends_with_its_second_day() -> None:
    assert post_expiry_contact_by(MADE, 28) == date(2027, 2, 12)


def planned(grade: str = "high", days: int = 28) -> Shift:
    shift = Shift("2027-01-14T10:50+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, days))
    plan_visits(shift.officer(), shift.case, grade, MADE, days)
    return shift


def seen(shift: Shift, when: str, due: str, **instead: object) -> None:
    shift.time(when)
    record_visit(shift.officer(), shift.case, {**SEEN, "for": due, **instead})


def test_a_telephone_contact_clears_no_visit() -> None:
    shift = planned()
    seen(shift, "2027-01-15T17:30+00:00", "2027-01-15", type="phone contact", seen=False)
    [note] = shift.case.contacts
    assert (note.complete, note.because) == (False, ("wv-seen",))
    assert visit_status(shift.case, "2027-01-15", shift.clock.time) == "due"


@pytest.mark.parametrize("missing", ["seen", "alone"])
def test_a_visit_is_done_only_when_she_was_seen_and_alone(missing: str) -> None:
    shift = planned()
    seen(shift, "2027-01-15T17:30+00:00", "2027-01-15", **{missing: False})
    assert visit_status(shift.case, "2027-01-15", shift.clock.time) == "due"


def test_a_day_that_is_over_is_missed_and_seen_afterwards_late() -> None:
    shift = planned()
    case = shift.case
    assert visit_status(case, "2027-01-15", at("2027-01-15T23:59:59+00:00")) == "due"
    assert visit_status(case, "2027-01-15", at("2027-01-16T00:00+00:00")) == "missed"
    seen(shift, "2027-01-16T10:15+00:00", "2027-01-15")
    assert visit_status(shift.case, "2027-01-15", shift.clock.time) == "late"


def test_a_visit_for_one_day_does_not_clear_another() -> None:
    shift = planned()
    seen(shift, "2027-01-16T10:15+00:00", "2027-01-14")
    assert visit_status(shift.case, "2027-01-15", shift.clock.time) == "missed"


def test_a_visit_on_the_day_written_up_the_next_morning_is_done_and_a_late_entry() -> None:
    shift = planned().time("2027-01-16T07:00+00:00")
    record_visit(shift.officer(), shift.case, {**SEEN, "for": "2027-01-15"}, at("2027-01-15T22:30+00:00"))
    assert visit_status(shift.case, "2027-01-15", shift.clock.time) == "done"
    assert shift.case.contacts[0].late_entry


def test_a_note_that_arrives_before_the_plan_finds_its_visit() -> None:
    shift = Shift("2027-01-14T10:50+00:00")
    seen(shift, "2027-01-14T11:00+00:00", "2027-01-14")
    shift.clock.advance(minutes=10)
    plan_visits(shift.officer(), shift.case, "high", MADE, 28)
    assert visit_status(shift.case, "2027-01-14", shift.clock.time) == "done"


def test_replanning_changes_what_is_to_come_and_keeps_what_was() -> None:
    shift = planned("standard").time("2027-01-16T09:00+00:00")
    plan_visits(shift.officer(), shift.case, "high", MADE, 28)
    case = shift.case
    assert visit_status(case, "2027-01-15", shift.clock.time) == "missed"
    assert visit_status(case, "2027-01-17", shift.clock.time) == "planned"
    assert visit_status(case, "2027-01-21", shift.clock.time) is None
    assert len(visits_due(case)) == 10


def test_replanning_keeps_the_visit_that_is_due_today() -> None:
    shift = planned("standard").time("2027-01-15T09:00+00:00")
    plan_visits(shift.officer(), shift.case, "medium", date(2027, 1, 15), 14)
    assert visit_status(shift.case, "2027-01-15", shift.clock.time) == "due"


def test_a_plan_for_an_order_that_cannot_be_is_not_made() -> None:
    shift = planned()
    assert plan_visits(shift.officer(), shift.case, "high", MADE, 29) == Held(("order_days",))
    with pytest.raises(ValueError, match="not a risk grade"):
        plan_visits(shift.officer(), shift.case, "severe", MADE, 28)


def test_visits_go_on_after_the_order_and_the_order_does_not() -> None:
    shift = planned(days=14)
    later = (date(2027, 2, 5), date(2027, 2, 11))
    extend_visits(shift.officer(), shift.case, Extension(later[1], later, "she asked"))
    assert visits_added(shift.case) == later
    assert shift.case.order_days == 14
    assert next_due(shift.case, at("2027-02-01T09:00+00:00")) == later[0]


def test_an_agreed_time_that_has_gone_is_overdue_until_the_day_is_over() -> None:
    shift = planned()
    agree_visit(shift.officer(), shift.case, at("2027-01-18T18:30+00:00"), {"why": "agreed"})
    visit = next(each for each in shift.case.visits if each.why == "agreed")
    assert status(visit, at("2027-01-17T12:00+00:00")) == "planned"
    assert status(visit, at("2027-01-18T18:29+00:00")) == "due"
    assert status(visit, at("2027-01-18T18:30+00:00")) == "overdue"
    assert status(visit, at("2027-01-19T00:00+00:00")) == "missed"
    agree_visit(shift.officer(), shift.case, date(2027, 1, 20), {"visit": visit.id})
    assert [each.due for each in shift.case.visits if each.id == visit.id] == [date(2027, 1, 20)]


def test_a_visit_is_cancelled_with_a_reason_and_never_after_it_was_done() -> None:
    shift = planned()
    assert cancel(shift.officer(), shift.case, "2027-01-15", "") == Held(("reason",))
    cancel(shift.officer(), shift.case, "2027-01-15", "in hospital, seen by ward")
    assert visit_status(shift.case, "2027-01-15", at("2027-01-20T00:00+00:00")) == "cancelled"
    seen(shift, "2027-01-14T12:00+00:00", "2027-01-14")
    assert cancel(shift.officer(), shift.case, "2027-01-14", "why") == Held(("state",))


def graded(shift: Shift, grade: str) -> Case:
    record_person(shift.officer(), shift.case, {"role": "victim", "name": "TRAINING"})
    grade_risk(shift.officer(), shift.case, grade, {"reason": "x"})
    seen(shift, "2027-01-14T12:00+00:00", "extra")
    return shift.case


def test_the_due_list_puts_risk_first_then_lateness() -> None:
    high, medium = graded(planned("high"), "high"), graded(planned("medium"), "medium")
    rows = due_list([medium, high], at("2027-01-17T09:00+00:00"))
    shown = [(row.case.risk.standing, row.status, row.visit.due.day) for row in rows[:5]]
    assert shown == [
        ("high", "missed", 14),
        ("high", "missed", 15),
        ("high", "due", 17),
        ("high", "planned", 20),
        ("high", "planned", 23),
    ]
    assert [row.case.risk.standing for row in rows].index("medium") == 10
    due_now = this_shift([medium, high], at("2027-01-17T09:00+00:00"))
    assert {row.status for row in due_now} == {"missed", "due"}


def test_a_case_that_nobody_graded_stands_before_medium() -> None:
    shift = Shift("2027-01-14T10:50+00:00")
    agree_visit(shift.officer(), shift.case, date(2027, 1, 15), {"why": "agreed"})
    rows = due_list([graded(planned("medium"), "medium"), shift.case], at("2027-01-14T13:00+00:00"))
    assert rows[0].case.id == shift.id


def test_the_strip_has_28_cells_and_shows_the_day_that_needs_somebody() -> None:
    shift = planned(days=14)
    seen(shift, "2027-01-14T12:00+00:00", "2027-01-14")
    cells = [word for _, word in order_strip(shift.case, at("2027-01-16T09:00+00:00"))]
    assert len(cells) == 28
    assert cells[:4] == ["seen", "missed", "none", "planned"]
    assert set(cells[14:]) == {"after"}
