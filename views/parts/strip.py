"""The 28 days of an order as cells. The words below carry it; the cells only show it at a glance.

A day may be marked besides, with a shape of its own: breach, hearing, review, contact, the last day.
"""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.parts.text import second
from views.saying import words
from views.theme import look, measures

MARKS = {
    "breach": ft.Icons.PRIORITY_HIGH,
    "hearing": ft.Icons.SQUARE,
    "review": ft.Icons.CIRCLE_OUTLINED,
    "contact": ft.Icons.PHONE,
    "end": ft.Icons.FLAG,
}


def visit_strip(cells: Sequence[str], today: int | None, line: str, marks: Sequence[str] = ()) -> ft.Control:
    """`cells`: seen, missed, planned, none, after, one a day. `today`: the cell of this day, if it is
    among them. `line` always stands below. `marks`: of MARKS or empty, one a day. Not tappable."""
    days = [
        _day(cell, number == today, marks[number] if marks else None) for number, cell in enumerate(cells)
    ]
    row = ft.Row(days, spacing=measures.STRIP_GAP, vertical_alignment=ft.CrossAxisAlignment.START)
    said = ", ".join(filter(None, (_counted(cells), *_marked(marks))))
    spoken = ft.Semantics(label=said, exclude_semantics=True, content=row)
    return ft.Column([spoken, second(line)], spacing=measures.S4)


def _marked(marks: Sequence[str]) -> list[str]:
    """'Hearing: Day 3', for each day that is marked."""
    return [
        words("strip.mark", mark=words(f"period.mark.{mark}"), day=words("period.day", number=number))
        for number, mark in enumerate(marks, 1)
        if mark
    ]


def mark_legend(marks: Sequence[str]) -> list[ft.Control]:
    """What the shapes mean that are there. Nothing where there is none."""
    roles, there = look().roles, [mark for mark in MARKS if mark in marks]
    named: list[ft.Control] = [
        ft.Row(
            [
                look().icon(MARKS[mark], roles.ink, measures.LEGEND),
                second(words(f"period.mark.{mark}")),
            ],
            spacing=measures.S8,
            tight=True,
        )
        for mark in there
    ]
    return [ft.Row(named, spacing=measures.S16, run_spacing=measures.S4, wrap=True)] if named else []


def _counted(cells: Sequence[str]) -> str:
    told = [(name, sum(cell == name for cell in cells)) for name in ("seen", "missed", "planned")]
    return ", ".join(words(f"strip.count.{name}", count=count) for name, count in told if count)


def _day(cell: str, today: bool, mark: str | None) -> ft.Control:
    """`mark` is None where no day of the strip may be marked."""
    roles = look().roles
    under = ft.Container(
        bgcolor=roles.ink if today else None,
        height=measures.STRIP_MARK_HEIGHT,
        border_radius=measures.STRIP_MARK_HEIGHT / 2,
    )
    shape = look().icon(MARKS[mark], roles.ink, measures.STRIP_CROSS) if mark else None
    shapes = (
        [] if mark is None else [ft.Container(shape, height=measures.LEGEND, alignment=ft.Alignment.CENTER)]
    )
    return ft.Column(
        [_cell(cell), under, *shapes],
        spacing=measures.STRIP_GAP,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _cell(cell: str) -> ft.Control:
    roles = look().roles
    if cell == "after":
        dash = ft.Container(height=measures.STRIP_DASH, bgcolor=roles.line)
        return ft.Container(dash, height=measures.STRIP_CELL, alignment=ft.Alignment.CENTER)
    fill = {"seen": roles.link, "missed": roles.danger_soft, "planned": roles.surface}.get(cell, roles.sunken)
    line = {"missed": roles.danger, "planned": roles.edge}.get(cell, fill)
    cross = look().icon(ft.Icons.CLOSE, roles.danger, measures.STRIP_CROSS) if cell == "missed" else None
    return ft.Container(
        cross,
        height=measures.STRIP_CELL,
        bgcolor=fill,
        border=ft.Border.all(measures.OUTLINE, line),
        border_radius=measures.TAG_RADIUS,
        alignment=ft.Alignment.CENTER,
    )


def strip_legend() -> ft.Control:
    """What the cells mean. Wraps at large text."""
    names = ("seen", "missed", "planned", "today")
    return ft.Row([_named(name) for name in names], spacing=measures.S16, run_spacing=measures.S4, wrap=True)


def _named(name: str) -> ft.Control:
    roles = look().roles
    if name == "today":
        mark: ft.Control = ft.Container(
            width=measures.STRIP_MARK_WIDTH,
            height=measures.STRIP_MARK_HEIGHT,
            bgcolor=roles.ink,
            border_radius=measures.STRIP_MARK_HEIGHT / 2,
        )
    else:
        mark = ft.Container(_cell(name), width=measures.LEGEND, height=measures.LEGEND + measures.S4)
    return ft.Row([mark, second(words(f"strip.{name}"))], spacing=measures.S8, tight=True)
