"""Answers that reach beyond their page: the grade, the owner, each child, how somebody is reached."""

from __future__ import annotations

from app import kinds
from app.case.model import Answer
from app.risk import grade_risk
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import person, tonight
from tests.views.welfare import Work


def answer(work: Work, item: str) -> Answer:
    return work.case.answers[item]


async def chosen(phone: Ring, work: Work, key: str, count: int) -> None:
    """Choose, and wait until it is drawn from the entry."""
    await phone.choose(key)
    await work.until_written(kinds.ANSWERED, count)


# Grade


@in_ring
async def test_a_grade_becomes_the_incidents_once_its_reason_is_written() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "risk", "risk-tool")
        await chosen(phone, work, "risk-tool.answer.done", 1)
        await chosen(phone, work, "risk-tool.field.grade.high", 2)
        assert work.case.risk.standing is None
        assert phone.sees("It stands in the incident once you have said why.")
        await phone.type("risk-tool.reason", "Strangled twice, threats to kill")
        await phone.type("risk-tool.field.ref", "DARA 88/26")
        await phone.tap("ui.continue")
        await work.until_written(kinds.RISK_GRADED)
        grade = work.case.risk.grades[0]
        assert (grade.grade, grade.reason, grade.by) == ("high", "Strangled twice, threats to kill", "4471")
        assert not phone.sees("once you have said why")
        await work.go()
        assert phone.sees("High risk")


@in_ring
async def test_a_note_on_an_old_grade_does_not_set_it_again_over_a_newer_one() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "risk", "risk-tool")
        await chosen(phone, work, "risk-tool.answer.done", 1)
        await phone.type("risk-tool.reason", "First look")
        await chosen(phone, work, "risk-tool.field.grade.medium", 2)
        await work.until_written(kinds.RISK_GRADED)
        grade_risk(work.book, work.case, "high", {"reason": "A second attack"})
        await phone.type("risk-tool.field.ref", "DARA 88/26")
        await phone.tap("ui.continue")
        await work.until_written(kinds.ANSWERED, 3)
        assert work.case.risk.standing == "high"
        assert work.kinds().count(kinds.RISK_GRADED) == 2


# Owner


@in_ring
async def test_somebody_named_as_owner_without_accepting_is_only_asked() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "risk", "own-now")
        await chosen(phone, work, "own-now.answer.done", 1)
        await phone.type("own-now.field.owner", "4502")
        await chosen(phone, work, "own-now.field.accepted.no", 2)
        assert (work.case.ownership.owner, work.case.ownership.offered_to) == ("4471", "4502")


@in_ring
async def test_an_owner_of_whom_nobody_said_that_they_accepted_is_only_asked() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "risk", "own-now")
        await chosen(phone, work, "own-now.answer.done", 1)
        await phone.type("own-now.field.owner", "4502")
        await phone.tap("ui.continue")
        await work.until_written(kinds.ANSWERED, 2)
        assert (work.case.ownership.owner, work.case.ownership.offered_to) == ("4471", "4502")
        assert phone.sees("There is a problem"), "it is asked whether the owner accepted"


@in_ring
async def test_an_owner_who_accepted_and_an_informant_reach_the_case() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "risk", "own-now")
        await chosen(phone, work, "own-now.answer.done", 1)
        await phone.type("own-now.field.owner", "4502")
        await chosen(phone, work, "own-now.field.accepted.yes", 2)
        await work.go("task", "risk", "own-informs")
        await chosen(phone, work, "own-informs.answer.done", 3)
        await phone.type("own-informs.field.who", "4471")
        await phone.tap("ui.back")
        await work.until_written(kinds.ANSWERED, 4)
        assert (work.case.ownership.owner, work.case.ownership.informs) == ("4502", "4471")


# Each child


@in_ring
async def test_each_child_has_an_answer_of_its_own() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        child = person(work, "child", "Ada Mensah-Testwood")
        person(work, "child", "Ben Mensah-Testwood")
        await work.go("task", "children", "kid-seen")
        await phone.tap(f"ui.person.{child}")
        assert phone.sees("About A.M.")
        await chosen(phone, work, "kid-seen.answer.done", 1)
        assert work.case.answers[f"kid-seen/{child}"].about == child
        await work.go("task", "children", "kid-seen")
        assert phone.sees("Seen")
        await work.go()
        assert phone.sees("1 of 2 seen")


# Contact preferences


@in_ring
async def test_a_way_of_contact_is_kept_as_it_is_ticked() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "contact", "cp-channel")
        await phone.tap("cp-channel.field.channels.text")
        await work.until_written(kinds.ANSWERED, 1)
        await phone.tap("cp-channel.field.channels.visit")
        await work.until_written(kinds.ANSWERED, 2)
        told = answer(work, "cp-channel")
        assert (told.answer, told.details["channels"]) == ("text, visit", ["text", "visit"])


@in_ring
async def test_a_safe_number_is_an_entry_when_the_page_is_left() -> None:
    async with ring() as phone:
        work = await tonight(phone, "task", "contact", "cp-safe-number")
        await phone.type("cp-safe-number.field.number", "07700 900145")
        await phone.tap("ui.back")
        await work.until_written(kinds.ANSWERED)
        assert answer(work, "cp-safe-number").details["number"] == "07700 900145"
