"""The notice: the five statements of s.25(1), who authorised it, and when there is none to hand over."""

from __future__ import annotations

from typing import Any

import pytest

from app import kinds
from app.documents.making import Kind, Wanted, lacking, make
from app.documents.model import Refused
from app.documents.notice import STATEMENTS
from tests.app.shift import Shift
from tests.documents.papers import (
    HOME,
    SUSPECT,
    VICTIM,
    answered,
    authorised,
    guidance,
    made,
    material,
    pages,
    referred,
    served,
    words_of,
)

TITLES = {
    "grounds": "1. The grounds on which it is given",
    "arrest-power": "2. Power of arrest",
    "48h-hearing": "3. Hearing within 48 hours",
    "continues": "4. How long this notice continues",
    "court-may": "5. What a magistrates' court may order",
}
SAYS = {
    "grounds": "reasonable grounds for believing that you have been violent towards",
    "arrest-power": "may arrest you without warrant if the constable has reasonable grounds for believing",
    "48h-hearing": "will be heard within 48 hours of the time of service of this notice, and a notice of",
    "continues": "continues in effect until that application has been determined",
    "court-may": "for no fewer than 14 and no more than 28 days",
}


def notice(shift: Shift, draft: bool = False) -> str:
    return words_of(made(shift, Kind.NOTICE, draft=draft).content)


def refused(shift: Shift, kind: Kind = Kind.NOTICE) -> tuple[str, ...]:
    done = make(material(shift.case), Wanted(kind))
    assert isinstance(done, Refused)
    assert done.because == lacking(material(shift.case), kind)
    return done.because


def spoken(shift: Shift, **more: object) -> None:
    told = {"mode": "verbal", "reason": "Both grounds", "rank": "Superintendent", **more}
    shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), **told)


@pytest.mark.parametrize("name", STATEMENTS)
def test_notice_states_what_section_25_asks_for(name: str) -> None:
    told = notice(authorised())
    assert TITLES[name] in told
    assert SAYS[name] in told


def test_the_grounds_are_those_that_the_officer_recorded_and_name_both_people() -> None:
    told = notice(authorised())
    assert "What is relied on: Held by the neck at 21:35 on Mon 11 Jan 2027." in told
    assert "Why it is necessary: Said: I will be back, whatever you call." in told
    assert f"violent towards {VICTIM}" in told
    assert f"Name {SUSPECT}" in told


def test_mandatory_and_premises_terms_are_sentences_to_the_person_served() -> None:
    told = notice(authorised())
    assert f"1. No molestation You must not molest {VICTIM}." in told
    assert f"You must not enter these premises: {HOME}" in told
    assert f"You must not come within 100 metres of these premises: {HOME}" in told
    assert "You must leave" not in told


def test_no_term_about_the_home_stands_where_they_share_none() -> None:
    shift = referred()
    answered(shift, "dv-cohabit", "no")
    spoken(shift)
    told = notice(shift)
    assert "these premises:" not in told
    assert "must not molest" in told


def test_a_notice_is_refused_where_a_term_about_the_home_was_authorised_and_they_turn_out_to_share_none() -> (
    None
):
    shift = referred()
    spoken(shift, terms=["tm-molest", "tm-leave"])
    shift.clock.advance(minutes=1)
    answered(shift, "dv-cohabit", "no")
    assert refused(shift) == ("premises-closed", "no-premises")


def test_terms_are_those_that_were_authorised_and_not_those_that_were_asked_for() -> None:
    shift = referred()
    spoken(shift, terms=["tm-molest", "tm-leave"], terms_words="Leave by 06:00.")
    told = notice(shift)
    assert f"You must leave these premises: {HOME}" in told
    assert "You must not enter" not in told
    assert "As authorised Leave by 06:00." in told


def test_notice_says_who_authorised_it_with_rank_and_time() -> None:
    told = notice(authorised())
    assert "Rank Superintendent" in told
    assert "Officer number 0087" in told
    assert "Authorised Mon 11 Jan 2027, 23:55 GMT" in told


def test_a_spoken_authority_says_so_until_it_is_confirmed_in_writing() -> None:
    shift = referred()
    spoken(shift)
    assert "Not confirmed in writing yet" in notice(shift)
    shift.clock.advance(hours=2)
    first = shift.case.decisions[0].entry
    told = {"mode": "written", "reason": "As said", "rank": "Superintendent", "confirms": first}
    shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), **told)
    assert "Confirmed in writing Officer 0087, Mon 11 Jan 2027, 23:55 GMT" in notice(shift)
    assert "Authorised Mon 11 Jan 2027, 21:55 GMT" in notice(shift)


