"""From which day visits are counted, until when, and what a visit may come to."""

from __future__ import annotations

from datetime import date, timedelta

from app.court import OrderMade, record_order
from app.guidance import load
from app.held import Held
from app.visits.outcomes import outcome, outcomes
from app.visits.visiting import agree_visit, plan_visits
from app.visits.window import from_order, from_report, further_days, window
from tests.app.shift import Shift, at


def test_before_an_order_visits_are_counted_from_the_report() -> None:
    shift = Shift("2027-01-11T21:05+00:00")
    found = window(shift.case)
    assert found is not None
    assert (found.first, found.last, found.source) == (date(2027, 1, 11), date(2027, 2, 7), "report")


def test_an_order_takes_the_place_of_the_report() -> None:
    shift = Shift("2027-01-11T21:05+00:00")
    record_order(shift.officer(), shift.case, OrderMade(at("2027-01-13T11:00+00:00"), 28))
    found = window(shift.case)
    assert found == from_order(shift.case)
    assert found is not None
    assert (found.first, found.last) == (date(2027, 1, 13), date(2027, 2, 9))


def test_visits_go_on_after_a_short_order_until_the_days_from_the_report_are_over() -> None:
    shift = Shift("2027-01-11T21:05+00:00")
    record_order(shift.officer(), shift.case, OrderMade(at("2027-01-13T11:00+00:00"), 14))
    order, report = from_order(shift.case), from_report(shift.case)
    assert order is not None
    assert report is not None
    days = further_days(shift.case, "high")
    assert days
    assert all(order.last < day <= report.last for day in days)


def test_nothing_follows_an_order_that_outlasts_the_report() -> None:
    shift = Shift("2027-01-11T21:05+00:00")
    record_order(shift.officer(), shift.case, OrderMade(at("2027-01-13T11:00+00:00"), 28))
    assert further_days(shift.case, "high") == ()


def test_a_visit_that_was_missed_is_never_moved() -> None:
    shift = Shift("2027-01-11T21:05+00:00")
    plan_visits(shift.officer(), shift.case, "high", date(2027, 1, 11), 28)
    shift.time("2027-01-13T09:00+00:00")
    moved = {"visit": "2027-01-12", "why": "not at home"}
    assert agree_visit(shift.officer(), shift.case, date(2027, 1, 15), moved) == Held(("state",))
    assert shift.case.visits[1].due == date(2027, 1, 12)


def test_a_visit_still_to_come_is_moved_under_its_id() -> None:
    shift = Shift("2027-01-11T21:05+00:00")
    plan_visits(shift.officer(), shift.case, "high", date(2027, 1, 11), 28)
    moved = {"visit": "2027-01-14", "why": "at work that day"}
    agree_visit(shift.officer(), shift.case, date(2027, 1, 11) + timedelta(4), moved)
    assert [visit.due for visit in shift.case.visits if visit.id == "2027-01-14"] == [date(2027, 1, 15)]


def test_only_seen_in_person_and_alone_counts_as_a_visit_made() -> None:
    counted = [each.id for each in outcomes() if each.type == "visit" and each.seen and each.alone]
    assert counted == ["seen-alone"]
    assert not any(each.seen for each in outcomes() if each.type == "phone contact")


def test_every_outcome_has_words() -> None:
    assert [each.id for each in outcomes() if not load().has(f"outcome.{each.id}")] == []


def test_an_outcome_of_another_version_is_not_known() -> None:
    assert outcome("seen-alone") is not None
    assert outcome("unheard-of") is None
