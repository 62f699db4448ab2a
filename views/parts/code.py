"""A code that is read aloud: large, spaced, with the words of its letters under it."""

from __future__ import annotations

import flet as ft

from views.parts.text import second
from views.theme import letters, look, measures


def spoken_code(title: str, code: str, spoken: str, hint: str) -> ft.Control:
    here, roles = look(), look().roles
    lines: list[ft.Control] = [
        here.words(title, letters.TAG, roles.on_soft),
        here.words(code, letters.SCREEN, roles.on_soft),
        second(spoken, roles.on_soft),
        second(hint, roles.on_soft),
    ]
    return ft.Container(
        ft.MergeSemantics(ft.Column(lines, spacing=measures.S4, tight=True)),
        bgcolor=roles.soft,
        border_radius=measures.CONTROL_RADIUS,
        margin=ft.Margin.symmetric(horizontal=measures.MARGIN, vertical=measures.S8),
        padding=ft.Padding.all(measures.S12),
    )
