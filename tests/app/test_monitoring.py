"""What is to be done after each step of a notice, by whom and by when."""

from __future__ import annotations

from datetime import date

import pytest

from app import kinds
from app.court import OrderMade, Result, record_court_result, record_order, serve_notice
from app.court_calendar import bundled
from app.entry import Entry
from app.guidance.load import load
from app.held import Held
from app.monitoring.answer import Happened, Settled, answer_task, own_task, record_trigger
from app.monitoring.events import events
from app.monitoring.rules import read_rules, rules
from app.monitoring.tasks import Task, open_tasks, tasks_of
from app.triggers import REVIEW, reviews_due
from tests.app.shift import Shift, at

CALENDAR = bundled()
START = "2027-01-12T13:50+00:00"
NINE_OF_3E = (
    "tr-custody-release", "tr-charge", "tr-pretrial", "tr-sentence", "tr-prison-release", "tr-order-made",
    "tr-order-expiry", "tr-family-court", "tr-new-relationship",
)  # fmt: skip


def authorised(shift: Shift) -> Entry:
    return shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), mode="written")


def every(shift: Shift, now: str = "") -> tuple[Task, ...]:
    return tasks_of(shift.case, at(now) if now else shift.clock.time, CALENDAR)


def waiting(shift: Shift, now: str = "") -> list[str]:
    found = open_tasks(shift.case, at(now) if now else shift.clock.time, CALENDAR)
    return [task.item for task in found]


def task(shift: Shift, item: str, now: str = "") -> Task:
    """The newest of this item."""
    return [each for each in every(shift, now) if each.item == item][-1]


def settle(shift: Shift, item: str, settled: Settled) -> Entry | Held:
    return answer_task(shift.officer(), shift.case, task(shift, item), settled)


def test_nothing_is_to_be_done_before_anything_has_happened() -> None:
    assert every(Shift(START)) == ()


def test_each_rule_is_answered_by_a_question_of_the_content() -> None:
    guidance = load()
    for rule in rules():
        assert guidance.question(rule.item), rule.item


def test_every_task_of_monitoring_has_a_rule() -> None:
    asked = {each.id for each in load().questions() if each.id.startswith("me-")}
    assert {rule.item for rule in rules()} | {REVIEW} == asked


def test_an_authorised_notice_is_flagged_within_hours_and_she_is_told_within_a_working_day() -> None:
    shift = Shift(START)
    authorised(shift)
    assert task(shift, "me-flag-systems").by == at("2027-01-12T17:50+00:00")
    assert task(shift, "me-tell-victim").by == at("2027-01-14T00:00+00:00")
    assert {"me-flag-systems", "me-tell-victim", "me-tell-partners", "me-investigation", REVIEW} == set(
        waiting(shift)
    )


def test_a_working_day_leaves_out_what_the_calendar_leaves_out() -> None:
    shift = Shift("2026-12-24T12:30+00:00")
    authorised(shift)
    assert task(shift, "me-tell-victim").by == at("2026-12-30T00:00+00:00")


@pytest.mark.parametrize(
    ("event", "items"),
    [
        ("refused", {"me-tell-victim", "me-tell-partners", "me-investigation", REVIEW}),
        ("served", {"me-tell-victim", "me-flag-systems", "me-brief-local", "me-p-compliance"}),
        (
            "order_made",
            {
                "me-tell-victim",
                "me-flag-systems",
                "me-brief-local",
                "me-tell-partners",
                "me-p-compliance",
                REVIEW,
            },
        ),
        (
            "order_refused",
            {
                "me-tell-victim",
                "me-flag-systems",
                "me-brief-local",
                "me-tell-partners",
                "me-investigation",
                REVIEW,
            },
        ),
        ("breach", {"me-tell-victim", "me-brief-local", "me-investigation"}),
        ("moved", {"me-transfer-force", "me-transfer-ack"}),
    ],
)
def test_each_step_calls_for_its_tasks(event: str, items: set[str]) -> None:
    shift = Shift(START)
    if event == "refused":
        shift.write(kinds.REFERRAL_REFUSED, shift.superintendent(), reason="bail", plan_b=["x"])
    elif event == "served":
        serve_notice(shift.officer(), shift.case, shift.clock.time)
    elif event == "order_made":
        record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 28))
    elif event == "order_refused":
        record_court_result(shift.officer(), shift.case, Result("refused", "application", "order_refused"))
    elif event == "breach":
        shift.officer().write(shift.id, kinds.BREACH_REPORTED, {"kind": "DVPN", "at": START})
    else:
        shift.write(kinds.ADDRESS_MOVED, address="x", undisclosed=True, new_force="Southvale")
    assert [each.name for each in events(shift.case, shift.clock.time, CALENDAR)] == [event]
    assert set(waiting(shift)) == items


