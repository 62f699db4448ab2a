"""What a phone shows that cannot start: one sentence, and nothing else."""

from __future__ import annotations

import flet as ft

from views.theme import letters, measures
from views.theme.dressing import dress
from views.theme.roles import DARK, LIGHT


def say_only(page: ft.Page, sentence: str) -> None:
    """Stands without guidance and without services: both may be what is missing."""
    dress(page)
    roles = DARK if page.platform_brightness == ft.Brightness.DARK else LIGHT
    said = ft.Text(sentence, style=letters.BODY.style(roles.ink))
    page.views = [
        ft.View(
            route="/",
            bgcolor=roles.canvas,
            controls=[ft.SafeArea(ft.Container(said, padding=measures.S24))],
        )
    ]
    page.update()
