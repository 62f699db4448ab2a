"""Nothing here: what is empty, what comes next, and one or two things to do."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.parts.text import body, heading, margin
from views.theme import letters, look, measures


def empty(title: str, text: str, *actions: ft.Control) -> ft.Control:
    return margin(
        door_and_step(),
        ft.Container(heading(title, letters.SUMMARY, level=2), padding=ft.Padding.only(top=measures.S24)),
        body(text, look().roles.ink2),
        *_apart(actions),
        above=measures.S32,
        gap=measures.S8,
    )


def _apart(actions: Sequence[ft.Control]) -> list[ft.Control]:
    return [
        ft.Container(action, padding=ft.Padding.only(top=measures.S16 if number == 0 else 0))
        for number, action in enumerate(actions)
    ]


def door_and_step() -> ft.Control:
    """A line drawing; it says nothing that the words do not say."""
    roles = look().roles
    side = ft.BorderSide(measures.DOOR_LINE, roles.edge)
    knob = ft.Container(
        width=measures.DOOR_KNOB,
        height=measures.DOOR_KNOB,
        border_radius=measures.DOOR_KNOB,
        bgcolor=roles.edge,
    )
    door = ft.Container(
        knob,
        width=measures.DOOR_WIDTH,
        height=measures.DOOR_HEIGHT,
        border=ft.Border.all(side=side),
        border_radius=ft.BorderRadius.only(top_left=measures.DOOR_ARCH, top_right=measures.DOOR_ARCH),
        alignment=ft.Alignment(0.65, 0.1),
    )
    step = _slab(measures.STEP_WIDTH, roles.edge)
    ground = _slab(measures.GROUND_WIDTH, roles.line)
    drawn = ft.Column(
        [door, step, ground],
        spacing=0,
        width=measures.GROUND_WIDTH,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.Row([ft.Semantics(content=drawn, exclude_semantics=True)])


def _slab(width: float, colour: str) -> ft.Control:
    return ft.Container(
        width=width, height=measures.STEP_HEIGHT, bgcolor=colour, border_radius=measures.STEP_CORNER
    )
