"""The conversation: each topic asked apart, never chosen in advance, and taken back at any time."""

from __future__ import annotations

from typing import Any

import flet as ft

from app import kinds
from app.answers import Given, answer_item
from app.consent import Cocoon, Said, cocoon, record_consent
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import chosen_now, tonight
from tests.views.welfare import Work


def alone(work: Work, answer: str = "yes", **details: Any) -> None:
    """Whether it is safe to talk, answered by this officer now."""
    answer_item(work.book, work.case, Given("cn-alone", answer, details=details))


async def said(phone: Ring, work: Work, key: str, count: int = 1) -> None:
    await phone.choose(key)
    await work.until_written(kinds.CONSENT_RECORDED, count)


@in_ring
async def test_topics_stand_in_groups_by_what_the_law_asks_and_none_is_answered() -> None:
    async with ring() as phone:
        await tonight(phone, "consent")
        assert phone.sees("0 of 20 talked about")
        for heading in ("Consent is needed", "Consent is not needed", "Views must be sought"):
            assert phone.sees(heading)
        assert phone.sees("Police decide. You must still ask what R.M. thinks, and record it.")
        assert phone.texts().count("Not asked yet") == 21, "twenty topics, and whether it is safe to talk"


@in_ring
async def test_an_answer_stands_on_the_overview_with_its_time() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent", "cn-photo")
        assert chosen_now(phone) == [None]
        await said(phone, work, "cn-photo.answer.declined")
        await phone.tap("ui.back")
        assert phone.route == work.place("consent")
        assert phone.sees("No, 21:52 today")
        assert phone.sees("1 of 20 talked about")


@in_ring
async def test_not_asked_is_another_thing_than_no() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent", "cn-photo")
        assert phone.sees("If you could not ask")
        await said(phone, work, "cn-photo.answer.not-asked")
        assert work.case.consents["cn-photo"].state == "not asked"


@in_ring
async def test_the_words_who_was_there_and_how_it_was_understood_are_kept_with_the_answer() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        alone(work)
        await work.go("consent", "cn-dvpn")
        await said(phone, work, "cn-dvpn.answer.opinion-given")
        assert phone.sees("Consent is not needed")
        await phone.type("cn-dvpn.field.words", "I just need him not to come back tonight.")
        await phone.type("cn-dvpn.field.present", "PC 4471 and an interpreter")
        await phone.type("cn-dvpn.field.understood", "Said it back in her own words")
        await phone.type("cn-dvpn.field.interpreter", "Polish, by telephone, no. 88")
        await phone.tap("ui.continue")
        await work.until_written(kinds.CONSENT_RECORDED, 2)
        told = work.case.consents["cn-dvpn"]
        assert told.words == "I just need him not to come back tonight."
        assert told.details["present"] == "PC 4471 and an interpreter"
        assert told.details["interpreter"] == "Polish, by telephone, no. 88"
        assert told.details["question_version"] == work.book.content_version
        assert phone.route == work.place("consent", "cn-dvpn-told")


@in_ring
async def test_a_refusal_keeps_the_words_too() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent", "cn-support")
        await said(phone, work, "cn-support.answer.declined")
        await phone.type("cn-support.field.words", "Not now, maybe next week")
        await phone.tap("ui.back")
        await work.until_written(kinds.CONSENT_RECORDED, 2)
        assert work.case.consents["cn-support"].words == "Not now, maybe next week"


@in_ring
async def test_neighbours_may_be_told_only_with_a_yes_houses_and_both_checks() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent", "cn-cocoon")
        await said(phone, work, "cn-cocoon.answer.given")
        assert not cocoon(work.case).allowed
        await phone.type("cn-cocoon.field.scope", "18 Mock Parade\n20 Mock Parade")
        await said(phone, work, "cn-cocoon.field.neighbours_involved.no", 2)
        await said(phone, work, "cn-cocoon.field.raises_risk.no", 3)
        assert cocoon(work.case) == Cocoon(True, (), ("18 Mock Parade", "20 Mock Parade"))
        assert phone.sees("Tell the houses that are named, and only what was agreed.")
        assert phone.sees("Limited to: 18 Mock Parade, 20 Mock Parade.")
        assert phone.find("cn-cocoon.field.scope").value == "18 Mock Parade\n20 Mock Parade"


@in_ring
async def test_one_check_that_fails_rules_it_out_and_says_which() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent", "cn-cocoon")
        await said(phone, work, "cn-cocoon.answer.given")
        await phone.type("cn-cocoon.field.scope", "29 Sham Lane")
        await said(phone, work, "cn-cocoon.field.neighbours_involved.yes", 2)
        await said(phone, work, "cn-cocoon.field.raises_risk.no", 3)
        assert cocoon(work.case).because == ("neighbours_involved",)
        assert phone.sees("A neighbour or relative may be involved.")


@in_ring
async def test_a_yes_is_taken_back_in_the_words_that_were_said() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent", "cn-photo")
        await said(phone, work, "cn-photo.answer.given")
        await phone.tap("cn-photo.take-back")
        await phone.type("cn-photo.take-back.words", "I do not want them any more")
        await phone.tap("cn-photo.take-back.save")
        await work.until_written(kinds.CONSENT_WITHDRAWN)
        assert work.case.consents["cn-photo"].state == "withdrawn"
        assert phone.sees("Taken back. I do not want them any more")
        assert chosen_now(phone) == [None], "no answer of the list stands any more"
        await phone.go(work.place("consent"))
        assert phone.sees("Taken back, 21:52 today")


@in_ring
async def test_a_refusal_is_nothing_to_take_back() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent", "cn-photo")
        await said(phone, work, "cn-photo.answer.declined")
        assert not phone.has("cn-photo.take-back")


@in_ring
async def test_what_was_put_off_is_asked_for_after_what_nobody_has_raised() -> None:
    async with ring() as phone:
        work = await tonight(phone, "consent")
        alone(work)
        for item in ("cn-bwv", "cn-dvpn"):
            record_consent(work.book, work.case, Said(item, "later"))
        await work.go("consent")
        assert phone.sees("Ask later")
        assert phone.sees("2 of 20 talked about, 2 to come back to")
        await phone.tap("ui.continue")
        assert phone.route == work.place("consent", "cn-dvpn-told")


@in_ring
async def test_no_answer_of_a_topic_is_larger_or_louder_than_another() -> None:
    async with ring() as phone:
        await tonight(phone, "consent", "cn-photo")
        answers = ("Yes", "No", "Later", "Does not know", "Not asked", "Not safe to ask")
        drawn = [each for each in phone.controls() if isinstance(each, ft.Text) and each.value in answers]
        assert [each.value for each in drawn] == list(answers)
        styles = [each.style for each in drawn if each.style is not None]
        assert len({(each.size, each.weight, each.color, each.font_family) for each in styles}) == 1
        radios = [each for each in phone.controls() if isinstance(each, ft.Radio)]
        assert len({str(each.fill_color) for each in radios}) == 1
        assert len(radios) == len(styles) == len(answers)