def test_notice_is_refused_until_it_is_authorised() -> None:
    assert refused(referred()) == ("not-authorised",)


def test_what_an_officer_was_told_by_radio_makes_a_draft_that_says_who_said_it() -> None:
    shift = referred()
    told: dict[str, Any] = {"decision": "authorised", "who": "0087", "rank": "Superintendent"}
    told |= {"words": "Go ahead", "told_to": "4471", "at": "2027-01-11T21:50:00+00:00"}
    shift.write(kinds.DECISION_HEARD, **told)
    assert refused(shift) == ("only-heard",)
    drawn = notice(shift, draft=True)
    assert "told by radio or telephone that it is authorised" in drawn
    assert "Authorised Mon 11 Jan 2027, 21:50 GMT" in drawn
    assert "DRAFT" in drawn


def test_the_draft_has_the_terms_that_were_told_by_radio_and_not_those_asked_for() -> None:
    shift = referred()
    told: dict[str, Any] = {"decision": "authorised", "who": "0087", "rank": "superintendent"}
    told |= {"words": "Go ahead", "terms": ["tm-molest", "tm-leave"], "at": "2027-01-11T21:50:00+00:00"}
    assert "You must not enter" in notice(shift, draft=True)
    shift.write(kinds.DECISION_HEARD, **told)
    drawn = notice(shift, draft=True)
    assert f"You must leave these premises: {HOME}" in drawn
    assert "You must not enter" not in drawn


def test_a_refusal_leaves_no_notice() -> None:
    shift = referred()
    shift.write(
        kinds.REFERRAL_REFUSED, shift.superintendent(), reason="Bail is enough", plan_b=["alt-refuge"]
    )
    assert refused(shift) == ("not-authorised",)


def test_a_withdrawn_referral_leaves_no_notice() -> None:
    shift = authorised()
    shift.write(kinds.REFERRAL_WITHDRAWN, why="Charged and remanded")
    assert refused(shift) == ("not-authorised",)


def test_a_notice_that_could_not_state_what_it_must_is_refused_with_every_reason() -> None:
    shift = Shift()
    spoken(shift)
    assert set(refused(shift)) == {"no-name", "no-victim-name", "no-grounds", "no-molestation-term"}
    assert all(guidance().has(f"doc.refused.{name}") for name in refused(shift))


def test_a_ground_that_was_answered_no_is_no_ground() -> None:
    shift = authorised()
    answered(shift, "dv-violence", "no", "Nothing was said of violence")
    assert refused(shift) == ("no-grounds",)


def test_a_referral_under_the_newer_act_is_not_served_as_this_notice() -> None:
    shift = authorised()
    shift.clock.advance(minutes=1)
    shift.write(kinds.REFERRAL_SENT, to="2210", items={}, regime="DAPN")
    assert "another-regime" in refused(shift)


def test_a_draft_says_so_at_the_head_of_each_page_and_across_it() -> None:
    told = pages(made(referred(), Kind.NOTICE, draft=True).content)
    assert [page.count("DRAFT") for page in told] == [2] * len(told)
    assert "No superintendent has authorised this notice. It must not be served." in " ".join(told)


def test_an_authorised_notice_is_no_draft_even_where_one_was_asked_for() -> None:
    told = pages(made(authorised(), Kind.NOTICE, draft=True).content)
    assert [page.count("DRAFT") for page in told] == [0] * len(told)


def test_training_stands_on_each_page_of_a_training_case_and_on_no_other() -> None:
    shift = authorised()
    assert all(page.count("TRAINING") == 2 for page in pages(made(shift, Kind.NOTICE).content))
    live = make(material(shift.case, training=False), Wanted(Kind.NOTICE))
    assert not isinstance(live, Refused)
    assert "TRAINING" not in words_of(live.content)


def test_service_is_filled_in_by_hand_until_it_is_recorded() -> None:
    assert "Address given, or refused" in notice(authorised())
    told = notice(served())
    assert "Date and exact time Wed 13 Jan 2027, 16:05 GMT" in told
    assert "Address given, or refused" not in told


@pytest.mark.parametrize("kind", [Kind.PROOF, Kind.APPLICATION])
def test_nothing_is_proved_and_nothing_applied_for_before_service(kind: Kind) -> None:
    assert refused(authorised(), kind) == ("not-served",)
    assert all("DRAFT" in page for page in pages(made(authorised(), kind, draft=True).content))
