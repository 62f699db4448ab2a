"""The incident: what runs, what is missing, tasks in any order, what two officers wrote apart."""

from __future__ import annotations

from datetime import timedelta

from app.answers import Given, answer_item
from app.case.model import Case
from app.incident import open_incident, put_right_incident
from app.risk import grade_risk
from tests.views.harness import in_ring, ring
from tests.views.tonight import CHILD, REF, SUSPECT, VICTIM, person, tonight
from tests.views.welfare import Work, opened, served


def stale(work: Work) -> Case:
    """The case as another phone knew it: what is written on it here names nothing that came since."""
    return work.case


@in_ring
async def test_initials_stand_there_and_no_name_no_birthday_and_no_address() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        person(work, "victim", VICTIM, dob="1990-03-14", address="14 Larkspur Row", phone="07700 900112")
        person(work, "suspect", SUSPECT)
        await work.go()
        assert phone.sees(REF)
        assert phone.sees("R.M.  ·  reported 21:52 today")
        for secret in (VICTIM, "Rania", SUSPECT, "1990", "Larkspur", "07700"):
            assert not phone.sees(secret), secret


@in_ring
async def test_what_is_missing_is_asked_for_and_goes_away_when_it_is_there() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        for key in ("address", "victim", "suspect", "owner", "informs"):
            assert phone.has(f"ui.incident.add.{key}")
        person(work, "victim", VICTIM)
        put_right_incident(work.book, work.case, {"address": "14 Larkspur Row"})
        await work.go()
        assert not phone.has("ui.incident.add.victim")
        assert not phone.has("ui.incident.add.address")
        await phone.tap("ui.incident.add.owner")
        assert phone.route == work.place("task", "risk", "own-now")


@in_ring
async def test_an_incident_without_time_of_report_says_so() -> None:
    async with ring() as phone:
        await phone.unlock()
        work = Work(phone)
        work.id = open_incident(work.book, REF).case
        await work.go()
        assert phone.sees("not yet said when it was reported")
        await phone.tap("ui.incident.add.report")
        assert phone.route == work.place("details")


@in_ring
async def test_flags_are_words_of_what_was_recorded() -> None:
    async with ring() as phone:
        work = await tonight(phone, people=False)
        person(work, "victim", VICTIM, language="Polish", undisclosed=True)
        person(work, "child", CHILD)
        await work.go()
        for words in ("1 child", "Polish", "Address undisclosed"):
            assert phone.sees(words)


@in_ring
async def test_tasks_are_counted_in_words_and_can_be_begun_in_any_order() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        assert phone.sees("0 of 11 completed")
        answer_item(work.book, work.case, Given("vic-alone", "done"))
        await work.go()
        assert phone.sees("1 of 6 answered")
        assert phone.sees("Continue: first account")
        await phone.tap("ui.continue")
        assert phone.route.startswith(work.place("task", "account"))
        await work.go()
        await phone.tap("task.evidence")
        assert phone.route == work.place("task", "evidence")


@in_ring
async def test_a_task_whose_questions_are_answered_is_completed() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        task = phone.services.guidance.task("before")
        assert task is not None
        for question in task.questions:
            answer_item(work.book, work.case, Given(question.id, "done", details={"result": "none"}))
        await work.go()
        assert phone.sees("1 of 11 completed")
        await phone.tap("task.before")
        assert phone.sees("Done, 21:52 today")
        await phone.tap("ui.continue")
        assert phone.route == work.place()


@in_ring
async def test_the_conversation_opens_as_its_overview() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        await phone.tap("task.talk")
        assert phone.route == work.place("consent")


@in_ring
async def test_clocks_of_the_incident_run_on_it() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        by = phone.clock.now() + timedelta(hours=2)
        told = Given("alt-followup", "done", details={"at": by.isoformat(), "who": "4471"})
        answer_item(work.book, work.case, told)
        await work.go()
        assert phone.sees("2 h 0 min left")
        phone.clock.advance(minutes=61)
        await work.go()
        assert phone.sees("59 min left")


@in_ring
async def test_breach_now_stands_there_only_while_a_notice_or_order_may_be_in_force() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go()
        assert not phone.has("breach.now")
    async with ring() as phone:
        work = await served(phone)
        await work.go()
        await phone.tap("breach.now")
        assert phone.route == work.place("breach")


@in_ring
async def test_two_grades_stand_there_in_words_and_the_higher_one_is_shown() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        before = stale(work)
        grade_risk(work.book, before, "medium", {"reason": "First look"})
        grade_risk(work.book, before, "high", {"reason": "Threats to kill"})
        await work.go()
        assert phone.sees("Two officers recorded different things: risk")
        assert phone.sees("High risk: officer 4471, 21:52 today.")
        assert phone.sees("Medium risk: officer 4471, 21:52 today.")
        assert phone.sees("until a supervisor chooses")


@in_ring
async def test_two_addresses_are_named_without_being_shown() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        before = stale(work)
        put_right_incident(work.book, before, {"address": "14 Larkspur Row"})
        put_right_incident(work.book, before, {"address": "9 Hollow Lane", "undisclosed": True})
        await work.go()
        assert phone.sees("An address kept undisclosed")
        assert not phone.sees("Hollow Lane")
        assert not phone.sees("Larkspur")


@in_ring
async def test_two_ways_of_contact_stand_there_with_both_values() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        before = stale(work)
        for channels in (["text"], ["call", "text", "visit"]):
            answer_item(work.book, before, Given("cp-channel", "done", details={"channels": channels}))
        await work.go()
        assert phone.sees("Text message: officer 4471")
        assert phone.sees("Call, Text message, Visit: officer 4471")


@in_ring
async def test_an_incident_that_is_not_on_this_phone_says_so() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.go("/incident/0000")
        assert phone.sees("This page is not here")
