"""Service and what follows each step: tasks with owner and due time, attempts, breach in one tap."""

from __future__ import annotations

import pytest

from app import kinds
from app.court import report_breach, serve_notice
from app.court_calendar import bundled
from app.facts.notice import service_attempts
from app.monitoring.answer import own_task
from app.monitoring.tasks import open_tasks
from app.triggers import reviews_due
from tests.views.harness import Ring, in_ring, ring
from tests.views.station import superintendent
from tests.views.test_court import type_moment
from tests.views.tonight import small_phone, tap_twice
from tests.views.welfare import Work, at, opened, ordered, served

CALENDAR = bundled()


def waiting(phone: Ring, work: Work) -> list[str]:
    return [task.item for task in open_tasks(work.case, phone.clock.now(), CALENDAR)]


def row(work: Work, item: str, kind: str) -> str:
    return f"follow.{item}.{work.last(kind).id}"


# What follows a step


@in_ring
async def test_an_incident_without_a_step_of_the_notice_has_no_such_row() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go()
        assert not phone.has("follow.title")


@in_ring
async def test_after_service_each_task_says_why_by_when_and_that_nobody_is_named() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go()
        assert phone.sees("4 to do")
        await phone.tap("follow.title")
        assert phone.route == work.place("after")
        assert phone.sees("Brief the local team")
        assert phone.sees("The notice was served, 15:05 today")
        assert phone.sees("By end of Mon 23 Nov (24:00)")
        assert phone.sees("Nobody is named")


@in_ring
async def test_done_is_one_entry_that_names_what_called_for_it() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("after")
        await phone.tap(row(work, "me-brief-local", kinds.NOTICE_SERVED))
        await phone.choose("follow.answer.done")
        await phone.until(lambda: phone.has("follow.who"))
        await phone.type("follow.words", "Early turn, 14:00 briefing")
        await tap_twice(phone, "follow.save")
        entry = await work.until_written(kinds.ANSWERED)
        await phone.until(lambda: phone.route == work.place("after"))
        assert work.kinds().count(kinds.ANSWERED) == 1
        event = work.last(kinds.NOTICE_SERVED).id
        assert (entry.body["item"], entry.body["answer"]) == ("me-brief-local", "done")
        assert (entry.body["details"]["event"], entry.body["details"]["who"]) == (event, "4471")
        assert "me-brief-local" not in waiting(phone, work)
        assert phone.sees("Settled")


@in_ring
async def test_not_done_asks_why_and_somebody_can_be_named_instead() -> None:
    async with ring() as phone:
        work = await served(phone)
        event = work.last(kinds.NOTICE_SERVED).id
        await work.go("after", "me-flag-systems", event)
        await phone.tap("follow.save")
        assert phone.sees("Say whether it was done, or name somebody")
        await phone.choose("follow.answer.not-done")
        await phone.until(lambda: phone.has("follow.reason"))
        await phone.tap("follow.save")
        assert phone.texts().count("Say why") == 2
        assert kinds.ANSWERED not in work.kinds()
        await phone.type("follow.reason", "PNC is down")
        await phone.type("follow.owner", "5120")
        await phone.tap("follow.save")
        await work.until_written(kinds.ANSWERED)
        await phone.until(lambda: phone.route == work.place("after"))
        assert work.last(kinds.TASK_OWNED).body["owner"] == "5120"
        assert phone.sees("PNC is down")


@in_ring
async def test_naming_somebody_leaves_the_task_open_in_that_name() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("after", "me-brief-local", work.last(kinds.NOTICE_SERVED).id)
        await phone.type("follow.owner", "Northvale team 3")
        await phone.tap("follow.save")
        await work.until_written(kinds.TASK_OWNED)
        await phone.until(lambda: phone.sees("Given to Northvale team 3"))
        assert "me-brief-local" in waiting(phone, work)


