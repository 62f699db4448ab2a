"""Who sees what: other window, cover, lock, router. No address and no gesture leads past the lock."""

from __future__ import annotations

import asyncio

import flet as ft
import pytest

from app.incident import open_incident
from tests.fakes.clock import FakeClock
from tests.views.harness import Ring, in_ring, opened, ring
from tests.views.phone import Pauses, services_of

COVERING = ("inactive", "hide", "pause", "detach")


def opened_case(phone: Ring, ref: str = "TRN 1147/26") -> str:
    desk = phone.services.guard.desk
    assert desk is not None
    case = open_incident(desk.notebook, ref, phone.clock.now()).case
    phone.services.changes.say(case)
    return case


def covered(phone: Ring) -> bool:
    there = set(phone.keys())
    return "door.cover.time" in there and "ui.hide" not in there


def at_pin(phone: Ring) -> bool:
    return phone.sees("Enter your PIN")


@in_ring
async def test_app_opens_at_the_pin_and_shows_now_after_it() -> None:
    async with ring() as phone:
        assert at_pin(phone)
        await phone.unlock()
        assert phone.sees("No incident is open")


@in_ring
async def test_address_of_a_record_meets_the_pin_first_and_opens_there_after_it() -> None:
    async with ring("/send") as phone:
        assert at_pin(phone)
        assert not phone.sees("To send")
        await phone.unlock()
        assert phone.sees("Nothing to send")
        assert phone.route == "/send"


@in_ring
async def test_address_typed_in_while_locked_shows_nothing_and_changes_nothing() -> None:
    async with ring() as phone:
        await phone.go("/send")
        assert at_pin(phone)
        await phone.unlock()
        assert phone.sees("No incident is open")


@in_ring
async def test_unknown_address_says_that_there_is_no_such_page() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.go("/no/such/page")
        assert phone.sees("This page is not here")
        await phone.tap("ui.problem.home")
        assert phone.sees("No incident is open")


@in_ring
async def test_hide_covers_at_once_and_nothing_of_the_app_is_left() -> None:
    async with ring() as phone:
        await phone.unlock()
        opened_case(phone)
        await phone.settle()
        assert phone.sees("TRN 1147/26")
        await phone.tap("ui.hide")
        assert covered(phone)
        assert len(phone.views()) == 1
        assert not phone.sees("TRN 1147/26")
        assert not phone.sees("TRAINING")


@pytest.mark.parametrize("state", COVERING)
def test_app_that_is_left_covers(state: str) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            await phone.unlock()
            await phone.lifecycle(state)
            assert covered(phone)

    body()


@in_ring
async def test_app_that_is_looked_at_again_stays_covered_and_wakes_the_sending() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.lifecycle("hide")
        before = phone.services.syncing.woken  # type: ignore[attr-defined]
        await phone.lifecycle("resume")
        assert covered(phone)
        assert phone.services.syncing.woken == before + 1  # type: ignore[attr-defined]


@in_ring
async def test_escape_covers_with_a_dialog_open() -> None:
    async with ring() as phone:
        await phone.unlock()
        phone.page.show_dialog(ft.AlertDialog(title=ft.Text("Sure?")))
        await phone.settle()
        await phone.press("Escape")
        assert covered(phone)
        assert not phone.sees("Sure?")


@in_ring
async def test_way_back_from_the_cover_leads_through_the_pin() -> None:
    async with ring("/send") as phone:
        await phone.unlock()
        await phone.tap("ui.hide")
        await phone.hold("door.cover.time")
        assert at_pin(phone)
        assert phone.services.guard.desk is None
        await phone.unlock()
        assert phone.sees("Nothing to send")


@in_ring
async def test_keyboard_reaches_the_pin_from_the_time_of_the_cover_and_only_from_there() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.tap("ui.hide")
        await phone.press("Enter")
        assert covered(phone)
        await phone.event(phone.find("door.cover.time"), "focus")
        await phone.press("Enter")
        assert at_pin(phone)


@in_ring
async def test_system_back_under_the_cover_uncovers_nothing_and_loses_no_place() -> None:
    async with ring("/send") as phone:
        await phone.unlock()
        await phone.tap("ui.hide")
        await phone.go("/")
        assert covered(phone)
        await phone.hold("door.cover.time")
        await phone.unlock()
        assert phone.sees("Nothing to send")


