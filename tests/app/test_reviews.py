"""Reviews of risk and plan: due, told, graded again, plan looked at; both facts or neither."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app import kinds
from app.court_calendar import bundled
from app.entry import Entry
from app.held import Held
from app.monitoring.answer import Happened, record_trigger
from app.review.recording import Reviewed, record_review
from app.review.rows import Row, review_rows
from app.risk import grade_risk
from app.triggers import TRIGGERS
from tests.app.shift import Shift


def charged(shift: Shift, item: str = "tr-charge") -> Row:
    record_trigger(shift.officer(), shift.case, Happened(item, shift.clock.now()))
    (row,) = review_rows(shift.case, shift.clock.now(), bundled())
    return row


def done(shift: Shift, row: Row, **more: object) -> Entry | Held:
    told = {"why": "Nothing new", "told": "2210", "plan": True, "victim": False, **more}
    reviewed = Reviewed(shift.clock.now(), **told)  # type: ignore[arg-type]
    return record_review(shift.officer(), shift.case, row, reviewed)


RECORDED = [
    each
    for each in TRIGGERS
    if each not in ("tr-order-made", "tr-order-expiry", "tr-notice-issued", "tr-notice-ended")
]


@pytest.mark.parametrize("item", RECORDED)
def test_every_trigger_that_an_officer_records_is_a_row_with_its_day(item: str) -> None:
    shift = Shift()
    row = charged(shift, item)
    same_day = item == "tr-custody-release"
    assert row.trigger == item
    assert row.review.by == shift.clock.now().date() + timedelta(days=0 if same_day else 1)


def test_a_review_says_who_was_told_and_what_was_looked_at_a_no_included() -> None:
    shift = Shift()
    row = charged(shift)
    shift.clock.advance(hours=1)
    done(shift, row)
    (after,) = review_rows(shift.case, shift.clock.now(), bundled())
    assert (after.told, after.plan, after.victim, after.grade) == ("2210", True, False, None)
    assert after.review.state(shift.clock.now()) == "done"


def test_a_grade_that_is_set_with_a_review_is_the_officers_and_stands_beside_it() -> None:
    shift = Shift()
    row = charged(shift)
    shift.clock.advance(hours=1)
    done(shift, row, grade="high")
    (after,) = review_rows(shift.case, shift.clock.now(), bundled())
    assert after.grade is not None
    assert (after.grade.grade, after.grade.by) == ("high", "4471")
    assert shift.case.risk.standing == "high"


def test_a_review_that_says_nothing_is_held_and_nothing_is_written() -> None:
    shift = Shift()
    row = charged(shift)
    before = len(shift.entries())
    assert done(shift, row, why=" ", grade="high") == Held(("reason",))
    assert len(shift.entries()) == before
    assert kinds.RISK_GRADED not in [each.kind for each in shift.entries()]


def test_a_grade_that_is_none_is_a_mistake_of_the_program() -> None:
    shift = Shift()
    row = charged(shift)
    with pytest.raises(ValueError, match="not a risk grade"):
        done(shift, row, grade="extreme")


def test_a_grade_that_was_the_review_is_shown_with_it_although_it_names_no_trigger() -> None:
    shift = Shift()
    charged(shift)
    shift.clock.advance(hours=1)
    grade_risk(shift.officer(), shift.case, "medium", {"reason": "Looked again"})
    (after,) = review_rows(shift.case, shift.clock.now(), bundled())
    assert after.grade is not None
    assert after.grade.grade == "medium"


@pytest.mark.parametrize("again", range(8))
def test_of_one_minute_a_review_looks_at_what_was_written_before_it_and_at_nothing_after(again: int) -> None:
    """Ids of one moment are in no order: what was written first came first, however often it is tried."""
    shift = Shift()
    done(shift, charged(shift), grade="high")
    (row,) = review_rows(shift.case, shift.clock.now(), bundled())
    assert row.review.reviewed_at is not None
    assert row.told == "2210"
    record_trigger(shift.officer(), shift.case, Happened("tr-pretrial", shift.clock.now()))
    waiting = [
        each for each in review_rows(shift.case, shift.clock.now(), bundled()) if not each.review.reviewed_at
    ]
    assert [each.trigger for each in waiting] == ["tr-pretrial"]
