"""Same entries, any order of arrival: same case. And no body, however odd, breaks it."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import kinds
from app.amendment import Correction, amend
from app.case import fold
from app.case.recorders import RECORDERS
from app.consent import Said, record_consent
from app.entry import Entry
from app.incident import move_address, record_person
from app.risk import grade_risk
from tests.app.questions import ask_everything
from tests.app.shift import Shift, at

KINDS = [value for name, value in vars(kinds).items() if name.isupper() and isinstance(value, str)]


def busy() -> Shift:
    """A case with two officers, amendments, a move and a grade from each."""
    shift = Shift()
    record_person(shift.officer(), shift.case, {"role": "victim", "name": "Aoife Testwood"})
    shift.answer("alt-bop", distance_miles=4)
    wrong = shift.entries()[-1]
    before = shift.case
    shift.time("2027-01-11T22:00+00:00")
    amend(shift.officer("4502"), before, Correction(wrong.id, {"details": {"distance_miles": 6}}, "read"))
    grade_risk(shift.officer(), before, "high", {"reason": "neck"})
    grade_risk(shift.officer("4502"), before, "medium", {"reason": "calm"})
    move_address(shift.officer("4502"), before, {"address": "2 Hidden Mews", "undisclosed": True})
    record_consent(shift.officer(), before, Said("cn-cocoon", "declined", {"words": "No."}))
    return shift


@given(st.randoms(use_true_random=False), st.integers(0, 4))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_order_of_arrival_and_repeats_do_not_change_the_case(order: random.Random, again: int) -> None:
    entries = BUSY.entries()
    expected = fold(entries)
    arrived = [*entries, *entries[:again]]
    order.shuffle(arrived)
    assert fold(arrived) == expected


BUSY = busy()


def test_a_case_without_entries_is_empty() -> None:
    assert fold([]).entries == ()


def test_an_unknown_kind_changes_nothing_and_is_kept() -> None:
    shift = busy()
    before = shift.case
    shift.clock.advance(minutes=1)
    strange = shift.write("teleported", body={"to": "the moon"})
    after = shift.case
    assert after.entries[-1] == strange
    assert replace(after, entries=before.entries, last_written=before.last_written) == before


READ_AS_THEY_STAND = {
    kinds.AMENDED, kinds.DECISION_NOT_TAKEN, kinds.DECISION_HEARD, kinds.TASK_OWNED, kinds.BRIEFING_MADE,
    kinds.BRIEFING_READ, kinds.BRIEFING_ANSWERED, kinds.CASE_MARKED, kinds.GUIDANCE_READ,
}  # fmt: skip
"""They move nothing, and are read from the entries of the case: app.facts.heard, app.monitoring, flags,
app.briefing, app.markers; guidance that was read stands beside every case."""


def test_every_kind_that_is_named_is_recorded_or_read_as_it_stands() -> None:
    assert set(KINDS) - set(RECORDERS) == READ_AS_THEY_STAND


NOW = at("2027-01-14T10:00+00:00")
LIKELY = st.sampled_from(
    [
        "0001-01-01T00:00+14:00", "2027-01-12T10:00+00:00", "2027-01-13T15:10+00:00", "2027-01-14",
        "2027-01-14T10:00", "9999-12-31", "high", "medium", "done", "yes", "refused", "DVPN", "extra", "na-4",
        "na-5", "tr-charge", "alt-followup", "arr-grounds", "own-now", "cp-channel", "dv-age", "victim", 14,
        28, True, ["2027-01-14", "x"], {"at": "2027-01-12T10:00+00:00", "owner": "4471"},
    ]
)  # fmt: skip
ODD = LIKELY | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=4,
)
FIELDS = st.sampled_from(
    [
        "item", "answer", "details", "about", "at", "due", "days", "dates", "grade", "order_made",
        "made_at", "served_at", "address", "undisclosed", "person", "role", "dob", "replaces",
        "resolves", "of", "new", "for", "type", "seen", "to", "started_at", "exclusions", "scope",
        "plan_b", "terms", "result", "outcome", "breach_signs", "event_at", "arrested_at",
        "happened_at", "visit", "trigger", "words",
    ]
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.dictionaries(FIELDS, ODD, max_size=8)), max_size=8))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_no_body_breaks_the_fold(written: list[tuple[str, dict[str, Any]]]) -> None:
    first = BUSY.entries()[0]
    odd = [
        replace(first, id=str(number), seq=number + 100, kind=kind, body=body)
        for number, (kind, body) in enumerate(written)
    ]
    case = fold([first, *odd])
    assert len(case.entries) == len(odd) + 1
    assert ask_everything(case, NOW) == ask_everything(fold([*odd, first]), NOW)


def amended(shift: Shift, of: Entry, new: dict[str, Any], why: str = "misread") -> None:
    shift.clock.advance(minutes=5)
    amend(shift.officer(), shift.case, Correction(of.id, new, why))


def test_an_amendment_changes_what_it_names_and_keeps_the_rest() -> None:
    shift = Shift()
    first = shift.answer("alt-bop", distance_miles=4, taken_to="brother")
    assert isinstance(first, Entry)
    amended(shift, first, {"details": {"distance_miles": 6}})
    answer = shift.case.answers["alt-bop"]
    assert answer.details == {"distance_miles": 6, "taken_to": "brother"}
    assert [version.body["details"]["distance_miles"] for version in answer.versions] == [4, 6]
    assert [version.why for version in answer.versions] == [None, "misread"]


def test_an_amendment_that_arrives_before_its_original_works() -> None:
    shift = Shift()
    first = shift.answer("alt-bop", distance_miles=4)
    assert isinstance(first, Entry)
    amended(shift, first, {"answer": "not done"})
    opened, original, amendment = shift.entries()
    assert fold([opened, amendment]).answers == {}
    assert fold([amendment, opened, original]).answers["alt-bop"].answer == "not done"


def test_an_amendment_of_an_amendment_is_a_third_version() -> None:
    shift = Shift()
    first = shift.answer("dv-age", "yes", dob="2008-03-03")
    assert isinstance(first, Entry)
    amended(shift, first, {"answer": "no"})
    amended(shift, shift.entries()[-1], {"answer": "unsure"})
    answer = shift.case.answers["dv-age"]
    assert answer.answer == "unsure"
    assert len(answer.versions) == 3
    assert shift.case.versions[first.id] == answer.versions


def test_amendments_that_name_each_other_do_not_hang_the_fold() -> None:
    shift = Shift()
    one = shift.write(kinds.AMENDED, of="two", new={"answer": "no"})
    two = shift.write(kinds.AMENDED, of=one.id, new={"answer": "no"})
    circle = [replace(one, body={**one.body, "of": two.id}), two]
    assert fold([*shift.entries()[:1], *circle]).answers == {}


def test_an_amended_order_moves_its_last_day() -> None:
    shift = Shift()
    made = shift.write(kinds.ORDER_MADE, made_at="2027-01-14T10:50+00:00", days=14)
    amended(shift, made, {"days": 28})
    assert shift.case.order_days == 28


def test_what_happened_may_be_put_right_in_time() -> None:
    shift = Shift()
    first = shift.answer("arr-safety")
    assert isinstance(first, Entry)
    amended(shift, first, {"happened_at": "2027-01-11T20:58+00:00"})
    assert shift.case.answers["arr-safety"].happened_at == at("2027-01-11T20:58+00:00")


def test_an_answer_about_one_child_leaves_the_answer_about_the_other() -> None:
    shift = Shift()
    shift.write(kinds.ANSWERED, item="kid-seen", answer="done", about="caitlin")
    shift.write(kinds.ANSWERED, item="kid-seen", answer="not done", about="ellis")
    answers = shift.case.answers
    assert {key: each.answer for key, each in answers.items()} == {
        "kid-seen/caitlin": "done",
        "kid-seen/ellis": "not done",
    }


def test_what_is_newly_known_of_a_person_adds_to_what_was_known() -> None:
    shift = Shift()
    first = record_person(
        shift.officer(), shift.case, {"role": "child", "name": "Ellis Sampleton", "resident": False}
    )
    record_person(shift.officer(), shift.case, {"person": first.body["person"], "school": "Mock Primary"})
    [child] = shift.case.people
    assert (child.name, child.resident, child.details["school"]) == ("Ellis Sampleton", False, "Mock Primary")
    assert len(child.versions) == 2


def test_a_move_written_before_the_victim_was_known_reaches_her() -> None:
    shift = Shift()
    shift.write(kinds.ADDRESS_MOVED, address="6 Pretend Crescent", undisclosed=False)
    record_person(shift.officer(), shift.case, {"role": "victim", "name": "Maud Pretendergast"})
    victim = shift.case.person("victim")
    assert victim is not None
    assert victim.address == "6 Pretend Crescent"


@pytest.mark.parametrize("key", ["seen", "alone"])
def test_what_is_not_said_was_not_seen(key: str) -> None:
    shift = Shift()
    body = {"for": "extra", "type": "visit", "seen": True, "alone": True, key: "true"}
    shift.officer().write(shift.id, kinds.VISIT_RECORDED, body)
    assert shift.case.contacts[0].complete is False
