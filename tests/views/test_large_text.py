"""At twice the text size no words are cut on any page, in any language of the phone.

Every control that cannot grow is asked whether the words in it fit: measured with the app's own typeface,
broken into lines as wide as the control leaves room for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any

import flet as ft
import pytest
from flet.components.component import Component
from fontTools.ttLib import TTFont

from tests.packaging.tree import ROOT
from tests.views.harness import Ring, in_ring, ring
from tests.views.tonight import tonight
from tests.views.welfare import Work
from views.routes import PATHS
from views.theme.letters import FONTS
from views.theme.look import Look

SCALE, WIDTH = 2.0, 390.0
FITTING = {
    ":language/:card": "cy/talk", ":document": "referral_pack", "task/:task": "task/account",
    "consent/:item": "consent/cn-photo", ":purpose": "support", "next/:item": "next/nx-support",
    "check/answer/:item": "check/answer/dv-age", "weighed/:item": "weighed/ao-children", ":item": "vic-alone",
}  # fmt: skip


@dataclass(frozen=True)
class Room:
    """What the controls round a text leave of height and width; infinite where they grow."""

    height: float = math.inf
    width: float = WIDTH

    def within(self, control: Any) -> Room:
        height, width = getattr(control, "height", None), getattr(control, "width", None)
        inner = replace(self, height=min(self.height, height)) if isinstance(height, int | float) else self
        if isinstance(width, int | float):
            inner = replace(inner, width=min(inner.width, width))
        down, across = padding(control)
        return Room(inner.height - down, inner.width - across)


def padding(control: Any) -> tuple[float, float]:
    style = getattr(control, "style", None)
    given = getattr(control, "padding", None) or (
        style.padding if isinstance(style, ft.ButtonStyle) else None
    )
    if isinstance(given, int | float):
        return 2.0 * given, 2.0 * given
    if isinstance(given, ft.Padding):
        return float(given.top + given.bottom), float(given.left + given.right)
    return 0.0, 0.0


@cache
def typeface(family: str) -> tuple[dict[int, str], Any, int]:
    font: Any = TTFont(ROOT / "assets" / FONTS.get(family, FONTS["AHN400"]))
    return font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm


def wide(text: str, style: ft.TextStyle) -> float:
    """In dp, as large as the phone draws it."""
    letters, advance, unit = typeface(str(style.font_family))
    total = sum(advance[letters.get(ord(each), ".notdef")][0] for each in text)
    return float(total) / unit * float(style.size or 0) * SCALE


def lines(text: str, style: ft.TextStyle, width: float) -> int:
    count, used = 1, 0.0
    for word in re.split(r"\s+", text):
        long = wide(f"{word} ", style)
        if used and used + long > width:
            count, used = count + 1, 0.0
        used += long
    return count


def cut(control: Any, room: Room) -> Iterator[str]:
    """The words that do not fit, below this control."""
    if isinstance(control, Component):
        yield from cut(control._b, room)
    elif isinstance(control, list | tuple):
        yield from (words for each in control for words in cut(each, room))
    elif isinstance(control, ft.Text):
        yield from _text(control, room)
    elif isinstance(control, ft.BaseControl):
        inside = room.within(control)
        yield from (words for below in _below(control) for words in cut(below, inside))


def _below(control: ft.BaseControl) -> Iterator[Any]:
    for each in fields(control):
        below = getattr(control, each.name, None)
        inner = each.name != "parent" and not each.name.startswith("_")
        if inner and (isinstance(below, list | ft.BaseControl) or is_dataclass(below)):
            yield below


def _text(text: ft.Text, room: Room) -> Iterator[str]:
    style = text.style
    if not isinstance(style, ft.TextStyle) or not text.value or not text.value.strip():
        return
    one = float(style.size or 0) * float(style.height or 1) * SCALE
    alone = bool(text.no_wrap)
    high = one * (1 if alone else lines(text.value, style, room.width))
    if high > room.height + 1 or (alone and wide(text.value, style) > room.width):
        yield text.value
    if text.max_lines or text.overflow is ft.TextOverflow.ELLIPSIS:
        yield f"{text.value} (bounded)"


def example(path: str, work: Work) -> str:
    for general, fitting in FITTING.items():
        path = path.replace(general, fitting)
    victim = work.case.people[0].id
    return re.sub(r":\w+", "x", path.replace(":case", work.id).replace(":person", victim))


async def all_cut(phone: Ring, work: Work) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in PATHS:
        await phone.go(example(path, work))
        assert phone.scale == SCALE
        assert not phone.sees("This page cannot be shown"), path
        words = set(cut(phone.views()[-1], Room()))
        if words:
            found[path] = words
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_words_are_cut_at_twice_the_size(language: str) -> None:
    @in_ring
    async def body() -> None:
        async with ring() as phone:
            work = await tonight(phone)
            await phone.go("/")
            if language != "en":
                await phone.tap(f"ui.language.{language}")
            await phone.text_scale(SCALE)
            assert await all_cut(phone, work) == {}

    body()


@pytest.mark.parametrize(
    "control",
    [
        ft.Container(Look(scale=SCALE).words("Two lines of words that need more room than that"), height=56),
        ft.Container(Look(scale=SCALE).words("One line", no_wrap=True), width=40),
        Look(scale=SCALE).words("One line", max_lines=1),
    ],
)
def test_words_that_are_cut_are_noticed(control: ft.Control) -> None:
    assert list(cut(control, Room()))


def test_words_in_a_control_that_grows_are_not_cut() -> None:
    words = Look(scale=SCALE).words("Two lines of words that need more room than a button of one line has")
    assert list(cut(ft.Container(words, padding=8, width=200), Room())) == []
