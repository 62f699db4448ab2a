"""Who is there while she speaks, what an answer permits, taking it back, and what follows from it."""

from __future__ import annotations

from typing import Any

import pytest

from app import kinds
from app.consent import Said, record_consent
from tests.views.harness import Ring, in_ring, ring
from tests.views.test_consent import alone, said
from tests.views.tonight import chosen_now, tap_twice, tonight
from tests.views.welfare import Work


async def in_talk(phone: Ring, *parts: str, **there: Any) -> Work:
    work = await tonight(phone)
    alone(work, "yes", **there)
    await work.go("consent", *parts)
    return work


@in_ring
async def test_conversation_begins_with_whether_it_is_safe_to_talk() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent")
        await phone.tap("ui.continue")
        assert phone.route == work.place("consent", "cn-alone")
        assert chosen_now(phone) == [None]
        assert not phone.has("ui.talk.somebody"), "nobody has begun to talk"
        await phone.choose("cn-alone.answer.yes")
        await work.until_written(kinds.ANSWERED)
        await phone.tap("ui.continue")
        assert phone.route == work.place("consent", "cn-bwv")


@in_ring
async def test_topic_that_is_opened_before_says_to_ask_that_first() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent", "cn-photo")
        assert phone.sees("Ask first if it is safe to talk.")
        await phone.tap("ui.talk.ask-alone")
        assert phone.route == work.place("consent", "cn-alone")


@in_ring
async def test_one_tap_says_that_somebody_came_in_and_the_first_question_is_asked_again() -> None:
    async with ring() as phone:
        work = await in_talk(phone, "cn-photo")
        assert not phone.sees("Ask first if it is safe to talk.")
        phone.clock.advance(minutes=3)
        await tap_twice(phone, "ui.talk.somebody")
        await work.until_written(kinds.ANSWERED, 2)
        assert phone.route == work.place("consent", "cn-alone")
        assert work.last(kinds.ANSWERED).body["answer"] == "somebody came in"
        assert work.kinds().count(kinds.ANSWERED) == 2, "two taps on one button are one"
        assert chosen_now(phone) == [None], "what was true before is not true now"
        await work.go("consent")
        assert phone.sees("Somebody came in. Ask again")


@in_ring
async def test_what_is_asked_with_somebody_there_is_marked_until_it_is_asked_again_alone() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        alone(work, "no")
        await work.go("consent", "cn-photo")
        assert phone.sees("Not alone. Ask nothing that could be paid for later.")
        await said(phone, work, "cn-photo.answer.given")
        assert work.case.consents["cn-photo"].details["company"] == "no"
        assert phone.sees("This was asked with somebody else there")
        assert not phone.has("ui.talk.same"), "it is not yet asked alone"
        alone(work)
        await work.go("consent", "cn-photo")
        await phone.tap("ui.talk.same")
        await work.until_written(kinds.CONSENT_RECORDED, 2)
        await phone.until(lambda: not phone.sees("This was asked with somebody else there"))
        told = work.case.consents["cn-photo"]
        assert (told.state, told.details["company"]) == ("given", "yes")
        assert [each.body["company"] for each in told.versions] == ["no", "yes"]


@in_ring
async def test_words_typed_before_somebody_came_in_stay_an_answer_given_alone() -> None:
    async with ring() as phone:
        work = await in_talk(phone, "cn-photo")
        await said(phone, work, "cn-photo.answer.given")
        await phone.type("cn-photo.field.words", "My arm, and my back")
        await phone.tap("ui.talk.somebody")
        await work.until_written(kinds.CONSENT_RECORDED, 2)
        told = work.case.consents["cn-photo"]
        assert (told.words, told.details["company"]) == ("My arm, and my back", "yes")


@in_ring
async def test_interpreter_is_said_once_and_goes_with_every_topic() -> None:
    async with ring() as phone:
        there = {"interpreter": "No. 88", "language": "Polish", "independent": True, "present": "PC 4471"}
        work = await in_talk(phone, "cn-photo", **there)
        assert phone.sees("Interpreter: No. 88, Polish")
        await said(phone, work, "cn-photo.answer.declined")
        told = work.case.consents["cn-photo"].details
        assert {name: told[name] for name in there} == there
        assert phone.find("cn-photo.field.interpreter").value == "No. 88"


