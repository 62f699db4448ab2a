"""A decision told by radio, beside what the station wrote of it."""

from __future__ import annotations

import pytest

from app import kinds
from app.check_code import check_code
from app.court import serve_notice
from app.entry import Entry
from app.facts.decided import newest_referral, unseen
from app.facts.heard import authority, heard, reconciled
from app.hearing_decision import ToldDecision, hear_decision
from app.held import Held
from app.ranks import ranks
from app.referral import send_referral
from tests.app.shift import Shift, at

SPOKEN = "2027-01-25T23:40+00:00"
WRITTEN = "2027-01-26T08:10+00:00"


def referred() -> Shift:
    shift = Shift("2027-01-25T23:10+00:00")
    send_referral(shift.officer(), shift.case, "duty", ())
    return shift.time(SPOKEN)


def code(shift: Shift) -> str:
    sent = newest_referral(shift.case)
    assert sent
    return check_code(sent.hash)


def told(shift: Shift, decision: str = "authorised", **other: str) -> Entry | Held:
    given = {"who": "0087", "rank": "superintendent", "words": "Issue it", "code": code(shift), **other}
    said = ToldDecision(decision, given["who"], given["rank"], at(SPOKEN), given["words"], code=given["code"])
    return hear_decision(shift.officer(), shift.case, said, ranks())


def written(
    shift: Shift, kind: str = kinds.REFERRAL_AUTHORISED, number: str = "0087", **body: object
) -> None:
    shift.time(WRITTEN).write(kind, shift.superintendent(number), **{"mode": "written", **body})


def test_what_was_heard_is_an_entry_and_moves_no_state() -> None:
    shift = referred()
    told(shift)
    (found,) = heard(shift.case)
    assert (found.who, found.at, found.told_to, found.code) == ("0087", at(SPOKEN), "4471", code(shift))
    assert shift.case.referral.state == "referred"
    assert authority(shift.case) == "heard"
    assert [each.state for each in reconciled(shift.case)] == ["waiting"]


def test_the_written_decision_confirms_it_and_both_times_stay() -> None:
    shift = referred()
    told(shift)
    written(shift)
    (found,) = reconciled(shift.case)
    assert (found.state, found.differs, authority(shift.case)) == ("confirmed", (), "written")
    assert found.written
    assert (found.heard.at, found.written.at) == (at(SPOKEN), at(WRITTEN))


def test_the_station_has_it_as_spoken_until_it_is_put_in_writing() -> None:
    shift = referred()
    told(shift)
    shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), mode="verbal", at=SPOKEN)
    assert (reconciled(shift.case)[0].state, authority(shift.case)) == ("spoken", "spoken")
    written(shift, confirms=shift.case.decisions[0].entry)
    assert (reconciled(shift.case)[0].state, authority(shift.case)) == ("confirmed", "written")


def test_another_decision_in_writing_contradicts_what_was_heard() -> None:
    shift = referred()
    told(shift)
    written(shift, kinds.REFERRAL_REFUSED, reason="bail", plan_b=["x"])
    (found,) = reconciled(shift.case)
    assert (found.state, found.differs, authority(shift.case)) == ("contradicted", ("decision",), "refused")


def test_another_officer_or_other_terms_contradict_it_too() -> None:
    shift = referred()
    told(shift)
    written(shift, number="0090")
    assert reconciled(shift.case)[0].differs == ("officer",)


def test_numbers_are_the_same_with_or_without_leading_noughts() -> None:
    shift = referred()
    told(shift, who="87")
    written(shift)
    assert reconciled(shift.case)[0].state == "confirmed"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"rank": "inspector"}, "rank"),
        ({"rank": ""}, "rank"),
        ({"who": " "}, "who"),
        ({"words": ""}, "words"),
        ({"code": "4T7 KQ2"}, "code"),
    ],
)
def test_what_lacks_is_held_and_named(other: dict[str, str], why: str) -> None:
    shift = referred()
    assert told(shift, **other) == Held((why,))
    assert heard(shift.case) == ()


def test_a_code_that_was_not_read_back_does_not_keep_the_fact_out() -> None:
    shift = referred()
    told(shift, code="")
    assert heard(shift.case)[0].code == ""


def test_nothing_can_be_heard_of_what_was_not_referred_or_is_over() -> None:
    shift = Shift()
    given = ToldDecision("authorised", "0087", "superintendent", at(SPOKEN), "Issue it")
    assert hear_decision(shift.officer(), shift.case, given, ranks()) == Held(("state",))
    shift = referred()
    shift.write(kinds.REFERRAL_WITHDRAWN, why="x")
    assert told(shift) == Held(("state",))


def test_a_refusal_by_radio_is_no_authority_and_service_is_recorded_all_the_same() -> None:
    shift = referred()
    assert authority(shift.case) == "none"
    told(shift, "refused")
    assert authority(shift.case) == "heard-refused"
    assert isinstance(serve_notice(shift.officer(), shift.case, shift.clock.time), Entry)


def test_what_was_heard_does_not_count_as_a_change_after_the_decision() -> None:
    shift = referred()
    seen = {each.stream: each.seq for each in shift.entries()}
    told(shift)
    assert unseen(shift.case, seen) == []


def test_an_amendment_puts_the_time_right() -> None:
    shift = referred()
    entry = told(shift)
    assert isinstance(entry, Entry)
    new = {"at": "2027-01-25T23:35+00:00"}
    shift.write(kinds.AMENDED, of=entry.id, new=new, why="Radio log")
    assert heard(shift.case)[0].at == at("2027-01-25T23:35+00:00")


def test_a_referral_names_what_was_considered_and_the_terms_asked_for() -> None:
    shift = Shift()
    for item, answer in (
        ("dv-age", "yes"),
        ("ao-p-reps", "done"),
        ("tm-molest", "general"),
        ("kid-seen", "x"),
    ):
        shift.answer(item, answer)
    send_referral(shift.officer(), shift.case, "duty", ())
    sent = newest_referral(shift.case)
    assert sent
    assert set(sent.body["items"]) == {"dv-age", "ao-p-reps", "tm-molest"}
