"""Referrals to support: sent, received, taken up, blocked; the ledger decides, and two clocks run."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app import kinds
from app.case import fold
from app.clocks.updates import support_settled
from app.consent import Said, Withdrawn, record_consent, withdraw_consent
from app.court_calendar import bundled
from app.entry import Entry
from app.held import Held
from app.risk import grade_risk
from app.support.agencies import Agency, agencies, agency, read_agencies
from app.support.referrals import referral_to, referrals, send_by, waiting
from app.support.referring import Told, record_step
from app.support.sharing import purpose_of
from tests.app.shift import Shift

YES = {"safe_contact": "Ring after nine"}


def named(name: str) -> Agency:
    found = agency(name)
    assert found is not None
    return found


def step(shift: Shift, name: str, what: str, of: str = "", **more: str) -> Entry | Held:
    told = Told(named(name), what, shift.clock.now(), of, **more)
    return record_step(shift.officer(), shift.case, told)


def willing(shift: Shift) -> Shift:
    record_consent(shift.officer(), shift.case, Said("cn-support", "given", YES))
    return shift


def test_an_adviser_is_not_referred_to_without_a_yes_and_the_reason_is_said() -> None:
    shift = Shift()
    assert step(shift, "idva", "sent") == Held(("not_asked",))
    record_consent(shift.officer(), shift.case, Said("cn-support", "declined"))
    assert step(shift, "idva", "sent") == Held(("declined",))
    assert referrals(shift.case) == ()


def test_a_yes_lets_it_go_and_the_entry_names_the_answer_that_it_stands_on() -> None:
    shift = willing(Shift())
    sent = step(shift, "idva", "sent", who="Duty desk", ref="IDVA-9")
    assert isinstance(sent, Entry)
    assert sent.body["consent"] == shift.case.consents["cn-support"].entry
    found = referral_to(shift.case, "idva")
    assert found is not None
    assert (found.state, found.steps[0].who, found.steps[0].ref) == ("sent", "Duty desk", "IDVA-9")


def test_a_yes_that_was_taken_back_lets_nothing_more_go_and_what_was_sent_stays() -> None:
    shift = willing(Shift())
    step(shift, "idva", "sent")
    shift.clock.advance(minutes=5)
    withdraw_consent(shift.officer(), shift.case, Withdrawn("cn-support"))
    assert step(shift, "womens-aid", "sent") == Held(("withdrawn",))
    assert len(referrals(shift.case)) == 1


@pytest.mark.parametrize("name", ["marac", "children"])
def test_what_the_law_lets_go_without_a_yes_keeps_its_basis_instead(name: str) -> None:
    shift = Shift()
    grade_risk(shift.officer(), shift.case, "high", {"reason": "Strangled"})
    assert step(shift, name, "sent") == Held(("basis",))
    sent = step(shift, name, "sent", basis="Risk of serious harm, vital interests")
    assert isinstance(sent, Entry)
    assert sent.body["basis"] == "Risk of serious harm, vital interests"


def test_below_the_threshold_the_meeting_of_agencies_needs_a_yes() -> None:
    shift = Shift()
    grade_risk(shift.officer(), shift.case, "medium", {"reason": "First time"})
    assert isinstance(step(shift, "marac", "sent", basis="x"), Held)


def test_a_blocked_referral_says_what_blocks_it_and_goes_on_when_it_is_not_blocked_any_more() -> None:
    shift = willing(Shift())
    assert step(shift, "refuge", "blocked") == Held(("why",))
    first = step(shift, "refuge", "blocked", why="No place tonight")
    assert isinstance(first, Entry)
    shift.clock.advance(hours=2)
    step(shift, "refuge", "taken_up", of=str(first.body["referral"]))
    found = referral_to(shift.case, "refuge")
    assert found is not None
    assert [each.step for each in found.steps] == ["blocked", "taken_up"]
    assert not found.waits


def test_the_two_working_days_of_support_end_with_a_referral_that_the_code_means() -> None:
    shift = willing(Shift())
    step(shift, "housing", "sent")
    assert not support_settled(shift.case)
    step(shift, "idva", "blocked", why="Nobody answers")
    assert not support_settled(shift.case)
    step(shift, "victim-support", "sent")
    assert support_settled(shift.case)


def test_each_agency_has_its_last_day_from_the_report() -> None:
    case = Shift("2026-12-24T22:00+00:00").case
    told = {each.id: send_by(case, each, bundled()) for each in agencies()}
    assert told["children"] == date(2026, 12, 24)
    assert told["fire"] == date(2026, 12, 25)
    assert told["idva"] == date(2026, 12, 30), "two working days over Christmas"


def test_without_an_answer_for_two_working_days_it_is_late_and_blocked_is_late_at_once() -> None:
    shift = willing(Shift())
    step(shift, "idva", "sent")
    soon = waiting(shift.case, shift.clock.now(), bundled())
    assert [each.late for each in soon] == [False]
    later = waiting(shift.case, shift.clock.now() + timedelta(days=4), bundled())
    assert [each.late for each in later] == [True]
    step(shift, "refuge", "blocked", why="Full")
    now = waiting(shift.case, shift.clock.now(), bundled())
    assert [each.referral.agency for each in now if each.late] == ["refuge"]


def test_same_steps_in_any_order_of_arrival_are_the_same_referral() -> None:
    shift = willing(Shift())
    first = step(shift, "idva", "sent")
    assert isinstance(first, Entry)
    shift.clock.advance(hours=1)
    step(shift, "idva", "received", of=str(first.body["referral"]))
    assert referrals(fold(reversed(shift.entries()))) == referrals(shift.case)


def test_a_step_that_a_newer_phone_wrote_is_kept_and_counts_for_nothing() -> None:
    shift = Shift()
    shift.write(kinds.SUPPORT_REFERRAL, referral="r-1", agency="idva", step="teleported")
    assert referrals(shift.case) == ()
    assert shift.case.support[0].body["step"] == "teleported"


def test_a_word_that_is_no_step_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="not a step"):
        step(Shift(), "idva", "done")


@pytest.mark.parametrize("within", ["{ hours = 2 }", "{ day = -1 }", "{ day = true }"])
def test_agencies_of_a_wrong_form_are_refused(within: str) -> None:
    with pytest.raises(ValueError, match="due at no time"):
        read_agencies(f'[x]\npurpose = "support"\nsupport = true\nwithin = {within}')


def test_every_agency_stands_on_a_purpose_that_the_ledger_knows() -> None:
    assert {purpose_of(each).id for each in agencies()} <= {"support", "agencies", "children", "fire"}