def test_a_missed_hearing_asks_for_the_victim_to_be_told() -> None:
    shift = Shift("2027-02-09T11:30+00:00")
    serve_notice(shift.officer(), shift.case, shift.clock.time)
    found = task(shift, "me-tell-victim", "2027-02-11T11:30+00:00")
    assert (found.event.name, found.by) == ("in_doubt", at("2027-02-13T00:00+00:00"))


def test_the_end_of_an_order_is_prepared_three_days_before_and_told_after() -> None:
    shift = Shift("2027-01-14T10:50+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 28))
    found = task(shift, "me-expiry-handover")
    assert found.by.date() == date(2027, 2, 8)
    assert found.state(at("2027-02-06T12:00+00:00")) == "later"
    assert "me-expiry-handover" not in waiting(shift, "2027-02-06T12:00+00:00")
    assert "me-expiry-handover" in waiting(shift, "2027-02-07T12:00+00:00")
    assert task(shift, "me-tell-victim", "2027-02-11T00:00+00:00").event.name == "expired"


def test_a_newer_event_overtakes_a_task_that_nobody_answered_and_it_stays_readable() -> None:
    shift = Shift(START)
    authorised(shift)
    shift.time("2027-01-12T18:00+00:00")
    serve_notice(shift.officer(), shift.case, shift.clock.time)
    states = [each.state(shift.clock.time) for each in every(shift) if each.item == "me-flag-systems"]
    assert sorted(states) == ["due", "overtaken"]


def test_done_settles_the_event_it_names_and_the_next_event_asks_anew() -> None:
    shift = Shift(START)
    authorised(shift)
    settle(shift, "me-tell-victim", Settled("done", shift.clock.time, details={"who": "4471"}))
    assert "me-tell-victim" not in waiting(shift)
    shift.time("2027-01-12T18:00+00:00")
    serve_notice(shift.officer(), shift.case, shift.clock.time)
    assert task(shift, "me-tell-victim").event.name == "served"
    assert "me-tell-victim" in waiting(shift)


def test_an_answer_that_names_no_event_settles_what_came_before_it() -> None:
    shift = Shift(START)
    authorised(shift)
    shift.time("2027-01-12T14:00+00:00").answer("me-flag-systems")
    assert "me-flag-systems" not in waiting(shift)
    serve_notice(shift.officer(), shift.case, at("2027-01-12T15:00+00:00"))
    assert "me-flag-systems" in waiting(shift, "2027-01-12T15:00+00:00")


def test_not_done_always_says_why_and_then_stands_as_such() -> None:
    shift = Shift(START)
    authorised(shift)
    assert settle(shift, "me-flag-systems", Settled("not done", at(START))) == Held(("reason",))
    settle(shift, "me-flag-systems", Settled("not done", at(START), "PNC is down"))
    found = task(shift, "me-flag-systems")
    assert found.state(shift.clock.time) == "not-done"
    assert found.answer
    assert found.answer.reason == "PNC is down"


def test_an_answer_that_is_none_is_held() -> None:
    shift = Shift(START)
    authorised(shift)
    assert settle(shift, "me-flag-systems", Settled("perhaps", at(START))) == Held(("answer",))


def test_after_its_time_a_task_is_overdue() -> None:
    shift = Shift(START)
    authorised(shift)
    assert task(shift, "me-flag-systems").state(at("2027-01-12T17:49+00:00")) == "due"
    assert task(shift, "me-flag-systems").state(at("2027-01-12T17:50+00:00")) == "overdue"


def test_a_task_falls_to_whoever_has_the_duty_until_somebody_is_named() -> None:
    shift = Shift(START)
    authorised(shift)
    assert task(shift, "me-flag-systems").owner == ""
    shift.answer("own-informs", owner="5120")
    found = task(shift, "me-tell-victim")
    assert (found.owner, found.named) == (shift.case.ownership.informs, False)
    assert own_task(shift.officer(), shift.case, found, " ") == Held(("owner",))
    own_task(shift.officer(), shift.case, found, "6001")
    own_task(shift.officer(), shift.case, found, "6002")
    found = task(shift, "me-tell-victim")
    assert (found.owner, found.named) == ("6002", True)


def test_a_review_is_a_task_until_it_was_done_and_not_done_leaves_it_open() -> None:
    shift = Shift(START)
    authorised(shift)
    assert settle(shift, REVIEW, Settled("done", at(START))) == Held(("reason",))
    settle(shift, REVIEW, Settled("not done", at(START), "Nobody free"))
    assert REVIEW in waiting(shift)
    shift.clock.advance(minutes=5)
    settle(shift, REVIEW, Settled("done", shift.clock.time, "Stays high, plan changed"))
    assert REVIEW not in waiting(shift)
    assert task(shift, REVIEW).state(shift.clock.time) == "done"


def test_a_review_that_is_said_not_to_apply_goes_on_waiting_on_every_page() -> None:
    shift = Shift(START)
    authorised(shift)
    settle(shift, REVIEW, Settled("not applicable", at(START), "Nothing changed"))
    assert REVIEW in waiting(shift)
    assert all(each.reviewed_at is None for each in reviews_due(shift.case, shift.clock.time, CALENDAR))


def test_a_closed_case_asks_for_nothing_more() -> None:
    shift = Shift(START)
    authorised(shift)
    shift.write(kinds.CASE_CLOSED, shift.superintendent(), why="x")
    assert [each for each in every(shift) if each.item != REVIEW] == []


@pytest.mark.parametrize(
    "item",
    [each for each in NINE_OF_3E if each not in ("tr-order-made", "tr-order-expiry")],
)
def test_each_trigger_that_an_officer_learns_of_can_be_recorded_and_is_due(item: str) -> None:
    shift = Shift(START)
    record_trigger(shift.officer(), shift.case, Happened(item, shift.clock.time, "Told by the court"))
    found = task(shift, REVIEW)
    assert (found.review, found.state(shift.clock.time)) == (item, "due")


def test_what_is_no_trigger_is_not_recorded_as_one() -> None:
    shift = Shift(START)
    assert record_trigger(shift.officer(), shift.case, Happened("tr-rain", at(START))) == Held(("trigger",))


def test_a_release_with_its_terms_arms_the_review_of_the_same_day() -> None:
    shift = Shift(START)
    shift.answer("rel-conditions", "not applicable")
    assert reviews_due(shift.case, shift.clock.time, CALENDAR) == []
    shift.answer("rel-conditions")
    (review,) = reviews_due(shift.case, shift.clock.time, CALENDAR)
    assert (review.items[0], review.by) == ("tr-custody-release", date(2027, 1, 12))


@pytest.mark.parametrize(
    "row",
    [
        'item = "me-x"\nafter = ["sunrise"]\ndue = { hours = 1 }\nowner = "owner"',
        'item = "me-x"\nafter = []\ndue = { hours = 1 }\nowner = "owner"',
        'item = "me-x"\nafter = ["served"]\ndue = { moons = 1 }\nowner = "owner"',
        'item = "me-x"\nafter = ["served"]\ndue = { hours = -1 }\nowner = "owner"',
        'item = "me-x"\nafter = ["served"]\ndue = { hours = 1, day = 1 }\nowner = "owner"',
        'item = "me-x"\nafter = ["served"]\ndue = { hours = 1 }\nowner = "nobody"',
    ],
)
def test_a_rule_that_names_what_is_not_known_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match=r"me-x|unpack"):
        read_rules(f"[[rule]]\n{row}")
