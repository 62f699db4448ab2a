"""The way to the steps for a breach: danger outline and tint, over the whole width, far from Save."""

from __future__ import annotations

import flet as ft

from views.safe import Handler, safe
from views.saying import Said
from views.theme import letters, look, measures


def breach_now(said: Said, hint: str, on_tap: Handler) -> ft.Control:
    """`hint`: 'Arrest power and 24-hour clock'."""
    here, roles = look(), look().roles
    text = ft.Column(
        [here.words(said.text, letters.BUTTON, roles.danger), here.words(hint, letters.SECOND)],
        spacing=0,
        tight=True,
        expand=True,
    )
    row = ft.Row(
        [
            here.icon(ft.Icons.REPORT_OUTLINED, roles.danger, measures.ICON_MARK),
            text,
            here.icon(ft.Icons.CHEVRON_RIGHT, roles.danger),
        ],
        spacing=measures.ICON_GAP,
    )
    return ft.Container(
        ft.Column(
            [ft.TextButton(content=row, key=said.key, on_click=safe(on_tap), style=_style())],
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=measures.MARGIN, vertical=measures.S12),
    )


def _style() -> ft.ButtonStyle:
    roles = look().roles
    return ft.ButtonStyle(
        shape=ft.RoundedRectangleBorder(radius=measures.CONTROL_RADIUS),
        bgcolor=roles.danger_soft,
        color=roles.ink,
        elevation=0,
        padding=ft.Padding.symmetric(horizontal=measures.S16, vertical=measures.S12),
        side={
            ft.ControlState.FOCUSED: ft.BorderSide(measures.FOCUS_RING, roles.focus),
            ft.ControlState.DEFAULT: ft.BorderSide(measures.CHOSEN, roles.danger),
        },
        animation_duration=0,
    )
