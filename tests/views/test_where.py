"""Where to go: after how the victim may be reached, and never without an entry in the consultation log."""

from __future__ import annotations

from app import kinds
from app.incident import move_address
from tests.views.harness import in_ring, ring
from tests.views.welfare import ADDRESS, TODAY, VICTIM, ordered, prefers


@in_ring
async def test_nothing_is_shown_or_logged_before_the_preferences_are_read() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        prefers(work)
        await work.go("where", TODAY)
        assert phone.sees("Ways that are safe: Call")
        assert not phone.sees(VICTIM)
        assert not phone.sees(ADDRESS)
        assert kinds.CONSULTED not in work.kinds()


@in_ring
async def test_name_birth_and_address_are_shown_after_the_log_has_its_entry() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("where", TODAY)
        await phone.tap("where.open")
        entry = await work.until_written(kinds.CONSULTED)
        victim = work.case.person("victim")
        assert victim is not None
        assert entry.body == {"page": "where", "person": victim.id}
        await phone.until(lambda: phone.sees(VICTIM))
        assert phone.sees("2 Apr 1990")
        assert phone.sees(ADDRESS)


@in_ring
async def test_an_undisclosed_address_needs_one_more_tap_with_a_purpose() -> None:
    async with ring() as phone:
        work = await ordered(phone, undisclosed=True)
        await work.go("where", TODAY)
        await phone.tap("where.open")
        await phone.until(lambda: phone.sees(VICTIM))
        assert not phone.sees(ADDRESS)
        assert phone.sees("The address of S.W. is kept undisclosed.")
        await phone.choose("where.purpose.no-answer")
        entry = await work.until_written(kinds.CONSULTED, 2)
        assert entry.body["purpose"] == "Nobody answers"
        await phone.until(lambda: phone.sees(ADDRESS))
        assert phone.sees("Keep this address undisclosed")


@in_ring
async def test_it_is_shut_again_when_it_is_left() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("where", TODAY)
        await phone.tap("where.open")
        await phone.until(lambda: phone.sees(ADDRESS))
        await work.go("visit", TODAY)
        await work.go("where", TODAY)
        assert not phone.sees(ADDRESS)
        assert phone.has("where.open")


@in_ring
async def test_two_addresses_that_stand_against_each_other_are_both_shown() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        known = work.case
        for street in ("9 Alder Court", "2 Quay Lane"):
            move_address(work.book, known, {"address": street, "undisclosed": False})
        await work.go("where", TODAY)
        await phone.tap("where.open")
        await phone.until(lambda: phone.sees("9 Alder Court"))
        assert phone.sees("2 Quay Lane")


@in_ring
async def test_the_visit_page_itself_shows_no_address() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("visit", TODAY)
        assert not phone.sees(ADDRESS)
        assert not phone.sees(VICTIM)
        await phone.tap("visit.where")
        assert phone.route == work.place("where", TODAY)


@in_ring
async def test_a_visit_that_nobody_planned_has_no_where() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("where", "nobody")
        assert phone.sees("This page is not here")
        assert not phone.sees(ADDRESS)
