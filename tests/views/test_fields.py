"""Fields: a name that is read with them, nothing that a keyboard learns, no letter that nobody typed."""

from __future__ import annotations

from typing import Any

import flet as ft

from tests.fakes.clock import FakeClock
from tests.views.harness import Ring, in_ring, parts, ring
from tests.views.tonight import REF, records, tonight
from tests.views.welfare import at


def boxes(phone: Ring) -> list[Any]:
    return [each for each in phone.controls() if isinstance(each, ft.TextField)]


async def at_new(phone: Ring) -> None:
    await phone.unlock()
    await phone.go("/incident/new")


def report(phone: Ring, **parts: str) -> Any:
    async def typed() -> None:
        for part, value in parts.items():
            await phone.type(f"ui.new.report.{part}", value)

    return typed()


@in_ring
async def test_the_words_over_a_field_are_read_with_it_and_drawn_once() -> None:
    async with ring() as phone:
        await at_new(phone)
        merged = [each for each in phone.controls() if isinstance(each, ft.MergeSemantics)]
        named = [id(part) for each in merged for part in parts(each) if isinstance(part, ft.TextField)]
        assert [id(box) for box in boxes(phone)] == named, "each box has the words over it as its name"
        assert phone.texts().count("Reference") == 1
        assert "Reported at: Day" in phone.texts(), "one box of several says what it is a part of"


@in_ring
async def test_no_keyboard_learns_from_a_field_and_none_changes_what_was_said() -> None:
    async with ring() as phone:
        await tonight(phone, "person", "new-victim")
        for box in boxes(phone):
            learns = (box.autocorrect, box.enable_suggestions, box.enable_ime_personalized_learning)
            changes = (box.smart_dashes_type, box.smart_quotes_type, box.capitalization)
            assert learns == (False, False, False), box.key
            assert changes == (False, False, None), box.key


@in_ring
async def test_a_field_that_is_drawn_again_keeps_what_is_in_it() -> None:
    async with ring() as phone:
        await at_new(phone)
        await phone.type("ui.new.call", "CAD 812")
        await phone.tap("ui.place.undisclosed")
        assert phone.find("ui.new.call").value == "CAD 812"
        await phone.text_scale(2.0)
        assert phone.find("ui.new.call").value == "CAD 812"


@in_ring
async def test_leaving_a_field_seals_what_is_in_it() -> None:
    async with ring() as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", "TRN")
        await phone.leave("ui.new.ref")
        await phone.until(lambda: records(phone).draft("incident/new") is not None)


@in_ring
async def test_the_hour_that_comes_twice_is_chosen_by_a_tap() -> None:
    async with ring(clock=FakeClock(at("2026-10-25T08:00:00+00:00"))) as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", REF)
        await report(phone, day="25", month="10", year="2026", time="0130")
        await phone.tap("ui.new.save")
        assert phone.sees("This time came twice")
        await phone.choose("ui.moment.first.ui.new.report")
        await phone.tap("ui.new.save")
        await phone.until(lambda: len(records(phone).cases()) == 1)
        assert str(records(phone).cases()[0].report_at) == "2026-10-25 01:30:00+01:00"


@in_ring
async def test_the_hour_that_never_was_is_named_with_both_ends() -> None:
    async with ring(clock=FakeClock(at("2026-03-29T08:00:00+00:00"))) as phone:
        await at_new(phone)
        await phone.type("ui.new.ref", REF)
        await report(phone, day="29", month="3", year="2026", time="0130")
        await phone.tap("ui.new.save")
        assert phone.sees("the clocks went forward from 01:00 to 02:00")
        assert records(phone).cases() == []
