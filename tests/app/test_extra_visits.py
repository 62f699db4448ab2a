"""The visit within 24 hours of service, result or trigger, and the contact after the order."""

from __future__ import annotations

import pytest

from app.court import OrderMade, record_order, serve_notice
from app.risk import grade_risk
from app.visits.extra import (
    extra_visit,
    extra_visit_status,
    extra_visits,
    outstanding,
    post_expiry_by,
)
from app.visits.schedule import due_list
from app.visits.visiting import record_visit
from tests.app.shift import Shift, at

SEEN = {"for": "extra", "type": "visit", "seen": True, "alone": True}


def served() -> Shift:
    shift = Shift("2026-12-24T15:00+00:00").time("2026-12-24T15:40+00:00")
    serve_notice(shift.officer(), shift.case, shift.clock.time)
    return shift


def test_hours_elapse_on_christmas_day_too() -> None:
    found = extra_visit(served().case)
    assert found is not None
    assert (found.by, found.because) == (at("2026-12-25T15:40+00:00"), "service")


def test_it_is_due_then_missed_then_late() -> None:
    shift = served()
    assert extra_visit_status(shift.case, at("2026-12-25T15:39+00:00")) == "due"
    assert extra_visit_status(shift.case, at("2026-12-25T15:40+00:00")) == "missed"
    record_visit(shift.officer(), shift.time("2026-12-28T12:40+00:00").case, SEEN)
    assert extra_visit_status(shift.case, shift.clock.time) == "late"


@pytest.mark.parametrize("when", ["2026-12-24T15:40+00:00", "2026-12-25T15:40+00:00"])
def test_a_visit_within_the_hours_is_done(when: str) -> None:
    shift = served()
    record_visit(shift.officer(), shift.time(when).case, SEEN)
    assert extra_visit_status(shift.case, shift.clock.time) == "done"


def test_a_contact_by_telephone_does_not_count() -> None:
    shift = served()
    phone = {**SEEN, "type": "phone contact"}
    record_visit(shift.officer(), shift.time("2026-12-25T11:00+00:00").case, phone)
    assert extra_visit_status(shift.case, shift.clock.time) == "due"


def test_the_result_of_the_hearing_calls_for_another() -> None:
    shift = served()
    record_visit(shift.officer(), shift.time("2026-12-25T11:00+00:00").case, SEEN)
    record_order(shift.officer(), shift.time("2026-12-29T10:50+00:00").case, OrderMade(shift.clock.time, 14))
    found = extra_visit(shift.case)
    assert found is not None
    assert (found.by, found.because) == (at("2026-12-30T10:50+00:00"), "hearing result")
    assert extra_visit_status(shift.case, shift.clock.time) == "due"
    assert [each.status(shift.clock.time) for each in extra_visits(shift.case)] == ["done", "due"]


def test_a_trigger_calls_for_one_by_its_name() -> None:
    shift = served().time("2026-12-25T09:00+00:00")
    grade_risk(shift.officer(), shift.case, "high", {"reason": "released", "trigger": "tr-custody-release"})
    found = extra_visit(shift.case)
    assert found is not None
    assert found.because == "tr-custody-release"


def test_without_a_reason_there_is_none() -> None:
    assert extra_visit(Shift().case) is None
    assert extra_visit_status(Shift().case, at("2027-01-12T10:00+00:00")) is None


def test_the_due_list_shows_one_extra_visit_until_she_was_seen_alone() -> None:
    shift = served()
    rows = due_list([shift.case], at("2026-12-25T12:00+00:00"))
    assert [(row.visit.id, row.status) for row in rows] == [("extra", "due")]
    record_visit(shift.officer(), shift.time("2026-12-28T12:40+00:00").case, {**SEEN, "for": "2026-12-28"})
    assert due_list([shift.case], shift.clock.time) == []


def test_the_contact_after_the_order_appears_when_it_is_over_and_a_call_meets_it() -> None:
    shift = Shift("2027-01-14T10:50+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 28))
    record_visit(shift.officer(), shift.time("2027-01-14T12:00+00:00").case, SEEN)
    assert str(post_expiry_by(shift.case)) == "2027-02-12"
    assert outstanding(shift.case, at("2027-02-10T23:59+00:00")) == []
    [contact] = outstanding(shift.case, at("2027-02-11T00:00+00:00"))
    assert (contact.id, str(contact.due)) == ("post-expiry", "2027-02-12")
    shift.time("2027-02-11T09:00+00:00")
    record_visit(shift.officer(), shift.case, {"for": "post-expiry", "type": "phone contact"})
    assert outstanding(shift.case, shift.clock.time) == []
