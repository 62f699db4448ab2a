"""Typeface and scale: Atkinson Hyperlegible Next, one static file a weight.

One family name maps to one file, so weight is chosen by family, never by `weight=`.
"""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

FONTS = {
    "AHN400": "fonts/AHN-400.ttf",
    "AHN500": "fonts/AHN-500.ttf",
    "AHN600": "fonts/AHN-600.ttf",
    "AHN700": "fonts/AHN-700.ttf",
    "AHNtab600": "fonts/AHN-tab-600.ttf",
    "AHNtab700": "fonts/AHN-tab-700.ttf",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A line of the scale: family, size and line height in sp."""

    family: str
    size: float
    line: float

    def style(self, colour: str, at_most: float | None = None, scale: float = 1.0) -> ft.TextStyle:
        """`at_most`: the largest text scale at which this line still grows; beyond it stands still."""
        size = self.size
        if at_most is not None and scale > at_most:
            size = self.size * at_most / scale
        return ft.TextStyle(font_family=self.family, size=size, height=self.line / self.size, color=colour)


SCREEN = Letter("AHN700", 28, 34)
QUESTION = Letter("AHN700", 24, 31)
CLOCK = Letter("AHNtab600", 24, 30)
REFERENCE = Letter("AHNtab700", 22, 28)
SUMMARY = Letter("AHN700", 22, 28)
BUTTON = Letter("AHN600", 19, 26)
PAGE = Letter("AHN600", 19, 26)
BODY = Letter("AHN400", 17, 24)
BODY_TAB = Letter("AHNtab600", 17, 24)
ROW = Letter("AHN600", 17, 24)
SECTION = Letter("AHN700", 17, 24)
SECOND = Letter("AHN400", 15, 20)
TAG = Letter("AHN600", 15, 20)
REF_SLIM = Letter("AHNtab600", 15, 20)
FLOOR = Letter("AHN400", 13, 18)
FLOOR_BOLD = Letter("AHN700", 13, 18)
DOCK = Letter("AHN600", 13, 18)
KEYPAD = Letter("AHN700", 28, 34)
CARD_TITLE = Letter("AHN700", 40, 48)
CARD_TEXT = Letter("AHN500", 32, 44)
CARD_ANSWER = Letter("AHN700", 40, 48)
