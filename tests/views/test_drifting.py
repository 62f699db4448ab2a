"""A phone whose clock disagrees with the station's, and a page that stands open while time goes on."""

from __future__ import annotations

import pytest

from app.court import OrderMade, record_order
from app.risk import grade_risk
from tests.fakes.clock import FakeClock
from tests.fakes.vault import FakeHandset, FakeVault
from tests.views.harness import in_ring, ring
from tests.views.welfare import Work, at, ordered, served

SAID = "This phone's clock is 7 min behind the station's. Time left is counted from the later of the two."
HEARING = "clock.hearing"


def hearing_left(texts: list[str]) -> str:
    return next(text for text in texts if text.endswith(" left"))


@in_ring
async def test_time_left_is_counted_from_the_station_where_the_phone_is_behind() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T21:52:00+00:00")
        work.phone.clock.trust(7 * 60_000)
        for place in ((), ("court",), ("clock", "hearing")):
            await work.go(*place)
            assert phone.sees(SAID), place
            assert hearing_left(phone.texts()).startswith("47 h 53 min"), place


@in_ring
async def test_time_left_is_counted_from_the_phone_where_it_is_ahead() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T21:52:00+00:00")
        work.phone.clock.trust(-7 * 60_000)
        await work.go("court")
        assert phone.sees("This phone's clock is 7 min ahead of the station's.")
        assert hearing_left(phone.texts()).startswith("48 h 0 min")


@pytest.mark.parametrize("seconds", [0, 59, -59, 60])
def test_clocks_that_agree_say_nothing(seconds: int) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            work = await served(phone)
            phone.clock.trust(seconds * 1000)
            await work.go("court")
            assert not phone.sees("This phone's clock")

    body()


@in_ring
async def test_clock_that_is_set_while_the_page_stands_open_is_said_without_a_hand() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T21:52:00+00:00")
        phone.clock.trust(0)
        await work.go("court")
        assert not phone.sees("This phone's clock")
        phone.clock.put(hours=-2, minutes=-5)
        await phone.pass_time(1)
        assert phone.sees("This phone's clock is 2 h 5 min behind the station's.")
        phone.clock.put(days=3)
        await phone.pass_time(1)
        assert phone.sees("This phone's clock is 2 d 21 h 55 min ahead of the station's.")
        phone.clock.trust(0)
        await phone.pass_time(1)
        assert not phone.sees("This phone's clock")


@in_ring
async def test_passed_by_the_station_is_passed_here() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T10:00:00+00:00")
        work.time("2026-11-25T09:58:00+00:00")
        phone.clock.trust(0)
        phone.clock.put(minutes=-30)
        await work.go("court")
        assert not phone.sees("In doubt: the hearing was missed")
        await phone.pass_time(60)
        phone.services.guard.touch()
        await phone.pass_time(60)
        assert phone.sees("In doubt: the hearing was missed")


@in_ring
async def test_time_that_is_filled_in_is_the_phones_and_says_that_it_may_be_wrong() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T21:52:00+00:00")
        phone.clock.trust(7 * 60_000)
        await work.go("court", "listed")
        assert phone.sees("'Now' fills in what the phone shows: check it against another clock.")
        await phone.tap("ui.moment.now.listed.at")
        assert phone.find("listed.at.time").value == "21:52"


@in_ring
async def test_offset_of_the_last_contact_is_known_again_after_a_restart() -> None:
    clock = FakeClock(boot="one")
    vault = FakeVault(clock)
    async with ring(clock=clock, handset=FakeHandset(vault)) as phone:
        work = await served(phone)
        clock.trust(0)
        grade_risk(work.book, work.case, "high", {"reason": "Watched the house"})
    vault.lock()
    clock.put(minutes=-9)
    again = FakeClock(clock.time, boot="one")
    again.passed = clock.passed
    async with ring(clock=again, handset=FakeHandset(vault)) as phone:
        assert not phone.sees("This phone's clock")
        await phone.unlock()
        assert phone.sees("This phone's clock is 9 min behind the station's.")


# Nobody touches the phone


@in_ring
async def test_clock_passes_while_the_page_stands_open() -> None:
    async with ring() as phone:
        work = await served(phone, "2026-11-23T10:00:00+00:00")
        work.time("2026-11-25T09:59:30+00:00")
        await work.go("court")
        assert phone.sees("0 min left")
        await phone.pass_time(29)
        assert not phone.sees("Time is over")
        await phone.pass_time(1)
        assert phone.sees("Time is over")
        assert phone.sees("In doubt: the hearing was missed")


@in_ring
async def test_order_ends_at_the_midnight_of_its_last_day_while_the_page_stands_open() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        work.time("2026-12-15T23:59:30+00:00")
        await work.go("court")
        assert phone.sees("end of Tue 15 Dec (24:00)")
        assert not phone.sees("The order has ended")
        await phone.pass_time(30)
        assert phone.sees("The order has ended")


@in_ring
async def test_visit_of_yesterday_is_missed_from_midnight_on() -> None:
    async with ring() as phone:
        work = await ordered(phone)
        due = next(visit for visit in work.case.visits if visit.due.isoformat() > "2026-11-24")
        work.time(f"{due.due.isoformat()}T23:59:40+00:00")
        await work.go("visits")
        before = phone.texts()
        await phone.pass_time(20)
        assert phone.texts() != before
        assert phone.sees("Missed")


@pytest.mark.parametrize(
    ("made", "days", "stands", "over"),
    [
        ("2027-03-15T11:00:00+00:00", 14, "2027-03-28T23:59:30+01:00", "end of Sun 28 Mar (24:00)"),
        ("2027-10-18T11:00:00+01:00", 14, "2027-10-31T23:59:30+00:00", "end of Sun 31 Oct (24:00)"),
    ],
    ids=["clocks go forward", "clocks go back"],
)
def test_order_that_ends_on_the_night_of_a_clock_change(made: str, days: int, stands: str, over: str) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            work: Work = await served(phone, made)
            record_order(work.book, work.case, OrderMade(at(made), days))
            work.time(stands)
            await work.go("court")
            assert phone.sees(over)
            assert not phone.sees("The order has ended")
            await phone.pass_time(30)
            assert phone.sees("The order has ended")

    body()