@in_ring
async def test_who_was_named_at_the_station_stands_on_the_open_page_when_it_arrives() -> None:
    async with ring() as phone:
        work = await served(phone)
        task = next(each for each in open_tasks(work.case, phone.clock.now(), CALENDAR))
        await work.go("after", task.item, task.event.id)
        assert phone.sees("Nobody is named")
        sergeant = superintendent(phone, "2210", "Sergeant")
        own_task(sergeant, work.case, task, "Northvale team 3")
        await phone.until(lambda: phone.sees("Given to Northvale team 3"))
        assert task.item in waiting(phone, work)


@in_ring
async def test_a_task_that_is_due_stands_on_now_in_initials_and_leads_to_it() -> None:
    async with ring() as phone:
        work = await served(phone)
        work.time("2026-11-24T08:00:00+00:00")
        await phone.go("/")
        phone.services.changes.say(work.id)
        await phone.settle()
        event = work.last(kinds.NOTICE_SERVED).id
        assert phone.sees("After decisions")
        assert not phone.sees("Whitlock")
        await phone.tap(f"now.follow.{work.id}.me-flag-systems.{event}")
        assert phone.route == work.place("after", "me-flag-systems", event)


@in_ring
async def test_a_task_that_is_none_is_no_page() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("after", "me-brief-local", "nothing")
        assert not phone.has("follow.save")


@in_ring
async def test_what_an_officer_learns_of_arms_the_review() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("after")
        await phone.tap("follow.happened")
        await phone.tap("happened.save")
        assert phone.sees("Choose what happened")
        await phone.choose("happened.tr-family-court")
        await phone.until(lambda: work.draft("after", "happened").get("which") == "tr-family-court")
        await type_moment(phone, "happened.at", "21", "11", "17:30")
        await phone.type("happened.words", "Contact hearing on Friday")
        await tap_twice(phone, "happened.save")
        await work.until_written(kinds.ANSWERED)
        await phone.until(lambda: phone.route == work.place("after"))
        reviews = reviews_due(work.case, phone.clock.now(), CALENDAR)
        assert [each.state(phone.clock.now()) for each in reviews if each.items == ("tr-family-court",)] == [
            "due"
        ]
        assert phone.sees("Look at risk and plan again: Family court")
        event = work.last(kinds.ANSWERED).id
        await phone.tap(f"follow.me-review-risk.{event}")
        assert phone.route == work.place("reviews", event)


@in_ring
async def test_what_is_typed_of_a_task_survives_a_full_phone_and_the_lock() -> None:
    clock, handset, room = small_phone()
    async with ring(clock=clock, handset=handset) as phone:
        work = await served(phone)
        event = work.last(kinds.NOTICE_SERVED).id
        await work.go("after", "me-brief-local", event)
        await phone.choose("follow.answer.done")
        await phone.until(lambda: phone.has("follow.words"))
        await phone.type("follow.words", "Told the early turn")
        await phone.leave("follow.words")
        await phone.until(lambda: "words" in work.draft("after", "me-brief-local", event))
        room.full = True
        await phone.tap("follow.save")
        await phone.settle()
        assert kinds.ANSWERED not in work.kinds()
        room.full = False
        phone.services.guard.lock()
        await phone.settle()
        assert not phone.sees("Told the early turn")
        await phone.unlock()
        await work.go("after", "me-brief-local", event)
        assert phone.find("follow.words").value == "Told the early turn"


# Service


@in_ring
async def test_service_without_known_authority_is_warned_of_and_recorded() -> None:
    async with ring() as phone:
        work = await opened(phone)
        work.time("2026-11-23T15:10:00+00:00")
        await work.go("court", "served")
        assert phone.sees("No authority is known on this phone.")
        await type_moment(phone, "served.at", "23", "11", "15:05")
        await phone.tap("court.served.save")
        assert phone.texts().count("Say in which country") == 2
        await phone.choose("serving.territory.scotland")
        await phone.until(lambda: phone.sees("A DVPN has effect in England and Wales only."))
        await phone.type("served.evidence", "Second officer 5120")
        await phone.tap("court.served.save")
        entry = await work.until_written(kinds.NOTICE_SERVED)
        assert (entry.body["territory"], entry.body["evidence"]) == ("scotland", "Second officer 5120")
        await phone.until(lambda: phone.sees("The notice was served outside England and Wales."))


