"""Who owns risk and plan from this minute, and who keeps her informed."""

from __future__ import annotations

from app import handover, kinds
from app.held import Held
from tests.app.shift import Shift, at


def test_a_case_without_owner_and_informant_says_so() -> None:
    assert Shift().case.ownership.missing == ("owner", "informs")


def test_the_officer_named_as_owner_owns() -> None:
    shift = Shift()
    shift.answer("risk-owner", owner="4502")
    shift.answer("own-informs", who="4471")
    ownership = shift.case.ownership
    assert (ownership.owner, ownership.informs, ownership.missing) == ("4502", "4471", ())
    assert ownership.owner_since == at("2027-01-11T21:05+00:00")


def test_whoever_takes_it_on_without_naming_another_owns_it() -> None:
    shift = Shift()
    shift.answer("own-now")
    assert shift.case.ownership.owner == "4471"


def test_an_owner_who_has_not_accepted_has_only_been_asked() -> None:
    shift = Shift()
    shift.answer("own-now", owner="4502", accepted=False)
    ownership = shift.case.ownership
    assert (ownership.owner, ownership.offered_to) == ("4471", "4502")


def test_an_answer_that_is_not_done_names_nobody() -> None:
    shift = Shift()
    shift.answer("risk-owner", "not done", owner="4502")
    shift.answer("own-informs")
    assert shift.case.ownership.missing == ("owner", "informs")


def test_an_offer_moves_nothing_until_it_is_accepted() -> None:
    shift = Shift()
    handover.offer(shift.officer("4533"), shift.case, "4561")
    assert (shift.case.ownership.owner, shift.case.ownership.handover) == ("4533", "offered")
    shift.clock.advance(minutes=15)
    handover.accept(shift.officer("4561"), shift.case, victim_told=True)
    ownership = shift.case.ownership
    assert (ownership.owner, ownership.handover, ownership.victim_told) == ("4561", "accepted", True)


def test_only_the_officer_who_was_asked_accepts() -> None:
    shift = Shift()
    assert handover.accept(shift.officer("4561"), shift.case) == Held(("state",))
    handover.offer(shift.officer("4533"), shift.case, "4561")
    assert handover.accept(shift.officer("4540"), shift.case) == Held(("state",))


def test_a_handover_answer_offers_and_the_officer_accepts() -> None:
    shift = Shift()
    shift.answer("own-now")
    shift.clock.advance(minutes=1)
    shift.answer("ho-handover", to="4561")
    assert (shift.case.ownership.owner, shift.case.ownership.offered_to) == ("4471", "4561")
    shift.clock.advance(minutes=1)
    handover.accept(shift.officer("4561"), shift.case)
    assert shift.case.ownership.owner == "4561"


def test_an_acceptance_whose_offer_has_not_arrived_counts() -> None:
    shift = Shift()
    shift.write(kinds.HANDOVER_ACCEPTED, shift.officer("4561"), of="not-here-yet")
    assert shift.case.ownership.owner == "4561"
