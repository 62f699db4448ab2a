"""Nobody opened: supervisor and second try are counted from the first step."""

from __future__ import annotations

import pytest

from app.risk import grade_risk
from app.visits.no_answer import NoAnswer, no_answer, no_answers
from app.visits.visiting import Step, record_no_answer, record_visit
from tests.app.shift import Shift, at

DUE = "2027-03-14"


def knocked(grade: str | None = "high") -> Shift:
    shift = Shift("2027-03-14T17:00+00:00")
    if grade:
        grade_risk(shift.officer(), shift.case, grade, {"reason": "x"})
    return step(shift, "2027-03-14T18:20+00:00", "na-1")


def step(shift: Shift, when: str, item: str) -> Shift:
    shift.time(when)
    record_no_answer(shift.officer(), shift.case, Step(item, DUE, {"told": "2307"}))
    return shift


def ladder(shift: Shift) -> NoAnswer:
    found = no_answer(shift.case, DUE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("grade", "supervisor", "repeat"),
    [
        ("high", "2027-03-14T19:20+00:00", "2027-03-14T20:20+00:00"),
        ("medium", "2027-03-15T04:20+00:00", "2027-03-15T06:20+00:00"),
        ("standard", "2027-03-15T04:20+00:00", "2027-03-15T18:20+00:00"),
        (None, "2027-03-14T19:20+00:00", "2027-03-14T20:20+00:00"),
    ],
)
def test_times_follow_the_grade_and_an_ungraded_case_is_treated_as_high(
    grade: str | None, supervisor: str, repeat: str
) -> None:
    found = ladder(knocked(grade))
    assert (found.supervisor_by, found.repeat_by) == (at(supervisor), at(repeat))


def test_later_steps_do_not_move_the_times() -> None:
    shift = step(knocked(), "2027-03-14T18:50+00:00", "na-3")
    assert ladder(shift).supervisor_by == at("2027-03-14T19:20+00:00")


@pytest.mark.parametrize(
    ("when", "expected"), [("2027-03-14T19:20+00:00", "done"), ("2027-03-14T19:21+00:00", "late")]
)
def test_the_supervisor_was_told_in_time_or_late(when: str, expected: str) -> None:
    shift = step(knocked(), when, "na-4")
    assert ladder(shift).supervisor_status(shift.clock.time) == expected


def test_what_nobody_did_is_due_and_then_missed() -> None:
    found = ladder(knocked())
    assert found.supervisor_status(at("2027-03-14T19:19+00:00")) == "due"
    assert found.supervisor_status(at("2027-03-14T19:20+00:00")) == "missed"
    assert found.repeat_status(at("2027-03-14T20:20+00:00")) == "missed"


def test_a_second_try_or_the_visit_itself_is_the_repeat() -> None:
    assert (
        ladder(step(knocked(), "2027-03-14T20:10+00:00", "na-5")).repeat_status(at(DUE + "T21:00Z")) == "done"
    )
    shift = knocked().time("2027-03-14T20:00+00:00")
    record_visit(shift.officer(), shift.case, {"for": DUE, "type": "visit", "seen": True, "alone": True})
    assert ladder(shift).repeat_status(shift.clock.time) == "done"


def test_each_visit_has_its_own_ladder() -> None:
    shift = knocked().time("2027-03-18T18:00+00:00")
    record_no_answer(shift.officer(), shift.case, Step("na-1", "2027-03-18", {}))
    assert [found.visit for found in no_answers(shift.case)] == [DUE, "2027-03-18"]
    assert no_answer(shift.case, "2027-03-21") is None
