"""Opening an incident: the reference is enough, and one tap too many opens no second one."""

from __future__ import annotations

import asyncio

from app import kinds
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import REF, records, small_phone, tap_twice, tonight
from views.drafts import loose_form
from views.incident.filling import NO_FAULTS, Faults, Filling, Gate, new_column
from views.saying import Said


async def at_new(phone: Ring) -> None:
    await phone.unlock()
    await phone.go("/incident/new")


@in_ring
async def test_the_reference_alone_opens_an_incident_and_leads_to_it() -> None:
    async with ring() as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", REF)
        await phone.tap("ui.new.save")
        await phone.until(lambda: len(records(phone).cases()) == 1)
        case = records(phone).cases()[0]
        assert (case.ref, case.report_at, case.address) == (REF, None, "")
        assert phone.route == f"/incident/{case.id}"
        assert records(phone).draft("incident/new") is None


@in_ring
async def test_everything_that_was_typed_is_in_the_incident() -> None:
    async with ring() as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", REF)
        for part, value in (("day", "23"), ("month", "11"), ("year", "2026"), ("time", "2140")):
            await phone.type(f"ui.new.report.{part}", value)
        await phone.type("ui.new.call", "CAD 812")
        await phone.type("ui.place.address", "14 Larkspur Row, Northvale")
        await phone.tap("ui.place.undisclosed")
        await phone.tap("ui.new.save")
        await phone.until(lambda: len(records(phone).cases()) == 1)
        case = records(phone).cases()[0]
        assert f"{case.report_at:%d %b %H:%M}" == "23 Nov 21:40"
        assert (case.address, case.undisclosed) == ("14 Larkspur Row, Northvale", True)
        assert case.entries[0].body["call"] == "CAD 812"


@in_ring
async def test_without_a_reference_nothing_is_opened_and_what_was_typed_stays() -> None:
    async with ring() as phone:
        await at_new(phone)
        await phone.type("ui.new.call", "CAD 812")
        await phone.tap("ui.new.save")
        assert phone.sees("There is a problem")
        assert phone.texts().count("Give the reference") == 2, "at the top and at the field"
        assert phone.find("ui.new.call").value == "CAD 812"
        assert records(phone).cases() == []


@in_ring
async def test_now_fills_day_and_time_with_one_tap() -> None:
    async with ring() as phone:
        await at_new(phone)
        assert phone.find("ui.new.report.time").value == ""
        await phone.tap("ui.moment.now.ui.new.report")
        shown = [phone.find(f"ui.new.report.{part}").value for part in ("day", "month", "year", "time")]
        assert shown == ["23", "11", "2026", "21:52"]


@in_ring
async def test_a_report_that_is_still_to_come_is_named_at_its_field() -> None:
    async with ring() as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", REF)
        await phone.tap("ui.moment.now.ui.new.report")
        await phone.type("ui.new.report.time", "2359")
        await phone.tap("ui.new.save")
        assert phone.sees("This time is still to come. Check it")
        assert records(phone).cases() == []


@in_ring
async def test_two_taps_open_one_incident() -> None:
    async with ring() as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", REF)
        await tap_twice(phone, "ui.new.save")
        await phone.until(lambda: len(records(phone).cases()) == 1)
        await phone.settle()
        assert [entry.kind for case in records(phone).cases() for entry in case.entries] == [
            kinds.INCIDENT_OPENED
        ]


@in_ring
async def test_a_reference_that_is_here_already_is_named_once() -> None:
    async with ring() as phone:
        await tonight(phone, people=False)
        await phone.go("/incident/new")
        await phone.type("ui.new.ref", REF)
        await phone.tap("ui.new.save")
        assert phone.sees(f"{REF} is on this phone already.")
        assert len(records(phone).cases()) == 1
        await phone.tap("ui.new.save")
        await phone.until(lambda: len(records(phone).cases()) == 2)


@in_ring
async def test_what_is_typed_is_sealed_and_stands_there_after_the_lock() -> None:
    async with ring() as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", "TRN 11")
        await phone.pass_time(1)
        await phone.until(lambda: records(phone).draft("incident/new") is not None)
        phone.services.guard.lock()
        await phone.settle()
        await phone.unlock()
        await phone.go("/incident/new")
        assert phone.find("ui.new.ref").value == "TRN 11"


@in_ring
async def test_a_full_phone_opens_nothing_and_a_second_try_does() -> None:
    clock, handset, room = small_phone()
    async with ring(clock=clock, handset=handset) as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", REF)
        room.full = True
        await phone.tap("ui.new.save")
        await phone.until(lambda: phone.sees("The phone is full. Nothing new was saved."))
        room.full = False
        await phone.tap("ui.new.save")
        await phone.until(lambda: len(records(phone).cases()) == 1)
        await phone.until(lambda: not phone.sees("The phone is full. Nothing new was saved."))


def test_a_tap_after_it_was_kept_finds_no_fault_on_the_emptied_page() -> None:
    shown: list[Faults] = []
    page = Filling(loose_form(), NO_FAULTS, new_column(), shown.append, lambda: None, Gate())

    async def two_taps() -> bool:
        await page.gate.once(lambda: asyncio.sleep(0, "case-1"))
        return await page.wrong([Said("ui.new.ref", "Give the reference")])

    assert asyncio.run(two_taps()), "and it is not kept once more"
    assert shown == []
