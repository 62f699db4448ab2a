"""A decision: by rank, not on one's own referral, with what s.24 asks for, once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app import kinds
from app.case.model import Case
from app.deciding import (
    Authority,
    Considered,
    ask_for_more,
    authorise,
    confirm,
    decision_words,
    endorse,
    keep_attempt,
    record_consideration,
    refuse,
)
from app.entry import Entry
from app.facts.decided import spoken, standing
from app.facts.notice import authority_times, plan_b
from app.held import Held
from app.notebook import Notebook
from app.ranks import ranks
from app.referral import send_referral, withdraw_referral
from app.triggers import triggers
from tests.app.shift import Shift, at

RANKS = ranks()
ALL = {
    "ao-children": Considered("not applicable", "No children."),
    "ao-victim-opinion": Considered("done", "She wants him kept away."),
    "ao-p-reps": Considered("not obtained", "Phoned twice, 08:55 and 09:00", "No reply"),
}
HOME = {**ALL, "ao-coresident-opinion": Considered("not applicable", "Nobody else lives there.")}


def sent(**answers: str) -> Shift:
    shift = Shift()
    for item, answer in answers.items():
        shift.answer(item.replace("_", "-"), answer)
    send_referral(shift.officer(), shift.case, "2210", ())
    shift.clock.advance(minutes=10)
    return shift


def authority(**other: Any) -> Authority:
    return replace(Authority("Violence; needed tonight.", ("tm-molest",), ALL), **other)


def authorised(shift: Shift, **other: Any) -> Entry | Held:
    return authorise(shift.superintendent(), shift.case, authority(**other), RANKS)


def test_authorised_notice_says_who_of_which_rank_when_and_on_which_terms() -> None:
    shift = sent()
    entry = authorised(shift, terms_words="Not to come to her door.")
    assert isinstance(entry, Entry)
    decision = standing(shift.case)
    assert decision is not None
    assert (decision.by, decision.rank, decision.at) == ("0087", "Superintendent", shift.clock.now())
    assert (decision.terms, decision.terms_words) == (("tm-molest",), "Not to come to her door.")
    assert decision.of == shift.case.referral.entry
    assert (shift.case.referral.state, decision_words(decision)) == ("authorised", "authorised")
    assert shift.case.answers["ao-p-reps"].note == "Phoned twice, 08:55 and 09:00"
    assert shift.case.answers["ao-p-reps"].reason == "No reply"


@pytest.mark.parametrize("rank", ["PC", "Sergeant", "Chief Inspector", "Acting Superintendent", ""])
def test_lower_or_acting_rank_decides_nothing(rank: str) -> None:
    shift = sent()
    book = shift.at_station("1120", rank)
    before = shift.entries()
    assert authorise(book, shift.case, authority(), RANKS) == Held(("rank",))
    assert refuse(book, shift.case, "No grounds", ["bail"], RANKS) == Held(("rank",))
    assert shift.entries() == before


def test_acting_superintendent_decides_where_the_force_says_so() -> None:
    shift = sent()
    book = shift.at_station("0090", "Acting Superintendent")
    said_so = replace(RANKS, for_a_time_counts=True)
    assert isinstance(authorise(book, shift.case, authority(), said_so), Entry)


def test_who_sent_the_referral_does_not_decide_on_it() -> None:
    shift = Shift()
    send_referral(shift.officer("0087", "Superintendent"), shift.case, "2210", ())
    assert authorised(shift) == Held(("own",))
    book = shift.superintendent()
    assert refuse(book, shift.case, "No grounds", ["bail"], RANKS) == Held(("own",))
    assert endorse(book, shift.case, "endorsed", "Agree", RANKS) == Held(("own",))
    assert isinstance(authorise(shift.superintendent("0088"), shift.case, authority(), RANKS), Entry)


def test_newer_notice_is_not_authorised_while_it_is_not_issued() -> None:
    shift = Shift()
    shift.write(kinds.REFERRAL_SENT, to="2210", items={}, regime="DAPN")
    book = shift.at_station("1120", "Inspector")
    assert authorise(book, shift.case, authority(), RANKS) == Held(("issue",))


@pytest.mark.parametrize(
    ("lacking", "held"),
    [
        ({"reason": " "}, ("reason",)),
        ({"terms": ()}, ("tm-molest",)),
        ({"terms": ("tm-molest", "tm-leave"), "considered": HOME}, ("dv-cohabit",)),
        ({"considered": {}}, ("ao-children", "ao-victim-opinion", "ao-p-reps")),
        ({"considered": {**ALL, "ao-p-reps": Considered("not obtained", "Phoned", "")}}, ("ao-p-reps",)),
        ({"considered": {**ALL, "ao-p-reps": Considered("not applicable", "x")}}, ("ao-p-reps",)),
        ({"considered": {**ALL, "ao-victim-opinion": Considered("done", "")}}, ("ao-victim-opinion",)),
    ],
)
def test_what_the_act_asks_for_has_to_be_there(lacking: dict[str, Any], held: tuple[str, ...]) -> None:
    shift = sent()
    before = shift.entries()
    assert authorised(shift, **lacking) == Held(held)
    assert shift.entries() == before


def test_terms_about_the_home_ask_for_the_opinion_of_who_lives_there() -> None:
    shift = sent(dv_cohabit="yes")
    terms = ("tm-molest", "tm-no-entry")
    assert authorised(shift, terms=terms) == Held(("ao-coresident-opinion",))
    assert isinstance(authorised(shift, terms=terms, considered=HOME), Entry)


def test_consideration_that_was_recorded_before_is_not_asked_for_again_and_not_written_twice() -> None:
    shift = sent()
    for item, considered in ALL.items():
        assert isinstance(record_consideration(shift.superintendent(), shift.case, item, considered), Entry)
    assert isinstance(authorised(shift, considered={}), Entry)
    again = record_consideration(shift.superintendent(), shift.case, "ao-p-reps", ALL["ao-p-reps"])
    assert again is None
    assert record_consideration(shift.superintendent(), shift.case, "dv-age", ALL["ao-p-reps"]) == Held(
        ("dv-age",)
    )


def test_spoken_authority_counts_from_when_it_was_spoken_and_is_confirmed_by_who_spoke_it() -> None:
    shift = sent()
    spoken_at = shift.clock.now()
    shift.clock.advance(minutes=30)
    entry = authorised(shift, spoken_at=spoken_at, told_to="4471")
    assert isinstance(entry, Entry)
    assert spoken(shift.case) is not None
    assert confirm(shift.superintendent("0088"), shift.case, "As said", RANKS) == Held(("own-word",))
    assert confirm(shift.superintendent(), shift.case, "", RANKS) == Held(("reason",))
    shift.clock.advance(hours=1)
    assert isinstance(confirm(shift.superintendent(), shift.case, "As said", RANKS), Entry)
    assert authority_times(shift.case) == (spoken_at, shift.clock.now())
    assert spoken(shift.case) is None
    assert confirm(shift.superintendent(), shift.case, "As said", RANKS) == Held(("own-word",))
    assert [decision_words(each) for each in shift.case.decisions] == ["spoken", "confirmed"]
    assert [each.since for each in triggers(shift.case)] == [spoken_at]


def test_refusal_needs_reason_and_plan_b_and_calls_for_a_review() -> None:
    shift = sent()
    book = shift.superintendent()
    assert refuse(book, shift.case, "", [" "], RANKS) == Held(("reason", "plan_b"))
    assert isinstance(refuse(book, shift.case, "Bail is enough", ["bail", " ", "sp-alarm"], RANKS), Entry)
    assert shift.case.referral.state == "refused"
    assert plan_b(shift.case) == ("bail", "sp-alarm")
    assert [each.item for each in triggers(shift.case)] == ["tr-notice-refused"]


Deciding = Any


def decided(book: Notebook, case: Case) -> list[Entry | Held]:
    return [
        authorise(book, case, authority(), RANKS),
        refuse(book, case, "Bail", ["bail"], RANKS),
        ask_for_more(book, case, "Which evidence?"),
        endorse(book, case, "endorsed", "Agree", RANKS),
    ]


def test_nothing_is_decided_before_a_referral_or_after_it_is_withdrawn() -> None:
    shift = Shift()
    assert decided(shift.superintendent(), shift.case) == [Held(("state",))] * 4
    send_referral(shift.officer(), shift.case, "2210", ())
    withdraw_referral(shift.officer(), shift.case, "She has moved")
    assert decided(shift.superintendent(), shift.case) == [Held(("state",))] * 4


def test_second_decision_is_not_taken_and_can_be_kept_without_effect() -> None:
    shift = sent()
    authorised(shift)
    shift.clock.advance(seconds=1)
    other = shift.superintendent("0088")
    assert decided(other, shift.case) == [Held(("decided",))] * 4
    kept = keep_attempt(other, shift.case, kinds.REFERRAL_REFUSED, {"reason": "Bail", "plan_b": ["bail"]})
    first = standing(shift.case)
    assert first is not None
    assert (kept.body["stands"], shift.case.referral.state) == (first.entry, "authorised")
    assert plan_b(shift.case) == ()


def test_first_decision_stands_even_where_two_came_into_the_ledger() -> None:
    shift = sent()
    authorised(shift)
    shift.clock.advance(seconds=1)
    shift.write(kinds.REFERRAL_REFUSED, shift.superintendent("0088"), reason="Bail", plan_b=["bail"])
    assert shift.case.referral.state == "authorised"


def test_endorsement_is_a_view_and_no_gate() -> None:
    shift = sent()
    sergeant = shift.at_station("2210", "Sergeant")
    assert endorse(sergeant, shift.case, "perhaps", "Agree", RANKS) == Held(("view",))
    assert endorse(sergeant, shift.case, "endorsed", "", RANKS) == Held(("reason",))
    none = replace(RANKS, endorsement=())
    assert endorse(sergeant, shift.case, "endorsed", "Agree", none) == Held(("rank",))
    assert isinstance(endorse(sergeant, shift.case, "not endorsed", "Test not met", RANKS), Entry)
    assert shift.case.referral.state == "referred"
    assert isinstance(authorised(shift), Entry)


def test_question_stands_until_that_referral_is_sent_again_whatever_the_phones_clock_says() -> None:
    shift = sent()
    shift.clock.advance(minutes=-30)
    assert ask_for_more(shift.superintendent(), shift.case, "") == Held(("words",))
    assert isinstance(ask_for_more(shift.superintendent(), shift.case, "Which evidence?"), Entry)
    assert shift.case.referral.marks == ("more_information_wanted",)
    shift.clock.advance(minutes=31)
    send_referral(shift.officer(), shift.case, "2210", ())
    assert not shift.case.referral.marks


def test_decision_that_a_handset_writes_moves_nothing() -> None:
    shift = sent()
    for kind in (kinds.REFERRAL_AUTHORISED, kinds.REFERRAL_REFUSED, kinds.REFERRAL_ENDORSED):
        shift.write(kind, shift.officer("0087", "Superintendent"), mode="written", reason="x")
    shift.write(kinds.MORE_INFORMATION_WANTED, words="x")
    assert (shift.case.referral.state, shift.case.referral.marks) == ("referred", ())
    assert shift.case.decisions == ()
    assert authority_times(shift.case) == ()


def test_times_are_kept_with_their_offset() -> None:
    shift = sent()
    entry = authorised(shift, spoken_at=at("2027-01-11T21:10+00:00"), told_to="4471")
    assert isinstance(entry, Entry)
    assert entry.body["at"] == "2027-01-11T21:10:00+00:00"
