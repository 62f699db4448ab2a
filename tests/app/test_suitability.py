"""The test for a notice, limb by limb."""

from __future__ import annotations

from datetime import date

import pytest

from app.attempts import Attempt, record_attempt
from app.facts.notice import service_attempts
from app.facts.suitability import LimbState, age_differs, limbs, other_notice
from app.guidance.load import load
from app.held import Held
from app.incident import record_person
from app.referral import send_referral
from tests.app.shift import Shift

GUIDANCE = load()
TODAY = date(2027, 1, 11)
ON_A_BIRTHDAY = date(2009, 1, 11)


def limb(shift: Shift, item: str) -> LimbState:
    return next(each for each in limbs(GUIDANCE, shift.case, TODAY) if each.item == item)


def suspect(shift: Shift, born: date) -> None:
    record_person(
        shift.officer(), shift.case, {"role": "suspect", "name": "Jon Demo", "dob": born.isoformat()}
    )


def test_nothing_is_shown_while_nobody_has_answered() -> None:
    found = limbs(GUIDANCE, Shift().case, TODAY)
    assert [each.state for each in found] == ["unknown"] * len(found)
    assert all(each.missing == ("answer",) for each in found)
    assert found[0].item == "dv-age"


def test_yes_is_shown_only_with_what_shows_it() -> None:
    shift = Shift()
    shift.answer("dv-violence", "yes")
    assert (limb(shift, "dv-violence").state, limb(shift, "dv-violence").missing) == ("unknown", ("reason",))
    shift.answer("dv-assoc", "yes")
    assert limb(shift, "dv-assoc").missing == ("limb",)
    shift.answer("dv-assoc", "yes", limb="relatives")
    assert limb(shift, "dv-assoc").state == "shown"


@pytest.mark.parametrize(("answer", "state"), [("no", "not-shown"), ("unsure", "unknown")])
def test_no_is_not_shown_and_unsure_is_unknown(answer: str, state: str) -> None:
    shift = Shift()
    shift.answer("dv-necessary", answer)
    assert limb(shift, "dv-necessary").state == state


def test_what_was_recorded_elsewhere_stands_beside_the_limb_it_bears_on() -> None:
    shift = Shift()
    shift.answer("vic-injury", "done")
    shift.answer("vic-strangle", "not done")
    assert limb(shift, "dv-violence").bears == ("vic-injury",)


def test_a_date_of_birth_that_says_otherwise_leaves_the_age_unknown() -> None:
    shift = Shift()
    suspect(shift, date(2009, 1, 12))
    shift.answer("dv-age", "yes", source="said so")
    assert age_differs(shift.case, TODAY)
    assert (limb(shift, "dv-age").state, limb(shift, "dv-age").missing) == ("unknown", ("birth",))


def test_the_birthday_counts() -> None:
    shift = Shift()
    suspect(shift, ON_A_BIRTHDAY)
    shift.answer("dv-age", "yes", source="PNC")
    assert limb(shift, "dv-age").state == "shown"


def test_no_limb_stops_a_referral() -> None:
    shift = Shift()
    for each in GUIDANCE.limbs():
        shift.answer(each.id, "no" if "no" in each.answers else each.answers[0])
    assert not isinstance(send_referral(shift.officer(), shift.case, "duty", ()), Held)


def test_the_notice_of_the_other_act_is_known_whether_it_is_issued_or_not() -> None:
    found = other_notice()
    assert found
    assert (found.notice, found.issue, found.enforce) == ("DAPN", False, True)


# Attempts


def attempt(shift: Shift, **other: str) -> object:
    told = {"place": "14 Mill Row", "who": "4471", "result": "Nobody opened", **other}
    return record_attempt(shift.officer(), shift.case, Attempt(shift.clock.time, **told))


def test_every_attempt_is_an_entry_of_its_own() -> None:
    shift = Shift()
    attempt(shift)
    shift.clock.advance(minutes=40)
    attempt(shift)
    tried = service_attempts(shift.case)
    assert [each.details["result"] for each in tried] == ["Nobody opened", "Nobody opened"]
    assert len({each.happened_at for each in tried}) == 2


@pytest.mark.parametrize("name", ["place", "who", "result"])
def test_an_attempt_without_its_particulars_is_held(name: str) -> None:
    shift = Shift()
    assert attempt(shift, **{name: " "}) == Held((name,))
