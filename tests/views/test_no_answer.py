"""Nobody opened, extra visits, and contacts that nobody planned."""

from __future__ import annotations

from app import kinds
from app.visits.no_answer import no_answer
from app.visits.visiting import record_visit, start_visit
from tests.views.harness import in_ring, ring
from tests.views.welfare import TODAY, at, at_the_door, chosen, opened, ordered, save


@in_ring
async def test_nobody_opening_leads_to_the_steps_and_each_is_recorded_with_one_tap() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await chosen(phone, work, "no-answer")
        assert not phone.has("ask.wv-children")
        await save(phone, work)
        await phone.until(lambda: phone.route == work.place("visit", TODAY, "no-answer"))
        assert phone.sees("The times start with the first step that you record.")
        await phone.tap("no-answer.na-1")
        entry = await work.until_written(kinds.NO_ANSWER)
        assert entry.body == {"item": "na-1", "for": TODAY}
        await phone.until(lambda: phone.sees("By 19:00 today"), "the supervisor's time")
        assert phone.sees("By 20:00 today")


@in_ring
async def test_the_ladder_says_what_was_met_late_or_missed() -> None:
    async with ring() as phone:
        work = await at_the_door(phone)
        await work.go("visit", TODAY, "no-answer")
        await phone.tap("no-answer.na-1")
        await work.until_written(kinds.NO_ANSWER)
        work.time("2026-11-21T19:20:00+00:00")
        await phone.tap("no-answer.na-4")
        await work.until_written(kinds.NO_ANSWER, 2)
        work.time("2026-11-21T20:30:00+00:00")
        await work.go("visit", TODAY, "no-answer")
        assert phone.sees("Done 19:20 today, late (was due by 19:00 today)")
        assert phone.sees("Was due by 20:00 today, not recorded")
        ladder = no_answer(work.case, TODAY)
        assert ladder is not None
        assert ladder.supervisor_status(phone.clock.now()) == "late"
        await phone.go("/visits")
        assert phone.sees("No answer 18:00 today. The second try was due by 20:00 today.")


# Extra visits and other contacts


@in_ring
async def test_the_extra_visit_is_recorded_for_its_reason() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        start_visit(work.book, work.case, "extra")
        await work.go("visit", "extra")
        await phone.choose("outcome.seen-alone")
        await phone.until(lambda: work.draft("visit", "extra") != {})
        body = await save(phone, work)
        assert body["for"] == "extra"
        await phone.until(lambda: phone.sees("Recorded"))


@in_ring
async def test_a_call_that_nobody_planned_is_kept_with_the_case() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("visit", "contact")
        await phone.choose("outcome.phone")
        await phone.until(lambda: work.draft("visit", "contact") != {})
        await phone.type("visit.note", "Rang to say all is quiet")
        await phone.tap("visit.save")
        entry = await work.until_written(kinds.VISIT_RECORDED)
        assert (entry.body["for"], entry.body["type"]) == ("", "phone contact")
        await phone.until(lambda: phone.route == work.place("visits"))
        assert phone.sees("Rang to say all is quiet")


@in_ring
async def test_a_visit_recorded_by_another_version_is_still_read() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        record_visit(
            work.book,
            work.case,
            {"for": TODAY, "seen": True, "alone": True, "outcome": "all well", "breach_signs": ["smoke"]},
            at("2026-11-21T17:00:00+00:00"),
        )
        await work.go("visit", TODAY)
        assert phone.sees("Seen 17:00 today")
        assert phone.sees("Seen and spoken to, alone")


@in_ring
async def test_an_unknown_visit_says_that_the_page_is_not_here() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", "2026-12-24")
        assert phone.sees("This page is not here")
