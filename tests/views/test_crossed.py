"""What the law does not allow, or what crossed on the way: flagged on the phone, and undone by nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app import kinds
from app.court import Listing, list_hearing, serve_notice
from tests.views.harness import in_ring, ring
from tests.views.station import superintendent
from tests.views.test_decisions import authorised, referred


@in_ring
async def test_service_before_the_authorisation_is_flagged_and_its_clock_runs() -> None:
    async with ring() as phone:
        work = await referred(phone)
        serve_notice(work.book, work.case, phone.clock.now())
        phone.clock.advance(minutes=5)
        authorised(work, superintendent(phone))
        await work.go()
        await phone.until(lambda: phone.sees("Served before the notice was authorised"))
        assert phone.sees("Court hearing")
        assert work.case.served_at is not None


@pytest.mark.parametrize("days", [13, 29])
def test_an_order_outside_14_to_28_days_that_came_from_elsewhere_is_flagged(days: int) -> None:
    @in_ring
    async def flagged() -> None:
        async with ring() as phone:
            work = await referred(phone)
            authorised(work, superintendent(phone))
            serve_notice(work.book, work.case, phone.clock.now())
            made = {"made_at": phone.clock.now().isoformat(), "days": days, "court": "Northvale"}
            superintendent(phone, "2210", "Sergeant").write(work.id, kinds.ORDER_MADE, made)
            await work.go()
            await phone.until(lambda: phone.sees("The order is not within 14 to 28 days"))
            assert work.case.orders[0].days == days

    flagged()


@in_ring
async def test_a_hearing_listed_after_the_safe_deadline_is_flagged_on_the_incident() -> None:
    async with ring() as phone:
        work = await referred(phone)
        authorised(work, superintendent(phone))
        serve_notice(work.book, work.case, phone.clock.now())
        late = phone.clock.now() + timedelta(hours=49)
        list_hearing(work.book, work.case, Listing("Northvale", late))
        await work.go()
        await phone.until(lambda: phone.sees("The hearing is listed after the deadline"))
