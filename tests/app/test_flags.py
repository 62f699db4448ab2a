"""What both sides are told: acts that crossed, and acts that the law does not allow."""

from __future__ import annotations

import random

import pytest

from app import kinds
from app.amendment import Correction, amend
from app.case import fold
from app.court import Listing, list_hearing, serve_notice
from app.court_calendar import bundled
from app.deciding import confirm, keep_attempt, refuse
from app.entry import Entry
from app.facts.flags import flags
from app.ranks import ranks
from app.referral import withdraw_referral
from tests.app.shift import Shift, at
from tests.app.test_deciding import authorised, sent

CALENDAR, RANKS = bundled(), ranks()


def names(shift: Shift) -> list[str]:
    return [flag.name for flag in flags(shift.case, CALENDAR)]


def test_case_in_order_has_no_flag() -> None:
    shift = sent(dv_violence="yes")
    authorised(shift)
    shift.clock.advance(minutes=5)
    serve_notice(shift.officer(), shift.case, shift.clock.now())
    shift.answer("sv-explained")
    shift.answer("wv-seen")
    shift.write(kinds.VISIT_RECORDED, seen=True)
    list_hearing(shift.officer(), shift.case, Listing("Exampleton", at("2027-01-12T10:00+00:00")))
    assert names(shift) == []


def test_service_without_any_authorisation_is_said_and_its_clock_runs() -> None:
    shift = sent()
    serve_notice(shift.officer(), shift.case, shift.clock.now())
    assert names(shift) == ["served-no-authority"]
    assert shift.case.served_at == shift.clock.now()


def test_service_before_the_authorisation_stays_said_when_it_comes() -> None:
    shift = sent()
    serve_notice(shift.officer(), shift.case, shift.clock.now())
    shift.clock.advance(minutes=5)
    authorised(shift)
    assert names(shift) == ["served-before"]


def test_authority_that_was_spoken_before_service_is_in_order() -> None:
    shift = sent()
    spoken_at = shift.clock.now()
    shift.clock.advance(minutes=5)
    serve_notice(shift.officer(), shift.case, shift.clock.now())
    shift.clock.advance(minutes=30)
    authorised(shift, spoken_at=spoken_at, told_to="4471")
    assert names(shift) == []


def test_refused_notice_that_was_served_is_said() -> None:
    shift = sent()
    known = shift.case
    refuse(shift.superintendent(), shift.case, "Bail", ["bail"], RANKS)
    serve_notice(shift.officer(), known, shift.clock.now())
    assert names(shift) == ["served-refused"]


@pytest.mark.parametrize("minutes", [-60, 5], ids=["written before, arrived after", "written after"])
def test_what_the_decision_did_not_see_is_said_by_whatever_clock(minutes: int) -> None:
    shift = sent(dv_violence="yes")
    answer = next(each for each in shift.entries() if each.kind == kinds.ANSWERED)
    authorised(shift)
    shift.clock.advance(minutes=minutes)
    other = shift.officer("4502")
    entry = amend(other, shift.case, Correction(answer.id, {"answer": "no"}, "Other man"))
    assert isinstance(entry, Entry)
    found = flags(shift.case, CALENDAR)
    assert [(flag.name, flag.by, flag.entry) for flag in found] == [("changed-after", "4502", entry.id)]


def test_confirmation_in_writing_looks_at_the_case_anew() -> None:
    shift = sent()
    authorised(shift, spoken_at=shift.clock.now(), told_to="4471")
    shift.answer("dv-violence", "yes")
    assert names(shift) == ["changed-after"]
    shift.clock.advance(minutes=5)
    confirm(shift.superintendent(), shift.case, "As said", RANKS)
    assert names(shift) == []


def test_age_of_the_suspect_bears_on_it_and_the_victims_telephone_does_not() -> None:
    shift = sent()
    for person, role in (("p-1", "victim"), ("p-2", "suspect")):
        shift.write(kinds.PERSON_RECORDED, person=person, role=role, name="TRAINING One")
    authorised(shift)
    shift.write(kinds.PERSON_RECORDED, person="p-1", phone="07700 900111")
    assert names(shift) == []
    shift.write(kinds.PERSON_RECORDED, person="p-2", dob="2010-01-01")
    assert names(shift) == ["changed-after"]


