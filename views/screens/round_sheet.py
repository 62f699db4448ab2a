"""The visits of this shift on paper, and in a calendar."""

from __future__ import annotations

import flet as ft

from views.parts.buttons import outlined
from views.parts.dock import action, tabs
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import margin
from views.saying import say, words
from views.screen import screen
from views.services import use_now, use_records
from views.shift.round import (
    choosing_whose,
    in_the_calendar,
    leaving,
    make_calendar,
    make_sheet,
    on_the_sheet,
    sheet_rows,
)
from views.theme import measures


@screen
def round_sheet() -> Layout:
    records, at = use_records(), use_now()
    _, redraw = ft.use_state(0)
    cases = records.cases()
    rows, ahead = on_the_sheet(cases, at), in_the_calendar(cases, at)
    calendar = outlined(
        say("round.calendar"), lambda: make_calendar(ahead, at), ft.Icons.CALENDAR_MONTH_OUTLINED
    )
    return Layout(
        head=header(words("shift.round")),
        body=[
            choosing_whose(lambda: redraw(lambda count: count + 1)),
            *sheet_rows(rows, at),
            *leaving(),
            *([margin(calendar, above=measures.S12)] if ahead else []),
        ],
        dock=action(say("round.make"), lambda: make_sheet(rows, at)) if rows else tabs("visits"),
    )
