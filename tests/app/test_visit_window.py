"""From which day visits are counted, until when, and what a visit may come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app import kinds
from app.case import fold
from app.court import OrderMade, record_order, serve_notice
from app.entry import Entry, Fact
from app.guidance import load
from app.held import Held
from app.visits.cadence import due_days
from app.visits.outcomes import outcome, outcomes
from app.visits.visiting import Planning, agree_visit, plan_visits, plan_window
from app.visits.window import (
    Anchor,
    Window,
    anchor,
    from_order,
    from_report,
    further_days,
    last_visit_day,
    window,
)
from tests.app.shift import Shift, at
from tests.fakes.journal import FakeJournal


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


# The force's policy


def told(order_days: int | None = None, served: str = "") -> Shift:
    """Reported on Monday 11 January; a notice and an order where they are asked for."""
    shift = Shift("2027-01-11T21:05+00:00")
    if served:
        serve_notice(shift.officer(), shift.case, at(served))
    if order_days:
        record_order(shift.officer(), shift.case, OrderMade(at("2027-01-20T11:00+00:00"), order_days))
    return shift


SERVED = "2027-01-12T09:00+00:00"


@pytest.mark.parametrize(
    ("policy", "order_days", "served", "first", "last", "source"),
    [
        (Anchor.REPORT, 28, SERVED, date(2027, 1, 11), date(2027, 2, 7), "report"),
        (Anchor.SERVICE, 28, SERVED, date(2027, 1, 12), date(2027, 2, 8), "service"),
        (Anchor.SERVICE, None, "", date(2027, 1, 11), date(2027, 2, 7), "report"),
        (Anchor.ORDER, 14, SERVED, date(2027, 1, 20), date(2027, 2, 2), "order"),
        (Anchor.ORDER, None, SERVED, date(2027, 1, 11), date(2027, 2, 7), "report"),
        (Anchor.LATER, 14, SERVED, date(2027, 1, 20), date(2027, 2, 7), "order"),
        (Anchor.LATER, 28, SERVED, date(2027, 1, 20), date(2027, 2, 16), "order"),
        (Anchor.LATER, None, SERVED, date(2027, 1, 11), date(2027, 2, 7), "report"),
    ],
)
def test_visits_are_counted_from_what_the_force_chose(
    policy: Anchor, order_days: int | None, served: str, first: date, last: date, source: str
) -> None:
    case = told(order_days, served).case
    found = window(case, policy)
    assert found is not None
    assert (found.first, found.source) == (first, source)
    assert last_visit_day(case, policy) == last


def test_unless_a_force_chooses_the_later_end_counts() -> None:
    assert anchor() is Anchor.LATER
    assert window(told(14).case) == window(told(14).case, Anchor.LATER)


def test_days_after_a_short_order_are_of_the_policy_that_looks_beyond_it() -> None:
    case = told(14).case
    assert {policy: bool(further_days(case, "high", policy)) for policy in Anchor} == {
        Anchor.REPORT: False, Anchor.SERVICE: False, Anchor.ORDER: False, Anchor.LATER: True,
    }  # fmt: skip


class OneFrame(FakeJournal):
    """Counts frames: what is written in one call is there whole or not at all."""

    frames = 0

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        self.frames += 1
        return super().write(*facts, clears=clears)


def test_the_days_after_a_short_order_are_sealed_with_the_plan_itself() -> None:
    shift, journal = told(14), OneFrame("s-9")
    counted = window(shift.case)
    assert counted is not None
    journal.keep_draft("draft", {"grade": "high"}, shift.clock.now())
    book = replace(shift.officer(), journal=journal)
    plan = plan_window(book, shift.case, Planning("high", counted, "After the order"), ("draft",))
    assert isinstance(plan, Entry)
    assert journal.frames == 1
    assert journal.records.drafts() == []
    written = journal.records.entries(shift.id)
    assert [entry.kind for entry in written] == [kinds.VISITS_PLANNED, kinds.VISITS_EXTENDED]
    case = fold([*shift.entries(), *written])
    planned = {*due_days("high", counted.first, counted.days), *further_days(shift.case, "high")}
    assert {visit.due for visit in case.visits} == planned
    assert max(planned) <= date(2027, 2, 7)


def test_a_plan_from_the_order_loses_none_of_the_days_seen_before_it() -> None:
    shift = told()
    before = window(shift.case)
    assert before is not None
    plan_window(shift.officer(), shift.case, Planning("high", before))
    shift.time("2027-01-20T12:00+00:00")
    gone = {visit.due for visit in shift.case.visits if visit.due <= date(2027, 1, 20)}
    record_order(shift.officer(), shift.case, OrderMade(at("2027-01-20T11:00+00:00"), 14))
    after = window(shift.case)
    assert after is not None
    plan_window(shift.officer(), shift.case, Planning("high", after))
    there = {visit.due for visit in shift.case.visits}
    assert gone <= there
    assert {*due_days("high", after.first, 14), *further_days(shift.case, "high")} <= there


def test_a_window_that_no_order_could_have_is_not_planned() -> None:
    shift = told()
    planning = Planning("high", Window(date(2027, 1, 11), 40, "report"))
    assert plan_window(shift.officer(), shift.case, planning) == Held(("order_days",))
    with pytest.raises(ValueError, match="not a risk grade"):
        plan_window(shift.officer(), shift.case, replace(planning, grade="severe"))
