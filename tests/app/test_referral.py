"""The notice from draft to order: the station decides, an officer's facts move it at once."""

from __future__ import annotations

import pytest

from app import kinds
from app.clocks.deadlines import (
    InForce,
    lapse_risk,
    last_practical_sitting,
    notice_in_force,
    order_in_force,
    order_last_day,
    referral_state,
)
from app.closure import close_case
from app.court import (
    Adjournment,
    Listing,
    OrderMade,
    Result,
    adjourn,
    list_hearing,
    record_court_result,
    record_order,
    report_breach,
    serve_notice,
)
from app.court_calendar import bundled
from app.entry import Entry
from app.facts.notice import authority_times, may_say_protected, must_escalate, plan_b
from app.held import Held
from app.referral import send_referral, withdraw_referral
from tests.app.shift import Shift, at

CALENDAR = bundled()
SERVED = "2027-02-09T11:30+00:00"
DEADLINE = at("2027-02-11T11:30+00:00")


def sent() -> Shift:
    shift = Shift("2027-02-09T08:20+00:00")
    send_referral(shift.officer(), shift.case, "2230", ())
    shift.clock.advance(minutes=10)
    return shift


def served() -> Shift:
    shift = sent()
    shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), mode="written", reason="threat")
    serve_notice(shift.officer(), shift.time(SERVED).case, at(SERVED), {"served_by": "4471"})
    shift.clock.advance(minutes=30)
    return shift


def listed(when: str = "2027-02-11T10:00+00:00") -> Shift:
    shift = served()
    list_hearing(shift.officer(), shift.case, Listing("Mock Magistrates", at(when)))
    shift.clock.advance(minutes=5)
    return shift


def state(shift: Shift) -> str:
    return shift.case.referral.state


def test_a_referral_with_items_missing_is_held_and_named() -> None:
    shift = Shift()
    assert send_referral(shift.officer(), shift.case, "2304", ["dv-proportion"]) == Held(("dv-proportion",))
    assert state(shift) == "draft"


def test_a_sent_referral_names_the_answers_that_it_carries() -> None:
    shift = Shift()
    answer = shift.answer("dv-age", "no")
    entry = send_referral(shift.officer(), shift.case, "2304", ())
    assert isinstance(entry, Entry)
    assert isinstance(answer, Entry)
    assert entry.body["items"] == {"dv-age": answer.id}
    assert (shift.case.referral.state, shift.case.referral.to) == ("referred", "2304")


@pytest.mark.parametrize(
    ("decision", "expected"),
    [("endorsed", "endorsed"), ("endorsed with doubt", "endorsed"), ("not endorsed", "referred")],
)
def test_a_supervisor_who_is_against_it_does_not_endorse(decision: str, expected: str) -> None:
    shift = sent()
    shift.write(kinds.REFERRAL_ENDORSED, shift.at_station("2210", "Sergeant"), decision=decision)
    assert state(shift) == expected


def test_a_written_confirmation_after_service_does_not_turn_the_state_back() -> None:
    shift = served()
    shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), mode="written", confirms=SERVED)
    assert state(shift) == "served"
    assert len(authority_times(shift.case)) == 2


def test_an_endorsement_that_arrives_after_the_decision_changes_nothing() -> None:
    shift = sent()
    shift.write(kinds.REFERRAL_REFUSED, shift.superintendent(), reason="bail", plan_b=["alt-followup"])
    shift.clock.advance(minutes=1)
    shift.write(kinds.REFERRAL_ENDORSED, shift.at_station("2210", "Sergeant"), decision="endorsed")
    assert state(shift) == "refused"
    assert plan_b(shift.case) == ("alt-followup",)


def test_more_information_wanted_is_a_mark_until_the_referral_is_sent_again() -> None:
    shift = sent()
    shift.write(kinds.MORE_INFORMATION_WANTED, shift.superintendent(), words="which evidence?")
    assert (state(shift), shift.case.referral.marks) == ("referred", ("more_information_wanted",))
    shift.clock.advance(minutes=1)
    send_referral(shift.officer(), shift.case, "2230", ())
    assert shift.case.referral.marks == ()


def test_a_refused_notice_is_not_served_and_not_sent_again() -> None:
    shift = sent()
    shift.write(kinds.REFERRAL_REFUSED, shift.superintendent(), reason="bail", plan_b=["x"])
    assert serve_notice(shift.officer(), shift.case, at(SERVED)) == Held(("state",))
    assert send_referral(shift.officer(), shift.case, "2230", ()) == Held(("state",))


def test_a_notice_is_served_once() -> None:
    shift = served()
    assert serve_notice(shift.officer(), shift.case, at("2027-02-09T13:00+00:00")) == Held(("state",))


@pytest.mark.parametrize(
    ("other", "stands"),
    [("2027-02-09T11:20+00:00", "2027-02-09T11:20+00:00"), ("2027-02-09T11:40+00:00", SERVED)],
)
def test_of_two_times_of_service_the_earlier_starts_the_clock(other: str, stands: str) -> None:
    shift = served()
    shift.write(kinds.NOTICE_SERVED, shift.officer("4502"), served_at=other)
    assert shift.case.served_at == at(stands)