@in_ring
async def test_what_the_record_of_service_tells_is_not_asked_again() -> None:
    async with ring() as phone:
        work = await opened(phone)
        when = at("2026-11-23T15:05:00+00:00")
        work.time("2026-11-23T15:05:00+00:00")
        serve_notice(work.book, work.case, when, {"served_by": "4471", "evidence": "Video 17"})
        await work.go("court")
        assert phone.sees("By officer 4471")
        assert phone.sees("Mon 23 Nov 2026, 15:05 Video 17")
        await phone.tap("told.sv-hearing-booked")
        assert phone.route == work.place("court", "listed")


@in_ring
async def test_each_attempt_is_an_entry_and_no_place_stands_in_the_list() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("court")
        for time, result in (("15:01", "Nobody opened"), ("15:04", "Neighbour has not seen anybody")):
            await phone.tap("attempt.record")
            await phone.until(lambda: phone.has("attempt.place"))
            await type_moment(phone, "attempt.at", "23", "11", time)
            await phone.type("attempt.place", "2 Mill Yard, Northvale")
            await phone.type("attempt.result", result)
            await phone.tap("court.attempt.save")
            await phone.until(lambda: phone.route == work.place("court"))
        assert [each.details["result"] for each in service_attempts(work.case)] == [
            "Nobody opened",
            "Neighbour has not seen anybody",
        ]
        assert phone.sees("2 recorded")
        assert not phone.sees("Mill Yard")


@in_ring
async def test_an_attempt_names_what_it_lacks() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("court", "attempt")
        await phone.tap("court.attempt.save")
        for words in ("Say where it was tried", "Say what came of it", "Give the time at which it was tried"):
            assert phone.texts().count(words) == 2, words
        assert service_attempts(work.case) == ()


@in_ring
async def test_every_item_of_application_and_hearing_can_be_answered() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("court")
        wanted = ["ap-lodged", "ap-pack", "ap-result", "ap-findings", "ap-order-known"]
        assert phone.rows("ask.ap-") == [f"ask.{item}" for item in wanted]
        await phone.tap("ask.ap-result")
        await phone.choose("ap-result.answer.adjourned")
        entry = await work.until_written(kinds.ANSWERED)
        assert (entry.body["item"], entry.body["answer"]) == ("ap-result", "adjourned")


# Breach


@in_ring
async def test_a_breach_is_one_tap_away_from_now_for_each_notice_in_force() -> None:
    async with ring() as phone:
        work = await served(phone)
        await phone.go("/")
        phone.services.changes.say(work.id)
        await phone.settle()
        assert not phone.sees("Whitlock")
        await phone.tap(f"breach.now.{work.id}")
        assert phone.route == work.place("breach")


@in_ring
async def test_now_offers_no_breach_where_nothing_is_in_force() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await phone.go("/")
        phone.services.changes.say(work.id)
        await phone.settle()
        assert not phone.has(f"breach.now.{work.id}")


@pytest.mark.parametrize(("learned", "asked"), [("14:00", True), ("17:50", False)])
def test_time_from_learning_to_acting_is_said_and_why_is_asked(learned: str, asked: bool) -> None:
    @in_ring
    async def shown() -> None:
        async with ring() as phone:
            work = await ordered(phone)
            told = {
                "kind": "DVPO",
                "arrested_at": "2026-11-21T18:00:00+00:00",
                "at": "2026-11-21T18:00:00+00:00",
                "learned_at": f"2026-11-21T{learned}:00+00:00",
                "answers": {"br-learned-time": "done"},
            }
            entry = report_breach(work.book, work.case, told)
            await work.go("breach", entry.id)
            assert phone.sees("4 h 0 min went by") == asked
            assert not phone.has("ask.br-learned-time")
            assert phone.has("ask.br-delay-why")

    shown()


@in_ring
async def test_where_it_is_not_known_when_it_was_learned_of_that_is_asked() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        entry = report_breach(work.book, work.case, {"kind": "DVPO", "arrested_at": None})
        await work.go("breach", entry.id)
        assert phone.has("ask.br-learned-time")
