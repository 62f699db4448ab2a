"""Done, Not done, Does not apply, Unable: four of equal size. The reasons open under them."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.parts.answers import Chosen, Option, answer_group, box, whole
from views.parts.text import heading, margin, second
from views.safe import safe
from views.saying import Said
from views.theme import letters, look, measures
from views.theme.roles import CLEAR


def fourway(options: Sequence[Option], chosen: str | None, on_choose: Chosen) -> ft.Control:
    """Two by two; one under the other at large text."""
    cells = [_cell(value, said, value == chosen, on_choose) for value, said in options]
    wide = 1 if look().large else 2
    rows: list[ft.Control] = [
        ft.Row(
            [ft.Container(cell, expand=True) for cell in cells[at : at + wide]],
            spacing=measures.ANSWER_GAP,
        )
        for at in range(0, len(cells), wide)
    ]

    def chose(event: ft.Event[ft.RadioGroup]) -> object:
        return on_choose(str(event.control.value if event.data is None else event.data))

    group = ft.RadioGroup(
        content=ft.Column(rows, spacing=measures.ANSWER_GAP), value=chosen, on_change=safe(chose)
    )
    return ft.Container(group, padding=ft.Padding.symmetric(horizontal=measures.MARGIN, vertical=measures.S8))


def _cell(value: str, said: Said, chosen: bool, on_choose: Chosen) -> ft.Control:
    """The radio is there for role, state and keyboard, but not drawn: the tick and the fill say it."""
    here, roles = look(), look().roles
    unseen = ft.Radio(
        value=value, key=said.key, fill_color=CLEAR, overlay_color=CLEAR, focus_color=roles.focus
    )
    words = here.words(
        said.text,
        letters.ROW if chosen else letters.BODY,
        roles.on_soft if chosen else roles.ink,
        text_align=ft.TextAlign.CENTER,
        expand=True,
        expand_loose=True,
    )
    row: list[ft.Control] = [words]
    if chosen:
        row.insert(0, here.icon(ft.Icons.CHECK, roles.on_soft, measures.ICON_WORD))
    middle = ft.Row(row, alignment=ft.MainAxisAlignment.CENTER, spacing=measures.S8)
    content = ft.MergeSemantics(
        ft.Stack(
            [ft.Container(unseen), ft.Container(middle, padding=ft.Padding.symmetric(vertical=measures.S12))],
            alignment=ft.Alignment.CENTER,
        )
    )
    return whole(box(content, chosen), lambda: on_choose(value))


def reason_group(
    title: str, hint: str, reasons: Sequence[Option], chosen: str | None, on_choose: Chosen
) -> ft.Control:
    """Why not? One reason; the note follows it."""
    return ft.Column(
        [
            margin(heading(title, letters.SECTION, level=2), second(hint), above=measures.S16),
            answer_group(reasons, chosen, on_choose),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