@in_ring
async def test_clock_of_the_cover_goes() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.tap("ui.hide")
        assert phone.sees("21:52")
        await phone.pass_time(25)
        await phone.pass_time(35)
        assert phone.sees("21:53")
        assert covered(phone)


@in_ring
async def test_lost_browser_finds_the_cover_and_never_the_record() -> None:
    async with ring() as phone:
        await phone.unlock()
        opened_case(phone)
        await phone.settle()
        await phone.lose_line()
        shown = await phone.come_back()
        assert not any("TRN 1147/26" in text for text in shown)
        assert covered(phone)
        await phone.pass_time(61)
        assert phone.sees("21:53")


@in_ring
async def test_back_leads_one_place_up_after_the_browser_was_lost() -> None:
    async with ring() as phone:
        await phone.unlock()
        case = opened_case(phone)
        await phone.go(f"/incident/{case}")
        await phone.lose_line()
        await phone.come_back()
        await phone.hold("door.cover.time")
        await phone.unlock()
        assert phone.route == f"/incident/{case}"
        await phone.pop()
        assert phone.route == "/"
        assert phone.sees("Open incident")


@in_ring
async def test_newest_window_alone_shows_records() -> None:
    clock = FakeClock()
    pauses = Pauses(clock)
    services = services_of(clock, pauses)
    async with ring(services=services, clock=clock, pauses=pauses) as first:
        await first.unlock()
        second = await opened(services, clock, pauses)
        await first.settle()
        assert first.sees("Doorstep is open in another window")
        assert at_pin(second)
        await second.unlock()
        await first.settle()
        assert second.sees("No incident is open")
        assert not first.sees("No incident is open")
        await first.tap("door.other.here")
        await second.settle()
        assert at_pin(first)
        assert second.sees("Doorstep is open in another window")
        assert second.connection.crashes == []


@in_ring
async def test_pin_typed_in_a_window_that_is_no_longer_the_newest_opens_nothing() -> None:
    clock = FakeClock()
    pauses = Pauses(clock)
    services = services_of(clock, pauses)
    async with ring(services=services, clock=clock, pauses=pauses):
        vault = services.handset.vaults()[0]
        tried = services.guard.unlock(vault, "27418305")
        running = asyncio.create_task(tried)
        await asyncio.sleep(0)
        second = await opened(services, clock, pauses)
        await running
        await second.settle()
        assert services.guard.desk is None
        assert at_pin(second)


@in_ring
async def test_restarted_app_without_an_address_opens_where_the_officer_was() -> None:
    clock = FakeClock()
    pauses = Pauses(clock)
    services = services_of(clock, pauses)
    async with ring(services=services, clock=clock, pauses=pauses) as phone:
        await phone.unlock()
        await phone.tap("ui.tab.send")
        await phone.pass_time(1)
        records = services.handset.vaults()[0].journal.records  # type: ignore[attr-defined]
        await phone.until(lambda: records.draft("place") is not None, "the place is sealed")
    restarted = services_of(clock, pauses, handset=services.handset)
    async with ring(services=restarted, clock=clock, pauses=pauses) as phone:
        await phone.unlock()
        assert phone.route == "/send"
        assert phone.sees("To send")


@in_ring
async def test_title_of_the_window_is_neutral_everywhere() -> None:
    async with ring() as phone:
        assert phone.page.title == "Clock"
        await phone.unlock()
        case = opened_case(phone)
        await phone.go(f"/incident/{case}")
        assert phone.page.title == "Clock"


@in_ring
async def test_dark_of_the_platform_turns_the_app_dark_while_it_stands() -> None:
    async with ring() as phone:
        await phone.unlock()
        assert phone.views()[-1].bgcolor == "#F1F3F0"
        await phone.event(phone.page, "platform_brightness_change", "dark")
        assert phone.views()[-1].bgcolor == "#0C1113"


@in_ring
async def test_large_text_breaks_rows_into_lines() -> None:
    async with ring() as phone:
        await phone.unlock()
        assert phone.scale == 1.0
        await phone.text_scale(2.0)
        assert phone.scale == 2.0
        assert phone.look.large


@in_ring
async def test_narrow_window_breaks_rows_into_lines() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.event(phone.page, "resize", {"width": 320.0, "height": 640.0})
        assert phone.look.width == 320.0
        assert phone.look.large