@in_ring
async def test_interpreter_stays_known_while_the_first_question_is_asked_again() -> None:
    async with ring() as phone:
        work = await in_talk(phone, "cn-photo", interpreter="No. 88", language="Polish")
        await phone.tap("ui.talk.somebody")
        await work.until_written(kinds.ANSWERED, 2)
        await phone.choose("cn-alone.answer.no")
        await work.until_written(kinds.ANSWERED, 3)
        await phone.choose("cn-alone.answer.yes")
        await work.until_written(kinds.ANSWERED, 4)
        await work.go("consent", "cn-photo")
        assert phone.sees("Interpreter: No. 88, Polish")


@in_ring
async def test_interpreter_who_is_family_is_warned_about_on_every_topic() -> None:
    async with ring() as phone:
        await in_talk(phone, "cn-photo", interpreter="An aunt", independent=False)
        assert phone.sees("The interpreter is not independent.")


@in_ring
async def test_topic_says_apart_what_is_chosen_and_what_is_police_duty() -> None:
    async with ring() as phone:
        await in_talk(phone, "cn-child")
        assert phone.sees("R.M. chooses: To hear it from us first.")
        assert phone.sees("Police: Where a child is at risk of harm we tell social care.")


@in_ring
async def test_ledger_tells_every_purpose_and_what_each_answer_permits() -> None:
    async with ring() as phone:
        work = await in_talk(phone)
        record_consent(work.book, work.case, Said("cn-photo", "given", {"who": "PC Doe", "words": "Yes"}))
        await work.go("consent", "ledger")
        assert len(phone.rows("ledger.")) == 22
        assert phone.sees("Yes, 21:52 today")
        await phone.tap("ledger.photographs")
        assert phone.sees("Photograph what was agreed, by whoever was chosen.")
        assert phone.sees("Yes. 21:52 today, officer 4471.")
        assert phone.sees("Said: Yes")
        assert phone.sees("asked in English")
        await work.go("consent", "ledger", "notice")
        assert phone.sees("Consent is not needed")
        assert phone.sees("Crime and Security Act 2010 s.24(3)(b), (5)")


@in_ring
async def test_yes_is_taken_back_from_the_ledger_by_two_taps_and_blocks_at_once() -> None:
    async with ring() as phone:
        work = await in_talk(phone)
        record_consent(work.book, work.case, Said("cn-photo", "given", {"who": "PC Doe"}))
        await work.go("consent", "ledger", "photographs")
        await phone.tap("ui.ledger.take-back")
        await phone.type("ui.consent.take-back.words", "I would rather not")
        await tap_twice(phone, "ui.consent.take-back.save")
        entry = await work.until_written(kinds.CONSENT_WITHDRAWN)
        assert entry.body["words"] == "I would rather not"
        assert work.kinds().count(kinds.CONSENT_WITHDRAWN) == 1
        await phone.until(lambda: phone.sees("No photograph is taken."))
        assert phone.sees("Taken back. 21:52 today, officer 4471.")
        assert phone.sees("Yes. 21:52 today, officer 4471."), "the yes stays readable"
        assert not phone.has("ui.ledger.take-back")


@in_ring
async def test_one_of_those_who_may_be_told_is_taken_back_apart() -> None:
    async with ring() as phone:
        work = await in_talk(phone)
        yes = {"employer": "yes", "childcare": "yes", "landlord": "no"}
        record_consent(work.book, work.case, Said("cn-tell-others", "given", yes))
        phone.clock.advance(minutes=1)
        await work.go("consent", "ledger", "employer")
        await phone.tap("ui.ledger.take-back")
        await phone.tap("ui.consent.take-back.save")
        await work.until_written(kinds.CONSENT_WITHDRAWN)
        await phone.until(lambda: phone.sees("Nothing is said to the employer."))
        await work.go("consent", "ledger", "childcare")
        assert phone.sees("Speak to childcare or school, and say only what was agreed.")