def test_decision_on_a_referral_that_was_withdrawn_out_of_signal_is_said_and_withdrawal_stands() -> None:
    shift = sent()
    known = shift.case
    withdrawn = withdraw_referral(shift.officer("4502"), known, "She has moved")
    assert isinstance(withdrawn, Entry)
    shift.clock.advance(minutes=1)
    body = {"mode": "written", "reason": "x", "seen": {"s-4471": 99}, "rank": "Superintendent"}
    shift.superintendent().write(shift.id, kinds.REFERRAL_AUTHORISED, body)
    assert names(shift) == ["withdrawn-unseen"]
    assert shift.case.referral.state == "withdrawn"


def test_withdrawal_after_the_decision_is_in_order() -> None:
    shift = sent()
    authorised(shift)
    shift.clock.advance(minutes=1)
    withdraw_referral(shift.officer(), shift.case, "Charged and held")
    assert names(shift) == []


def test_second_decision_that_was_kept_is_said_with_its_author() -> None:
    shift = sent()
    authorised(shift)
    keep_attempt(shift.superintendent("0088"), shift.case, kinds.REFERRAL_REFUSED, {"reason": "Bail"})
    assert [(flag.name, flag.by) for flag in flags(shift.case, CALENDAR)] == [("not-taken", "0088")]


def test_decision_of_a_handset_is_said_to_be_none() -> None:
    shift = sent()
    shift.write(kinds.REFERRAL_AUTHORISED, mode="written")
    assert names(shift) == ["claimed"]


@pytest.mark.parametrize(("days", "found"), [(13, True), (14, False), (28, False), (29, True), (None, True)])
def test_order_outside_14_to_28_days_is_said(days: int | None, found: bool) -> None:
    shift = sent()
    shift.write(kinds.ORDER_MADE, made_at=shift.clock.now().isoformat(), days=days)
    assert names(shift) == (["order-days"] if found else [])


def test_hearing_after_the_safe_deadline_is_said_until_another_is_listed() -> None:
    shift = sent()
    authorised(shift)
    serve_notice(shift.officer(), shift.case, shift.clock.now())
    list_hearing(shift.officer(), shift.case, Listing("Exampleton", at("2027-01-14T10:00+00:00")))
    assert names(shift) == ["hearing-late"]
    shift.clock.advance(minutes=5)
    list_hearing(shift.officer(), shift.case, Listing("Exampleton", at("2027-01-13T10:00+00:00")))
    assert names(shift) == []


def test_flags_are_the_same_in_whichever_order_the_entries_arrive() -> None:
    shift = sent(dv_violence="yes")
    authorised(shift)
    shift.clock.advance(minutes=1)
    serve_notice(shift.officer(), shift.case, shift.clock.now())
    shift.answer("dv-violence", "no")
    shift.write(kinds.REFERRAL_REFUSED)
    shift.write(kinds.ORDER_MADE, made_at=shift.clock.now().isoformat(), days=13)
    expected, entries = flags(shift.case, CALENDAR), shift.entries()
    assert len(expected) == 3
    for seed in range(5):
        random.Random(seed).shuffle(entries)
        assert flags(fold(entries), CALENDAR) == expected


@pytest.mark.parametrize(
    ("kind", "where", "flagged"),
    [
        ("DVPN", "scotland", True),
        ("DVPN", "abroad", True),
        ("DVPN", "england-wales", False),
        ("DVPN", "", False),
        ("DAPN", "scotland", False),
        ("DAPN", "abroad", True),
    ],
)
def test_service_where_the_notice_has_no_effect_is_recorded_and_flagged(
    kind: str, where: str, flagged: bool
) -> None:
    shift = sent(dv_violence="yes")
    authorised(shift)
    shift.clock.advance(minutes=5)
    serve_notice(shift.officer(), shift.case, shift.clock.now(), {"territory": where, "kind": kind})
    assert ("served-outside" in names(shift)) == flagged
