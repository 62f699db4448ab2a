"""Something that was shown has changed: what it was, what it is, and that the officer has seen it."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.parts.buttons import outlined
from views.parts.text import heading, icon_line
from views.safe import Handler
from views.saying import Said
from views.theme import letters, look, measures


def changed(title: str, lines: Sequence[str], said: Said, on_seen: Handler) -> ft.Control:
    """Amber; it stays until it is answered, and is read out when it comes."""
    here, roles = look(), look().roles
    told: list[ft.Control] = [heading(title, letters.ROW, level=2, colour=roles.ink)]
    told += [here.words(line, letters.SECOND, roles.ink) for line in lines]
    words = ft.Semantics(live_region=True, content=ft.Column(told, spacing=measures.S4, tight=True))
    button = ft.Container(outlined(said, on_seen), padding=ft.Padding.only(top=measures.S8))
    box = ft.Column(
        [icon_line(ft.Icons.UPDATE, words, roles.warn), button],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.Container(
        box,
        bgcolor=roles.warn_soft,
        border_radius=measures.CONTROL_RADIUS,
        margin=ft.Margin.symmetric(horizontal=measures.MARGIN, vertical=measures.S8),
        padding=ft.Padding.all(measures.S12),
    )
