"""The tests of the notice. A no explains, offers other routes, and blocks nothing."""

from __future__ import annotations

from datetime import date

import pytest

from app.answers import Given, answer_item
from app.entry import Entry
from app.facts.gate import (
    GATE,
    MUST_BE_YES,
    age_on,
    disabled_items,
    dvpn_gate,
    premises_terms_enabled,
    routes_offered,
    suspect_age_on,
)
from app.held import Held
from app.incident import record_person
from app.referral import send_referral
from tests.app.shift import Shift


def answered(**instead: str) -> Shift:
    shift = Shift()
    for item in GATE:
        shift.answer(item, instead.get(item.replace("-", "_"), "yes"))
    return shift


def test_all_yes_meets_the_test() -> None:
    found = dvpn_gate(answered().case)
    assert (found.eligible, found.because, found.unanswered) == (True, (), ())


@pytest.mark.parametrize("item", MUST_BE_YES)
@pytest.mark.parametrize("answer", ["no", "unsure"])
def test_each_test_that_is_not_met_is_named(item: str, answer: str) -> None:
    case = answered(**{item.replace("-", "_"): answer}).case
    assert (dvpn_gate(case).eligible, dvpn_gate(case).because) == (False, (item,))
    assert routes_offered(case)


def test_not_living_together_fails_nothing_and_disables_the_premises_terms() -> None:
    case = answered(dv_cohabit="no").case
    assert dvpn_gate(case).eligible
    assert disabled_items(case) == ("tm-no-evict", "tm-no-entry", "tm-leave", "tm-distance")


def test_what_nobody_answered_is_neither_met_nor_failing() -> None:
    shift = Shift()
    shift.answer("dv-age", "no")
    found = dvpn_gate(shift.case)
    assert (found.eligible, found.because) == (False, ("dv-age",))
    assert "dv-violence" in found.unanswered


def test_a_no_does_not_block_the_referral() -> None:
    shift = answered(dv_violence="no")
    assert isinstance(send_referral(shift.officer(), shift.case, "2225", ()), Entry)


@pytest.mark.parametrize("cohabit", ["no", "unsure", None])
def test_a_premises_term_is_held_unless_they_share_a_home(cohabit: str | None) -> None:
    shift = Shift()
    if cohabit:
        shift.answer("dv-cohabit", cohabit)
    held = answer_item(shift.officer(), shift.case, Given("tm-distance", "yes", details={"metres": 100}))
    assert held == Held(("dv-cohabit",))
    assert "tm-distance" not in shift.case.answers
    assert isinstance(shift.answer("tm-distance", "no"), Entry)
    assert isinstance(shift.answer("tm-molest", "both"), Entry)


def test_premises_terms_open_when_they_share_a_home() -> None:
    shift = answered()
    assert premises_terms_enabled(shift.case)
    assert isinstance(shift.answer("tm-leave", "yes"), Entry)


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2009-03-03", "2027-03-02", 17),
        ("2009-03-03", "2027-03-03", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-29", 20),
    ],
)
def test_the_birthday_counts(born: str, on: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(on)) == age


def test_the_age_comes_from_the_answer_and_else_from_the_person() -> None:
    shift, on = Shift(), date(2027, 3, 2)
    assert suspect_age_on(shift.case, on) is None
    record_person(shift.officer(), shift.case, {"role": "suspect", "dob": "2009-03-03"})
    assert suspect_age_on(shift.case, on) == 17
    shift.answer("dv-age", "yes", dob="2008-03-03")
    assert suspect_age_on(shift.case, on) == 18
