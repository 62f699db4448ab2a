"""How many of a known number are done, as cells and in words. Never a per cent."""

from __future__ import annotations

import flet as ft

from views.theme import look, measures


def steps(done: int, total: int) -> ft.Control:
    roles = look().roles
    cells: list[ft.Control] = [
        ft.Container(
            height=measures.STEP_BAR,
            expand=True,
            bgcolor=roles.link if number < done else roles.sunken,
            border_radius=measures.TAG_RADIUS / 2,
        )
        for number in range(total)
    ]
    return ft.Row(cells, spacing=measures.S4)


def card(*controls: ft.Control) -> ft.Control:
    """The one framed card of a screen."""
    roles = look().roles
    return ft.Container(
        ft.Column(list(controls), spacing=measures.S4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=roles.surface,
        border=ft.Border.all(measures.HAIR, roles.line),
        border_radius=measures.CARD_RADIUS,
        margin=ft.Margin.symmetric(horizontal=measures.MARGIN),
        padding=measures.S16,
    )
