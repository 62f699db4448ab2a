"""What calls for a fresh look at risk and plan, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from app import kinds
from app.court import OrderMade, Result, record_court_result, record_order, serve_notice
from app.court_calendar import bundled
from app.facts.tasks import tasks_open
from app.risk import grade_risk
from app.triggers import review_by, reviews_due, triggers
from tests.app.shift import Shift, at

CALENDAR = bundled()


def by(shift: Shift, item: str) -> str:
    return str(review_by(shift.case, item, shift.clock.time, CALENDAR))


def states(shift: Shift, now: str) -> dict[str, str]:
    found = reviews_due(shift.case, at(now), CALENDAR)
    return {review.items[0]: review.state(at(now)) for review in found}


def authorised(shift: Shift, **body: object) -> None:
    shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), mode="written", **body)


def test_release_from_custody_is_reviewed_the_same_day() -> None:
    shift = Shift("2027-01-12T15:20+00:00")
    grade_risk(shift.officer(), shift.case, "high", {"reason": "x", "trigger": "tr-custody-release"})
    assert by(shift, "tr-custody-release") == "2027-01-12"


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2027-02-03", "2027-02-04"), ("2027-03-05", "2027-03-08"), ("2026-12-24", "2026-12-29")],
)
def test_other_triggers_have_until_the_next_working_day(day: str, expected: str) -> None:
    shift = Shift(f"{day}T12:30+00:00")
    grade_risk(shift.officer(), shift.case, "medium", {"reason": "x", "trigger": "tr-charge"})
    assert by(shift, "tr-charge") == expected


def test_issue_refusal_and_order_call_for_a_review_by_two_names() -> None:
    shift = Shift("2027-02-03T13:00+00:00")
    authorised(shift)
    shift.write(kinds.REFERRAL_REFUSED, shift.superintendent(), reason="bail", plan_b=["x"])
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 14))
    for item in ("tr-notice-issued", "tr-notice-refused", "tr-order-made", "me-review-risk"):
        assert by(shift, item) == "2027-02-04"


def test_a_spoken_authority_counts_from_when_it_was_spoken_and_only_once() -> None:
    shift = Shift("2027-01-25T23:50+00:00")
    authorised(shift, at="2027-01-25T23:40+00:00")
    shift.time("2027-01-26T09:00+00:00")
    authorised(shift, confirms="2027-01-25T23:40+00:00")
    assert [trigger.since for trigger in triggers(shift.case)] == [at("2027-01-25T23:40+00:00")]


def test_a_grade_set_afterwards_does_the_review_and_one_before_does_not() -> None:
    shift = Shift("2027-01-12T09:00+00:00")
    grade_risk(shift.officer(), shift.case, "high", {"reason": "first"})
    authorised(shift.time("2027-01-12T13:50+00:00"))
    assert states(shift, "2027-01-12T14:00+00:00") == {"tr-notice-issued": "due"}
    assert states(shift, "2027-01-14T00:00+00:00") == {"tr-notice-issued": "missed"}
    assert tasks_open(shift.case, shift.clock.time, CALENDAR) == ("tr-notice-issued",)
    shift.time("2027-01-13T10:00+00:00")
    grade_risk(shift.officer(), shift.case, "high", {"reason": "again"})
    assert states(shift, "2027-01-14T00:00+00:00") == {"tr-notice-issued": "done"}
    assert tasks_open(shift.case, shift.clock.time, CALENDAR) == ()


def test_a_review_after_its_day_is_late() -> None:
    shift = Shift("2027-01-12T13:50+00:00")
    authorised(shift)
    shift.time("2027-01-14T10:00+00:00").answer("me-review-risk")
    assert states(shift, "2027-01-14T11:00+00:00") == {"tr-notice-issued": "late"}


def test_a_trigger_that_was_answered_waits_for_its_review() -> None:
    shift = Shift("2027-01-12T13:50+00:00")
    shift.answer("tr-family-court", "not done")
    assert states(shift, "2027-01-12T14:00+00:00") == {"tr-family-court": "due"}
    shift.clock.advance(minutes=5)
    shift.answer("tr-family-court", "done")
    assert states(shift, "2027-01-12T14:00+00:00") == {"tr-family-court": "done"}


@pytest.mark.parametrize("answer", ["no", "not applicable"])
def test_a_trigger_that_did_not_happen_calls_for_nothing(answer: str) -> None:
    shift = Shift()
    shift.answer("tr-new-relationship", answer)
    assert triggers(shift.case) == []


def test_a_court_result_carries_its_trigger() -> None:
    shift = Shift("2027-03-15T12:10+00:00")
    record_court_result(shift.officer(), shift.case, Result("fined, released", trigger="tr-custody-release"))
    assert by(shift, "tr-custody-release") == "2027-03-15"
    assert states(shift, "2027-03-16T00:00+00:00") == {"tr-custody-release": "missed"}


def test_the_end_of_an_order_is_a_trigger_from_its_last_day() -> None:
    shift = Shift("2027-01-14T10:50+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 28))
    grade_risk(shift.officer(), shift.case, "high", {"reason": "order made"})
    assert "tr-order-expiry" not in states(shift, "2027-02-10T23:59:59+00:00")
    assert states(shift, "2027-02-11T00:00+00:00")["tr-order-expiry"] == "due"
    shift.time("2027-02-11T09:00+00:00")
    assert by(shift, "tr-order-expiry") == "2027-02-11"
    grade_risk(shift.officer(), shift.case, "medium", {"reason": "x", "trigger": "tr-order-expiry"})
    found = [review.items[0] for review in reviews_due(shift.case, shift.clock.time, CALENDAR)]
    assert found.count("tr-order-expiry") == 1
    assert states(shift, "2027-02-12T00:00+00:00")["tr-order-expiry"] == "done"


def test_a_notice_in_doubt_is_a_trigger_at_the_safe_deadline() -> None:
    shift = Shift("2027-02-09T11:30+00:00")
    serve_notice(shift.officer(), shift.case, shift.clock.time)
    assert "tr-notice-ended" not in states(shift, "2027-02-11T11:29+00:00")
    shift.time("2027-02-11T11:30+00:00")
    assert by(shift, "tr-notice-ended") == "2027-02-12"
    assert "escalate-lapse" in tasks_open(shift.case, shift.clock.time, CALENDAR)


def test_an_order_refused_is_a_trigger() -> None:
    shift = Shift("2027-02-11T10:30+00:00")
    record_court_result(shift.officer(), shift.case, Result("order refused"))
    assert review_by(shift.case, "tr-order-refused", shift.clock.time, CALENDAR) == date(2027, 2, 12)
