"""What the cover wears. It shares no typeface, colour or spacing with the app, on purpose: a stranger
who sees one after the other must not see one app."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft


@dataclass(frozen=True, slots=True)
class Plain:
    """Colours of an ordinary clock."""

    ground: str
    card: str
    bar: str
    ink: str
    quiet: str
    chosen: str
    switch: str
    knob: str


DAY = Plain("#FBFAFD", "#F2EFF4", "#F3F0F5", "#1C1B1E", "#5F5D63", "#E8DEF8", "#6750A4", "#79757F")
NIGHT = Plain("#141316", "#211F23", "#1D1B1F", "#E5E1E6", "#9B979F", "#4A4458", "#CFBCFF", "#938F99")

FAMILY = "Roboto"
TITLE, TIME, DATE, ALARM, UNDER, TAB = 22, 96, 18, 34, 14, 12
SIDE, TOP, CARD_IN, CARD_CORNER, BAR_DOWN, BETWEEN = 20, 30, 18, 22, 14, 10
MARK_WIDTH, MARK_HEIGHT, MARK_CORNER, TAB_ICON = 60, 32, 16, 22
TIME_GAP, CARDS_GAP = 40, 46
TITLE_SIDE, CARD_SIDE, UNDER_GAP, TAB_GAP = 24, 16, 2, 6
STANDS_STILL = 1.2
"""A large time does not grow with the text scale beyond this: it would break."""


def style(colour: str, size: float, scale: float = 1.0) -> ft.TextStyle:
    shown = size * STANDS_STILL / scale if scale > STANDS_STILL and size >= TIME else size
    return ft.TextStyle(font_family=FAMILY, size=shown, color=colour)
