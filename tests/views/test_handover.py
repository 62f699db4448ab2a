"""Owner and handover: an offer moves nothing, whoever accepts owns it, and it is said who informs."""

from __future__ import annotations

from app import kinds
from app.handover import offer
from tests.views.harness import in_ring, ring
from tests.views.tonight import tap_twice, tonight


@in_ring
async def test_a_case_that_nobody_owns_says_so_and_leads_to_the_questions() -> None:
    async with ring() as phone:
        work = await tonight(phone, "handover")
        assert phone.texts().count("Nobody yet") == 2
        await phone.tap("ui.incident.add.informs")
        assert phone.route == work.place("task", "risk", "own-informs")


@in_ring
async def test_an_offer_is_kept_once_and_moves_nothing() -> None:
    async with ring() as phone:
        work = await tonight(phone, "handover")
        await phone.type("ui.owning.to", "4561")
        await phone.type("ui.owning.note", "Suspect still outstanding")
        await tap_twice(phone, "ui.owning.offer")
        await work.until_written(kinds.HANDOVER_OFFERED)
        await phone.settle()
        assert work.kinds().count(kinds.HANDOVER_OFFERED) == 1
        assert (work.case.ownership.owner, work.case.ownership.offered_to) == ("4471", "4561")
        assert work.last(kinds.HANDOVER_OFFERED).body["note"] == "Suspect still outstanding"
        await work.go("handover")
        assert phone.sees("Officer 4561, not accepted yet")


@in_ring
async def test_an_offer_to_nobody_is_named() -> None:
    async with ring() as phone:
        work = await tonight(phone, "handover")
        await phone.tap("ui.owning.offer")
        assert phone.texts().count("Give the officer number") == 2
        assert kinds.HANDOVER_OFFERED not in work.kinds()


@in_ring
async def test_the_officer_who_is_asked_takes_it_over_and_says_whether_the_victim_knows() -> None:
    async with ring() as phone:
        work = await tonight(phone)
        offer(work.book, work.case, "4471")
        await work.go("handover")
        assert phone.sees("You are asked to take risk and plan of this incident.")
        await phone.tap("ui.owning.take")
        assert phone.sees("Say whether the victim knows")
        await phone.choose("ui.owning.told.yes")
        await phone.tap("ui.owning.take")
        await work.until_written(kinds.HANDOVER_ACCEPTED)
        ownership = work.case.ownership
        assert (ownership.owner, ownership.victim_told, ownership.handover) == ("4471", True, "accepted")