@in_ring
async def test_what_follows_from_the_answers_is_a_task_until_it_is_done() -> None:
    async with ring() as phone:
        work = await in_talk(phone)
        record_consent(work.book, work.case, Said("cn-support", "given", {"safe_contact": "07700 900112"}))
        record_consent(work.book, work.case, Said("cn-photo", "later"))
        await work.go("consent", "next")
        assert phone.rows("nx-") == ["nx-support.title"]
        assert phone.sees("To come back to")
        assert phone.rows("back.") == ["back.cn-photo"]
        await phone.tap("nx-support.title")
        await phone.choose("nx-support.answer.promised")
        await work.until_written(kinds.ANSWERED, 2)
        await phone.type("nx-support.field.owner", "4471")
        await phone.tap("ui.back")
        await work.until_written(kinds.ANSWERED, 3)
        assert phone.sees("Promised")
        assert phone.sees("Who does it: 4471")
        await work.go("consent")
        assert phone.sees("1 to do")


@in_ring
async def test_what_an_exclusion_rules_out_is_no_task_and_says_why() -> None:
    async with ring() as phone:
        work = await in_talk(phone)
        found = {"neighbours_involved": True, "raises_risk": False}
        yes = {"scope": ["29 Sham Lane"], "exclusions": found}
        record_consent(work.book, work.case, Said("cn-cocoon", "given", yes))
        await work.go("consent", "next")
        assert phone.sees("Not permitted now")
        assert phone.sees("A neighbour or relative may be involved.")
        await work.go("task", "plan", "sp-cocoon")
        assert phone.sees("Stands on: Neighbours to watch and ring 999")
        assert phone.sees("No neighbour is told anything.")


@in_ring
async def test_ledger_tells_both_checks_of_a_neighbour_watch_and_which_of_them_rules_it_out() -> None:
    async with ring() as phone:
        work = await in_talk(phone, "ledger", "neighbours")
        assert phone.texts().count("Not checked yet") == 2
        found = {"neighbours_involved": False, "raises_risk": True}
        yes = {"scope": ["29 Sham Lane"], "exclusions": found, "feels": "They would talk", "words": "Yes"}
        record_consent(work.book, work.case, Said("cn-cocoon", "given", yes))
        await work.go("consent", "ledger", "neighbours")
        assert phone.sees("Being told may raise the risk.")
        assert not phone.sees("A neighbour or relative may be involved.")
        assert phone.texts().count("Yes. This alone rules it out") == 1
        assert phone.texts().count("No") == 1
        assert phone.sees("Victim feels more at risk if they know?: They would talk")


@pytest.mark.parametrize(
    ("purpose", "topic", "recorded", "law", "why"),
    [
        ("notice", "cn-dvpn", {"words": "Keep him away"}, "s.24(3)(b), (5)", "The opinion is weighed"),
        (
            "agencies",
            "cn-marac",
            {"grade_basis": "Third time", "basis": "Sch.8", "proportionate": "Names only"},
            "s.35 and Sch.8",
            "At high risk we share without asking",
        ),
        ("children", "cn-child", {"basis": "A child was hit"}, "Children Act 1989", "we tell social care"),
        ("school", "cn-encompass", {"school": "Larkspur Primary"}, "s.49A", "The law asks for it"),
    ],
)  # fmt: skip
def test_what_needs_no_consent_says_why_on_what_law_and_what_was_recorded_instead(
    purpose: str, topic: str, recorded: dict[str, str], law: str, why: str
) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            work = await in_talk(phone)
            state = "opinion given" if topic == "cn-dvpn" else "not required"
            record_consent(work.book, work.case, Said(topic, state, recorded))
            await work.go("consent", "ledger", purpose)
            for words in ("Consent is not needed", why, law, "officer 4471", *recorded.values()):
                assert phone.sees(words), words
            assert not phone.sees("is not recorded yet"), "nothing is missing"

    body()


@in_ring
async def test_ledger_tells_who_was_there_and_shows_no_way_to_reach_the_victim() -> None:
    async with ring() as phone:
        work = await in_talk(phone, present="PC 4471", interpreter="No. 88", language="Polish")
        record_consent(work.book, work.case, Said("cn-support", "given", {"safe_contact": "07700 900112"}))
        await work.go("consent", "ledger", "support")
        assert phone.sees("Give name and safe number to a support service.")
        for words in ("PC 4471", "No. 88"):
            assert phone.sees(words), words
        assert not phone.sees("07700 900112")
