"""A plan that no longer fits, and a visit that was missed."""

from __future__ import annotations

from app import kinds
from app.amendment import Correction, amend
from app.incident import move_address
from app.risk import grade_risk
from app.visits.schedule import visit_status
from app.visits.visiting import record_visit
from tests.views.harness import Ring, in_ring, ring
from tests.views.welfare import TODAY, Work, opened, ordered, served

MISSED = "2026-11-19"


async def to_now(phone: Ring, work: Work) -> None:
    await phone.go("/")
    phone.services.changes.say(work.id)
    await phone.settle()


@in_ring
async def test_a_new_grade_says_what_changed_and_planning_again_takes_the_old_days_off() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        grade_risk(work.book, work.case, "standard", {"reason": "Moved away"})
        work.phone.clock.advance(minutes=1)
        await to_now(phone, work)
        assert phone.has(f"now.plan.{work.id}")
        await work.go("visits")
        assert phone.sees("Plan the visits again")
        assert phone.sees("The risk is now: Standard risk. The plan was made for: High risk.")
        assert phone.sees("On the list already: Wed 25 Nov, Wed 2 Dec, Wed 9 Dec.")
        assert phone.sees("Taken off the list when you plan again: Tue 24 Nov, Fri 27 Nov")
        assert visit_status(work.case, "2026-11-25", phone.clock.now()) == "planned", (
            "nobody has to tap first"
        )
        await phone.tap("replan.go")
        assert phone.sees("Days that are over, visits agreed or moved, and every record stay as they are.")
        await phone.tap("plan.save")
        await work.until_written(kinds.VISITS_PLANNED, 2)
        await phone.until(lambda: phone.route == work.place("visits"))
        assert not phone.sees("Plan the visits again")
        assert visit_status(work.case, "2026-11-24", phone.clock.now()) is None
        assert visit_status(work.case, MISSED, phone.clock.now()) == "missed", "what was is not rewritten"
        assert phone.sees("Planned Wed 18 Nov: High risk, 28 days from Wed 18 Nov")
        assert phone.sees("Wed 18 Nov, Thu 19 Nov, Sat 21 Nov, Tue 24 Nov")


@in_ring
async def test_a_corrected_length_of_the_order_is_said_with_both_lengths() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        amend(work.book, work.case, Correction(work.case.orders[0].entry, {"days": 14}, "misread"))
        await work.go("visit", "plan")
        assert phone.sees("Days now count from Wed 18 Nov, 14 in all. The plan counted from Wed 18 Nov, 28")
        assert phone.sees("On the list already: Mon 30 Nov")


@in_ring
async def test_a_notice_that_was_served_without_a_plan_says_so_on_now() -> None:
    async with ring() as phone:
        work = await served(phone)
        await to_now(phone, work)
        await phone.tap(f"now.plan.{work.id}")
        assert phone.sees("No visits are planned")
        assert phone.sees("no visit of these days stands on any list")


@in_ring
async def test_an_incident_without_notice_and_order_asks_for_no_plan() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("visits")
        assert not phone.sees("No visits are planned")


@in_ring
async def test_a_missed_visit_asks_why_and_stays_missed() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", MISSED)
        assert phone.sees("Nobody came, and nobody has said why")
        await phone.tap("missed.ask")
        await phone.tap("missed.save")
        assert phone.texts().count("Say why nobody came") == 2
        await phone.type("missed.why", "Called to a fight in town. Night shift asked to go")
        await phone.type("missed.told", "2307")
        await phone.tap("missed.save")
        entry = await work.until_written(kinds.VISIT_MISSED)
        assert (entry.body["visit"], entry.body["told"]) == (MISSED, "2307")
        await phone.until(lambda: phone.route == work.place("visit", MISSED))
        assert phone.sees("Called to a fight in town")
        assert phone.sees("Nobody came. Why is recorded")
        assert visit_status(work.case, MISSED, phone.clock.now()) == "missed"
        assert work.draft("visit", MISSED, "missed") == {}


@in_ring
async def test_a_visit_whose_day_is_not_over_takes_no_reason() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", TODAY, "missed")
        assert phone.sees("This visit is not missed")
        assert not phone.has("missed.save")


@in_ring
async def test_the_reason_of_one_extra_visit_is_not_that_of_the_next() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", "extra", "missed")
        await phone.type("missed.why", "No crew")
        await phone.tap("missed.save")
        await work.until_written(kinds.VISIT_MISSED)
        await phone.until(lambda: phone.sees("No crew"))
        record_visit(work.book, work.case, {"for": "extra", "type": "visit", "seen": True, "alone": True})
        work.time("2026-11-21T19:00:00+00:00")
        released = {"reason": "Released", "trigger": "tr-custody-release"}
        grade_risk(work.book, work.case, "high", released)
        work.time("2026-11-24T09:00:00+00:00")
        await work.go("visit", "extra")
        assert phone.sees("Nobody came, and nobody has said why")
        assert not phone.sees("No crew")


@in_ring
async def test_after_a_move_the_visits_to_come_go_to_the_new_address_and_keep_their_days() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        days = [visit.due for visit in work.case.visits]
        victim = work.case.person("victim")
        assert victim is not None
        moved = {"person": victim.id, "address": "7 Wren Yard, Northvale", "undisclosed": False}
        move_address(work.book, work.case, moved)
        await work.go("where", TODAY)
        await phone.tap("where.open")
        await phone.until(lambda: phone.sees("7 Wren Yard"), "the address that stands now")
        assert not phone.sees("3 Tern Mews")
        assert [visit.due for visit in work.case.visits] == days
