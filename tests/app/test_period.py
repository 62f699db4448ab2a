"""The days of the visits one by one: what happened, what is due, and what a day is marked with."""

from __future__ import annotations

from datetime import date

import pytest

from app import kinds
from app.case.model import Case
from app.court import Adjournment, Listing, OrderMade, adjourn, list_hearing, record_order, serve_notice
from app.court_calendar import bundled
from app.facts.period import Day, Period, marks, period
from app.facts.period_words import day_lines, number_words
from app.guidance import load
from app.risk import grade_risk
from app.visits.schedule import order_strip
from app.visits.visiting import plan_visits, record_visit
from tests.app.shift import Shift, at

GUIDANCE = load()
SEEN = {"type": "visit", "outcome": "seen-alone", "seen": True, "alone": True}


def ordered(days: int = 28) -> Shift:
    """An order of Thursday 14 January 2027, high risk, its visits planned."""
    shift = Shift()
    serve_notice(shift.officer(), shift.case, at("2027-01-12T11:00+00:00"))
    shift.time("2027-01-14T11:30+00:00")
    record_order(shift.officer(), shift.case, OrderMade(at("2027-01-14T11:10+00:00"), days))
    grade_risk(shift.officer(), shift.case, "high", {"reason": "Watched the house"})
    plan_visits(shift.officer(), shift.case, "high", date(2027, 1, 14), days)
    return shift


def told(case: Case, now: str) -> Period:
    found = period(case, at(now), bundled())
    assert found is not None
    return found


def of_day(found: Period, day: str) -> Day:
    return next(each for each in found.every if each.day == date.fromisoformat(day))


def lines(shift: Shift, day: str, now: str) -> tuple[str, ...]:
    return day_lines(GUIDANCE, shift.case, of_day(told(shift.case, now), day))


def test_a_case_without_an_order_or_a_report_has_no_days() -> None:
    assert period(Case("c-1"), at("2027-01-14T11:30+00:00"), bundled()) is None


def test_before_the_order_the_days_count_from_the_report() -> None:
    shift = Shift()
    listing = Listing("Exampleton", at("2027-01-13T10:00+00:00"))
    list_hearing(shift.officer(), shift.case, listing)
    found = told(shift.case, "2027-01-12T09:00+00:00")
    assert (found.source, found.days[0].day, len(found.days)) == ("report", date(2027, 1, 11), 28)
    assert lines(shift, "2027-01-13", "2027-01-12T09:00+00:00") == ("Hearing listed, 10:00",)


def test_the_cells_are_those_of_the_strip_and_a_day_after_the_order_says_so() -> None:
    shift = ordered(days=14)
    found = told(shift.case, "2027-01-16T09:00+00:00")
    cells = [cell for _, cell in order_strip(shift.case, at("2027-01-16T09:00+00:00"))]
    assert [each.cell for each in found.days] == cells
    assert number_words(GUIDANCE, found, found.days[13]) == "Day 14"
    assert number_words(GUIDANCE, found, found.days[14]) == "Day 15, after the order"


@pytest.mark.parametrize("now", ["2027-01-16T09:00+00:00", "2027-01-28T09:00+00:00"])
def test_the_last_day_and_the_contact_after_a_short_order_stand_on_their_days(now: str) -> None:
    shift = ordered(days=14)
    assert "Last day of the order, until 24:00" in lines(shift, "2027-01-27", now)
    assert lines(shift, "2027-01-29", now)[0] == "Contact after the order, at the latest"


def test_the_contact_after_28_days_is_a_later_day() -> None:
    shift = ordered(days=28)
    found = told(shift.case, "2027-02-11T09:00+00:00")
    assert [each.day for each in found.later][-1] == date(2027, 2, 12)
    assert found.later[-1].number == 30


def test_a_visit_that_was_made_is_told_once_with_its_time() -> None:
    shift = ordered()
    shift.time("2027-01-15T18:05+00:00")
    record_visit(shift.officer(), shift.case, {"for": "2027-01-15", **SEEN})
    found = lines(shift, "2027-01-15", "2027-01-15T20:00+00:00")
    assert [line for line in found if "18:05" in line] == ["Visit made, 18:05"]
    assert "contact" not in marks(of_day(told(shift.case, "2027-01-15T20:00+00:00"), "2027-01-15"))


def test_a_call_stands_on_its_day_beside_the_visit_that_it_clears_not() -> None:
    shift = ordered()
    shift.time("2027-01-15T18:05+00:00")
    called = {"type": "phone contact", "outcome": "phone", "seen": False, "alone": False}
    record_visit(shift.officer(), shift.case, {"for": "2027-01-15", **called})
    found = lines(shift, "2027-01-15", "2027-01-15T20:00+00:00")
    assert "Spoke by phone only, 18:05" in found
    assert "Visit due" in found
    assert "contact" in marks(of_day(told(shift.case, "2027-01-15T20:00+00:00"), "2027-01-15"))


def test_a_breach_says_whether_anybody_was_arrested_and_marks_its_day_first() -> None:
    shift = ordered()
    shift.time("2027-01-20T22:30+00:00")
    arrest = "2027-01-20T22:10:00+00:00"
    told_of = {"kind": "DVPO", "arrested_at": arrest, "at": arrest}
    shift.officer().write(shift.id, kinds.BREACH_REPORTED, told_of)
    now = "2027-01-20T23:00+00:00"
    assert "Breach, arrested, 22:10" in lines(shift, "2027-01-20", now)
    assert marks(of_day(told(shift.case, now), "2027-01-20"))[0] == "breach"


def test_a_review_stands_where_it_is_due_until_it_was_done() -> None:
    shift = ordered()
    shift.time("2027-01-18T10:00+00:00")
    shift.answer("tr-charge", "happened")
    due = lines(shift, "2027-01-19", "2027-01-18T12:00+00:00")
    assert any(line.startswith("Review due: ") for line in due)
    assert any(
        line.startswith("Review missed: ") for line in lines(shift, "2027-01-19", "2027-01-21T09:00+00:00")
    )
    shift.time("2027-01-18T15:00+00:00")
    grade_risk(shift.officer(), shift.case, "high", {"reason": "Charged", "trigger": "tr-charge"})
    done = lines(shift, "2027-01-18", "2027-01-18T16:00+00:00")
    assert any(line.startswith("Review done: ") and line.endswith(", 15:00") for line in done)


def test_a_listing_that_another_took_the_place_of_is_not_told() -> None:
    shift = Shift()
    serve_notice(shift.officer(), shift.case, at("2027-01-12T11:00+00:00"))
    for day in ("13", "14"):
        listing = Listing("Exampleton", at(f"2027-01-{day}T10:00+00:00"))
        list_hearing(shift.officer(), shift.case, listing)
    now = "2027-01-12T12:00+00:00"
    assert not any("Hearing" in line for line in lines(shift, "2027-01-13", now))
    shift.time("2027-01-14T10:20+00:00")
    put_off = Adjournment(at("2027-01-14T10:10+00:00"), at("2027-01-18T10:00+00:00"), "No interpreter")
    adjourn(shift.officer(), shift.case, put_off)
    now = "2027-01-14T11:00+00:00"
    assert "Hearing began, 10:10" in lines(shift, "2027-01-14", now)
    assert "Hearing listed, 10:00" in lines(shift, "2027-01-18", now)
