"""Orders of the other Act are met at the door: recorded as what they are, and enforced."""

from __future__ import annotations

from app import kinds
from tests.views.harness import in_ring, ring
from tests.views.test_breach import tapped
from tests.views.test_court import type_moment
from tests.views.welfare import opened, ordered, served


@in_ring
async def test_order_of_the_other_act_is_recorded_without_an_end() -> None:
    async with ring() as phone:
        work = await opened(phone)
        work.time("2026-11-23T15:10:00+00:00")
        await work.go("court", "order")
        await type_moment(phone, "order.made", "20", "11", "11.00")
        await phone.tap("court.order.save")
        await phone.until(lambda: phone.sees("Say which order it is"))
        await phone.choose("regime.order.dapo")
        await phone.until(lambda: work.draft("court", "order").get("kind") == "DAPO")
        assert phone.sees("Leave it empty where the order runs until further order")
        await phone.tap("court.order.save")
        entry = await work.until_written(kinds.ORDER_MADE)
        assert (entry.body["kind"], entry.body["days"]) == ("DAPO", None)
        await work.go("breach")
        assert phone.sees("Runs until further order. Check that none was made.")


@in_ring
async def test_breach_of_that_order_is_an_offence_and_the_page_says_so() -> None:
    async with ring() as phone:
        work = await opened(phone)
        work.time("2026-11-23T15:10:00+00:00")
        await work.go("breach")
        await tapped(phone, work, "kind", "dapo")
        await phone.until(lambda: phone.sees("Breach of this order is an offence, 2021 Act s.39."))
        assert not phone.sees("Nobody arrested for a breach is bailed by police.")
        await tapped(phone, work, "confirm", "looked")
        await phone.type("breach.belief", "Seen at the door")
        await tapped(phone, work, "arrest", "arrested")
        assert not phone.has("breach.offence-at.day")
        await type_moment(phone, "breach.arrested-at", "23", "11", "14.00")
        await phone.tap("breach.save")
        entry = await work.until_written(kinds.BREACH_REPORTED)
        assert entry.body["kind"] == "DAPO"
        await phone.until(lambda: phone.sees("No 24-hour court clock of these orders runs"))


@in_ring
async def test_nothing_is_asked_where_the_notice_says_which_order_follows() -> None:
    async with ring() as phone:
        work = await served(phone)
        await work.go("court", "order")
        assert not phone.has("regime.order.dapo")
        await work.go("court", "served")
        assert not phone.has("regime.notice.dapn")


@in_ring
async def test_breach_of_a_known_order_is_not_asked_for_again() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        await work.go("breach")
        assert not phone.has("breach.kind.dapo")