def test_a_second_listing_replaces_the_first_which_stays_in_the_history() -> None:
    shift = listed("2027-02-12T10:00+00:00")
    list_hearing(shift.officer(), shift.case, Listing("Mock Magistrates", at("2027-02-11T10:00+00:00")))
    assert [hearing.replaced for hearing in shift.case.hearings] == [True, False]
    assert shift.case.hearing_at == at("2027-02-11T10:00+00:00")
    assert state(shift) == "listed"


def test_one_minute_before_the_deadline_it_is_listed_and_at_the_deadline_at_risk() -> None:
    case = listed().case
    assert referral_state(case, at("2027-02-11T11:29+00:00"), CALENDAR) == "listed"
    assert referral_state(case, DEADLINE, CALENDAR) == "LAPSE_RISK"
    assert notice_in_force(case, DEADLINE, CALENDAR) is InForce.IN_DOUBT
    assert must_escalate(case, DEADLINE, CALENDAR)
    assert not may_say_protected(case, DEADLINE, CALENDAR)


def test_a_hearing_that_began_in_time_keeps_the_notice_alive() -> None:
    shift = listed().time("2027-02-11T10:20+00:00")
    put_off = Adjournment(at("2027-02-11T10:20+00:00"), at("2027-02-18T10:00+00:00"), "contested")
    adjourn(shift.officer(), shift.case, put_off)
    later = at("2027-02-14T10:00+00:00")
    assert referral_state(shift.case, later, CALENDAR) == "adjourned"
    assert notice_in_force(shift.case, later, CALENDAR) is InForce.YES
    assert shift.case.hearing_at == at("2027-02-18T10:00+00:00")


def test_a_hearing_that_began_too_late_does_not_end_the_doubt() -> None:
    shift = listed().time("2027-02-11T12:00+00:00")
    adjourn(shift.officer(), shift.case, Adjournment(shift.clock.time, None, "list overran"))
    assert lapse_risk(shift.case, shift.clock.time, CALENDAR)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Result("order refused"), "order_refused"),
        (Result("Application dismissed."), "order_refused"),
        (Result("not made", outcome="order_refused"), "order_refused"),
        (Result("withdrawn"), "withdrawn"),
        (Result("not reached"), "LAPSE_RISK"),
    ],
)
def test_only_a_result_of_the_application_ends_the_doubt(result: Result, expected: str) -> None:
    shift = listed().time("2027-02-11T16:00+00:00")
    record_court_result(shift.officer(), shift.case, result)
    assert referral_state(shift.case, shift.clock.time, CALENDAR) == expected


def test_what_the_court_said_of_a_breach_does_not_end_the_doubt() -> None:
    shift = listed()
    report_breach(
        shift.officer(), shift.case, {"kind": "DVPN", "arrested_at": "2027-02-10T20:00+00:00", "at": SERVED}
    )
    shift.time("2027-02-11T12:00+00:00")
    record_court_result(shift.officer(), shift.case, Result("bail refused, remanded"))
    assert shift.case.court_results[0].about == "breach"
    assert referral_state(shift.case, shift.clock.time, CALENDAR) == "LAPSE_RISK"
    assert "breached" in shift.case.referral.marks


@pytest.mark.parametrize("rank", ["PC", "Sergeant"])
def test_only_a_supervisor_closes(rank: str) -> None:
    shift = listed().time("2027-02-12T12:00+00:00")
    done = close_case(shift.officer("2230", rank), shift.case, "fresh notice, new record")
    assert isinstance(done, Held) is (rank == "PC")
    expected = "LAPSE_RISK" if rank == "PC" else "closed"
    assert referral_state(shift.case, shift.clock.time, CALENDAR) == expected


def test_a_withdrawal_needs_a_reason_and_something_to_withdraw() -> None:
    shift = served()
    assert withdraw_referral(shift.officer(), Shift().case, "why") == Held(("state",))
    assert withdraw_referral(shift.officer(), shift.case, "") == Held(("reason",))
    withdraw_referral(shift.officer(), shift.case, "left the country")
    assert referral_state(shift.case, DEADLINE, CALENDAR) == "withdrawn"


@pytest.mark.parametrize("days", [13, 29])
def test_an_order_outside_14_to_28_days_is_not_taken(days: int) -> None:
    shift = listed()
    assert record_order(shift.officer(), shift.case, OrderMade(at(SERVED), days)) == Held(("order_days",))
    assert shift.case.orders == ()


def test_an_order_is_not_lengthened() -> None:
    shift = listed().time("2027-02-11T10:40+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 14))
    longer = OrderMade(at("2027-02-20T10:40+00:00"), 28)
    assert record_order(shift.officer(), shift.case, longer) == Held(("order_extend",))
    assert str(order_last_day(shift.case)) == "2027-02-24"


def test_an_order_is_in_force_to_the_end_of_its_last_day_and_then_expired() -> None:
    shift = listed().time("2027-02-11T10:40+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 14))
    case, last_second = shift.case, at("2027-02-24T23:59:59+00:00")
    assert order_in_force(case, last_second)
    assert may_say_protected(case, last_second, CALENDAR)
    over = at("2027-02-25T00:00+00:00")
    assert not order_in_force(case, over)
    assert referral_state(case, over, CALENDAR) == "expired"


def test_served_before_the_morning_sitting_of_the_last_day_there_may_be_no_sitting_left() -> None:
    shift = Shift("2026-12-24T10:00+00:00")
    serve_notice(shift.officer(), shift.case, at("2026-12-24T10:00+00:00"))
    assert last_practical_sitting(shift.case, CALENDAR) is None
