"""The clocks that govern, in two lines, on the pages that are about something else."""

from __future__ import annotations

import pytest

from app.court import report_breach
from app.entry import Entry
from app.referral import send_referral
from tests.views.harness import in_ring, ring
from tests.views.welfare import Work, at_the_door, opened, ordered, served

ORDER = "Order ends: "


@pytest.mark.parametrize("place", [("visits",), ("handover",), ("breach",), ("where", "2026-11-21")])
def test_order_in_force_is_said_and_leads_to_its_working(place: tuple[str, ...]) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            work = await ordered(phone)
            await work.go(*place)
            assert phone.sees("Order ends: 24 days 6 h left")
            assert phone.sees("Running, by end of Tue 15 Dec (24:00)")
            await phone.tap("clock.order-end")
            assert phone.route == work.place("clock", "order-end")

    body()


@in_ring
async def test_visit_under_way_says_until_when_the_order_is_in_force() -> None:
    async with ring() as phone:
        await at_the_door(phone)
        assert phone.sees(ORDER)


@in_ring
async def test_custody_stands_before_the_order_and_no_more_than_two_are_shown() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        names = [arrest(work, f"2026-11-21T1{hour}:00:00+00:00") for hour in (5, 6)]
        await work.go("visits")
        assert phone.rows("clock.") == [f"clock.custody/{name}" for name in names]


def arrest(work: Work, when: str) -> str:
    entry = report_breach(work.book, work.case, {"kind": "DVPO", "arrested_at": when})
    assert isinstance(entry, Entry)
    return entry.id


@in_ring
async def test_referral_that_waits_for_its_notice_says_that_no_clock_runs_yet() -> None:
    async with ring() as phone:
        work = await opened(phone)
        send_referral(work.book, work.case, "2230", ())
        await work.go("check")
        await phone.until(lambda: phone.sees("Court hearing: starts when the notice is served"))
        assert not phone.has("clock.hearing")


@in_ring
async def test_case_without_a_notice_or_order_shows_none() -> None:
    async with ring() as phone:
        work = await opened(phone)
        await work.go("visits")
        assert phone.rows("clock.") == []


@in_ring
async def test_zone_is_said_where_the_clocks_change_before_the_end() -> None:
    async with ring() as phone:
        work = await served(phone, "2027-03-25T16:00:00+00:00")
        await work.go("visits")
        assert phone.sees("by Tue 30 Mar 2027, 16:00 BST")
    async with ring() as phone:
        work = await served(phone, "2026-11-23T15:05:00+00:00")
        await work.go("visits")
        assert phone.sees("by Wed 25 Nov 2026, 15:05")
        assert not phone.sees("15:05 GMT")


@in_ring
async def test_day_in_doubt_is_said_to_count_and_days_after_the_deadline_are_not_named() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-12-23T16:00:00+00:00")
        await work.go("court")
        assert phone.sees(
            "by Sat 26 Dec 2026, 16:00. Christmas Day 25 Dec not counted. Sat 26 Dec in doubt: counted."
        )
        assert not phone.sees("Sunday 27 Dec")


@in_ring
async def test_now_shows_what_must_be_before_a_court_over_tasks_long_overdue() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T15:05:00+00:00")
        await phone.go("/")
        work.phone.services.changes.say(work.id)
        await phone.settle()
        rows = phone.rows("now.clock.")
        assert rows[0] == f"now.clock.hearing.{work.id}"
        assert len(rows) > 1
        await phone.tap(rows[0])
        assert phone.route == work.place("clock", "hearing")
