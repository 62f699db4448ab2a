"""The cover is an ordinary clock: nothing in it is of the app, and nothing of the app is in it."""

from __future__ import annotations

from dataclasses import asdict

import flet as ft
import pytest

from tests.views.harness import Ring, in_ring, parts, ring
from views.theme import cover as plain
from views.theme import letters
from views.theme.roles import CLEAR, DARK, LIGHT, contrast


def worn(phone: Ring) -> tuple[set[str], set[str]]:
    """The typefaces and the colours of what is seen."""
    seen = list(parts(phone.views()[-1]))
    styles = [each.style for each in seen if isinstance(each, ft.Text) and each.style]
    faces = {str(style.font_family) for style in styles}
    colours = {str(style.color) for style in styles}
    colours |= {str(each.bgcolor) for each in seen if getattr(each, "bgcolor", None)}
    return faces, colours - {CLEAR}


@pytest.mark.parametrize("brightness", ["light", "dark"])
def test_cover_wears_no_letter_and_no_colour_of_the_app(brightness: str) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            await phone.event(phone.page, "platform_brightness_change", brightness)
            await phone.unlock()
            app_faces, app_colours = worn(phone)
            await phone.tap("ui.hide")
            faces, colours = worn(phone)
            assert faces == {plain.FAMILY}
            assert faces & app_faces == set()
            assert colours & app_colours == set()

    body()


def test_no_colour_of_the_cover_is_a_role_of_the_app() -> None:
    app = {colour.upper() for roles in (LIGHT, DARK) for colour in asdict(roles).values()}
    cover = {colour.upper() for clock in (plain.DAY, plain.NIGHT) for colour in asdict(clock).values()}
    assert app & cover == set()
    assert plain.FAMILY not in letters.FONTS


@pytest.mark.parametrize("clock", [plain.DAY, plain.NIGHT])
def test_cover_can_be_read(clock: plain.Plain) -> None:
    assert contrast(clock.ink, clock.ground) > 7
    assert contrast(clock.quiet, clock.ground) > 4.5
    assert contrast(clock.quiet, clock.card) > 4.5


@in_ring
async def test_alarms_of_the_cover_can_be_switched_and_forget_it() -> None:
    async with ring() as phone:
        await phone.unlock()
        await phone.tap("ui.hide")
        early = phone.find("door.cover.alarm.early")
        assert early.value is True
        await phone.change(early, False)
        assert phone.find("door.cover.alarm.early").value is False
        await phone.hold("door.cover.time")
        await phone.unlock()
        await phone.tap("ui.hide")
        assert phone.find("door.cover.alarm.early").value is True
