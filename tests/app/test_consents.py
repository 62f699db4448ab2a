"""What the answers permit, who was there, what the ledger keeps, and how far the conversation is."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from app.answers import Given, answer_item
from app.consent import Said, Withdrawn, record_consent, withdraw_consent
from app.consents.company import CAME_IN, NOT_KNOWN, asks_again, came_in, company, setting, third_present
from app.consents.ledger import lines
from app.consents.permission import BLOCKED, NOT_NEEDED, PERMITTED, permission
from app.consents.progress import after, progress
from app.consents.purposes import (
    Purpose,
    gate_of,
    needs_consent,
    purpose,
    purposes,
    purposes_of,
    read_purposes,
)
from app.guidance import load
from app.guidance.model import Form
from app.risk import grade_risk
from tests.app.shift import Shift

CHECKED = {"neighbours_involved": False, "raises_risk": False}


def named(name: str) -> Purpose:
    found = purpose(name)
    assert found is not None
    return found


def after_answer(item: str, state: str, about: str | None = None, **details: Any) -> Shift:
    shift = Shift()
    record_consent(shift.officer(), shift.case, Said(item, state, details, about))
    return shift


# The content


def test_every_topic_has_a_purpose_and_every_purpose_a_topic() -> None:
    topics = {each.id for each in load().questions() if each.form is Form.CONSENT}
    assert {each.topic for each in purposes()} == topics


def test_every_gate_is_a_measure_that_names_the_topic_it_stands_on() -> None:
    guidance = load()
    for each in purposes():
        for item in each.gates:
            question = guidance.question(item)
            assert question is not None, item
            assert question.consent == each.topic, item


def test_every_measure_that_names_a_topic_has_its_gate() -> None:
    missing = [each.id for each in load().questions() if each.consent and gate_of(each.id) is None]
    assert missing == []


def test_fields_that_a_purpose_needs_are_asked_by_its_topic() -> None:
    guidance = load()
    for each in purposes():
        question = guidance.question(each.topic)
        assert question is not None
        assert set(each.needs) <= {field.id for field in question.fields}, each.id


@pytest.mark.parametrize(
    "topic", ["cn-dvpn", "cn-dvpn-told", "cn-marac", "cn-child", "cn-encompass", "cn-bwv"]
)
def test_what_the_law_lets_happen_needs_no_yes(topic: str) -> None:
    assert not needs_consent(topic)


@pytest.mark.parametrize(
    "topic", ["cn-cocoon", "cn-support", "cn-photo", "cn-phone", "cn-medical", "cn-tecsafe"]
)
def test_what_only_a_yes_permits_needs_one(topic: str) -> None:
    assert needs_consent(topic)


def test_words_stand_for_every_purpose() -> None:
    guidance = load()
    for each in purposes():
        for part in ("title", "yours", "police", "permits"):
            assert guidance.has(f"purpose.{each.id}.{part}"), (each.id, part)
        assert guidance.has(f"purpose.{each.id}.blocks") == (each.rule != "nothing"), each.id


def test_words_stand_for_everything_that_can_stand_against_a_purpose() -> None:
    guidance = load()
    wanted = {field for each in purposes() for field in each.needs} | {
        "not_asked", "declined", "later", "not_safe_to_ask", "does_not_know", "withdrawn", "identifiable",
        "neighbours_involved", "raises_risk", "exclusion_not_checked", "scope", "opinion_given",
        "not_required",
    }  # fmt: skip
    assert [each for each in sorted(wanted) if not guidance.has(f"because.{each}")] == []


# What an answer permits


@pytest.mark.parametrize(
    ("state", "because"),
    [
        ("declined", "declined"),
        ("later", "later"),
        ("not asked", "not_asked"),
        ("not safe to ask", "not_safe_to_ask"),
        ("does not know", "does_not_know"),
    ],
)
def test_anything_but_a_yes_blocks_what_needs_one_and_says_why(state: str, because: str) -> None:
    found = permission(after_answer("cn-photo", state).case, named("photographs"))
    assert (found.state, found.because) == (BLOCKED, (because,))


def test_yes_without_its_particulars_is_not_whole() -> None:
    found = permission(after_answer("cn-phone", "given", scope=["Messages of tonight"]).case, named("phone"))
    assert (found.state, found.because) == (BLOCKED, ("return_time",))
    whole = after_answer("cn-phone", "given", scope=["Messages of tonight"], return_time="Tomorrow 10:00")
    found = permission(whole.case, named("phone"))
    assert (found.state, found.scope) == (PERMITTED, ("Messages of tonight",))


def test_either_exclusion_blocks_the_watch_even_before_a_yes() -> None:
    shift = after_answer("cn-cocoon", "later", exclusions={**CHECKED, "raises_risk": True})
    assert permission(shift.case, named("neighbours")).because == ("later", "raises_risk")


def test_notice_is_never_blocked_whatever_is_said_of_it() -> None:
    for state in ("declined", "not asked", "not safe to ask", "does not know"):
        found = permission(after_answer("cn-dvpn", state).case, named("notice"))
        assert (found.state, found.because) == (NOT_NEEDED, ("words",)), state
    assert permission(Shift().case, named("notice")).may
    against = after_answer("cn-dvpn", "opinion given", words="I do not want it", supports=False)
    assert permission(against.case, named("notice")).because == ()


@pytest.mark.parametrize(("name", "topic"), [("children", "cn-child"), ("school", "cn-encompass")])
def test_duties_ask_for_their_reason_and_never_for_a_yes(name: str, topic: str) -> None:
    assert permission(after_answer(topic, "not safe to ask").case, named(name)).state == NOT_NEEDED
    told = permission(after_answer(topic, "not required", basis="Hit", school="Larkspur").case, named(name))
    assert (told.state, told.because) == (NOT_NEEDED, ())


def test_meeting_of_agencies_needs_a_yes_only_below_the_threshold() -> None:
    shift = after_answer("cn-marac", "not asked")
    assert permission(shift.case, named("agencies")).because == ("not_asked",)
    grade_risk(shift.officer(), shift.case, "high", {"reason": "Strangled today"})
    found = permission(shift.case, named("agencies"))
    assert (found.state, found.because) == (NOT_NEEDED, ("grade_basis", "basis", "proportionate"))
    assert permission(after_answer("cn-marac", "given").case, named("agencies")).state == PERMITTED
    judged = after_answer("cn-marac", "not required", grade_basis="Third time this month, getting worse")
    assert permission(judged.case, named("agencies")).state == NOT_NEEDED


def test_fire_service_is_told_with_a_yes_or_for_a_reason_that_is_kept() -> None:
    assert permission(after_answer("cn-fire", "given").case, named("fire")).by == "consent"
    assert permission(after_answer("cn-fire", "declined").case, named("fire")).because == ("declined",)
    found = permission(after_answer("cn-fire", "declined", basis="Threatened to burn it").case, named("fire"))
    assert (found.state, found.by) == (PERMITTED, "basis")


def test_each_of_those_who_may_be_told_has_a_permission_of_its_own() -> None:
    shift = after_answer("cn-tell-others", "given", employer="yes", childcare="no", landlord="later")
    found = [permission(shift.case, each).because for each in purposes_of("cn-tell-others")]
    assert found == [(), ("declined",), ("later",)]
    shift.clock.advance(minutes=1)
    withdraw_consent(shift.officer(), shift.case, Withdrawn("cn-tell-others", about="employer"))
    assert permission(shift.case, named("employer")).because == ("withdrawn",)
    shift.clock.advance(minutes=1)
    record_consent(shift.officer(), shift.case, Said("cn-tell-others", "given", {"employer": "yes"}))
    assert permission(shift.case, named("employer")).state == PERMITTED


def test_yes_to_those_who_may_be_told_is_a_yes_to_none_that_was_not_asked_about() -> None:
    shift = after_answer("cn-tell-others", "given", employer="yes")
    assert permission(shift.case, named("landlord")).because == ("not_asked",)


def test_withdrawal_blocks_at_once() -> None:
    shift = after_answer("cn-support", "given", safe_contact="07700 900112")
    assert permission(shift.case, named("support")).state == PERMITTED
    shift.clock.advance(minutes=1)
    withdraw_consent(shift.officer(), shift.case, Withdrawn("cn-support", "Not any more"))
    assert permission(shift.case, named("support")).because == ("withdrawn",)


# Who was there


def told_alone(shift: Shift, answer: str = "yes", **details: Any) -> Shift:
    answer_item(shift.officer(), shift.case, Given("cn-alone", answer, details=details))
    return shift


def there(shift: Shift, officer: str = "") -> str:
    book = shift.officer()
    return company(shift.case, officer or book.officer.number, shift.clock.now())


def test_nobody_knows_who_is_there_until_it_is_asked() -> None:
    shift = Shift()
    assert there(shift) == NOT_KNOWN
    assert there(told_alone(shift)) == "yes"


def test_somebody_coming_in_ends_what_was_known_and_names_the_minute() -> None:
    shift = told_alone(Shift(), interpreter="No. 88", present="PC 4471")
    shift.clock.advance(minutes=7)
    entry = came_in(shift.officer(), shift.case)
    assert entry.happened_at == shift.clock.now()
    assert there(shift) == CAME_IN
    assert asks_again(shift.case, shift.officer().officer.number, shift.clock.now())
    assert shift.case.given[-1].details == {"interpreter": "No. 88"}, "who is present is asked anew"
    assert len([each for each in shift.case.given if each.item == "cn-alone"]) == 2


def test_long_pause_or_another_officer_asks_again() -> None:
    shift = told_alone(Shift())
    assert there(shift, "9999") == NOT_KNOWN
    shift.clock.advance(minutes=59)
    record_consent(shift.officer(), shift.case, Said("cn-photo", "later"))
    shift.clock.advance(minutes=59)
    assert there(shift) == "yes", "the conversation went on in between"
    shift.clock.advance(minutes=2)
    assert there(shift) == NOT_KNOWN


def test_answer_keeps_who_was_there_and_through_whom_it_was_spoken() -> None:
    shift = told_alone(Shift(), interpreter="No. 88", language="Polish", independent=True)
    record_consent(shift.officer(), shift.case, Said("cn-photo", "given", {"who": "PC Doe"}))
    details = shift.case.consents["cn-photo"].details
    assert (details["company"], details["interpreter"], details["independent"]) == ("yes", "No. 88", True)
    assert not third_present(details)
    came_in(shift.officer(), shift.case)
    record_consent(shift.officer(), shift.case, Said("cn-medical", "declined"))
    assert third_present(shift.case.consents["cn-medical"].details)
    assert "interpreter" not in shift.case.consents["cn-medical"].details


def test_entry_from_before_this_was_kept_is_not_said_to_have_had_somebody_there() -> None:
    assert not third_present({"item": "cn-photo", "answer": "given"})


def test_not_safe_to_talk_is_an_answer_and_carries_its_setting() -> None:
    shift = told_alone(Shift(), "not safe to ask")
    assert there(shift) == "not safe to ask"
    assert not asks_again(shift.case, shift.officer().officer.number, shift.clock.now())
    assert setting(shift.case, "9999", shift.clock.now()) == {}


# The ledger


def test_ledger_keeps_every_version_with_its_question_time_and_author() -> None:
    shift = told_alone(Shift())
    for state in ("later", "given"):
        shift.clock.advance(minutes=1)
        said = Said("cn-photo", state, {"words": f"I said {state}", "understood": "Said it back"})
        record_consent(shift.officer(), shift.case, said)
    shift.clock.advance(minutes=1)
    withdraw_consent(shift.officer(), shift.case, Withdrawn("cn-photo", "No more"))
    found = lines(shift.case, named("photographs"))
    assert [each.state for each in found] == ["later", "given", "withdrawn"]
    assert [each.words for each in found] == ["I said later", "I said given", "No more"]
    assert (found[0].question, found[0].language, found[0].understood) == ("test", "en", "Said it back")
    assert found[2].at == shift.clock.now()
    assert {each.by for each in found} == {shift.officer().officer.number}


def test_ledger_of_one_part_tells_what_was_said_of_that_part() -> None:
    shift = after_answer("cn-tell-others", "given", employer="yes", childcare="no")
    shift.clock.advance(minutes=1)
    withdraw_consent(shift.officer(), shift.case, Withdrawn("cn-tell-others", "Not there", "employer"))
    assert [each.state for each in lines(shift.case, named("employer"))] == ["given", "withdrawn"]
    assert [each.state for each in lines(shift.case, named("childcare"))] == ["declined"]
    assert [each.state for each in lines(shift.case, named("landlord"))] == ["not asked"]


# How far it is


TOPICS = ("a", "b", "c", "d")


def test_progress_counts_what_was_talked_about_and_what_to_come_back_to() -> None:
    shift = Shift()
    for item, state in (("cn-photo", "later"), ("cn-medical", "given"), ("cn-fire", "not safe to ask")):
        record_consent(shift.officer(), shift.case, Said(item, state))
    far = progress(shift.case, ["cn-bwv", "cn-photo", "cn-medical", "cn-fire"])
    assert (far.total, len(far.talked), far.back) == (4, 3, ("cn-photo", "cn-fire"))
    assert far.left == ("cn-bwv", "cn-photo", "cn-fire")


@pytest.mark.parametrize(
    ("left", "here", "follows"),
    [
        (("b", "d"), "a", "b"),
        (("a", "d"), "b", "d"),
        (("a",), "b", "a"),
        (("b",), "b", ""),
        ((), "a", ""),
        (("c", "a"), "", "c"),
    ],
)
def test_next_topic_is_the_next_one_left_and_then_from_the_top(
    left: tuple[str, ...], here: str, follows: str
) -> None:
    assert after(left, TOPICS, here) == follows


def test_purposes_are_read_strictly() -> None:
    with pytest.raises(ValueError, match="maybe"):
        read_purposes('[x]\ntopic = "cn-x"\nrule = "maybe"\nlaw = "-"\n')
    with pytest.raises(TypeError, match="colour"):
        read_purposes('[x]\ntopic = "cn-x"\nrule = "yes"\nlaw = "-"\ncolour = "red"\n')
    with pytest.raises(tomllib.TOMLDecodeError):
        read_purposes("[x")
