"""One sentence over the whole width; at most one at a time."""

from __future__ import annotations

import flet as ft

from views.parts.buttons import link
from views.parts.sheet import hairline
from views.saying import say, words
from views.theme import letters, look, measures
from views.window import window


def banner(text: str, icon: ft.IconData = ft.Icons.INFO_OUTLINED) -> ft.Control:
    """For offline and for guidance that has grown old; never for an error."""
    roles = look().roles
    row = ft.Row(
        [
            look().icon(icon, roles.on_soft, measures.ICON_WORD),
            ft.Container(look().words(text, letters.SECOND, roles.on_soft), expand=True),
        ],
        spacing=measures.S12,
    )
    return ft.Container(
        row,
        bgcolor=roles.soft,
        padding=ft.Padding.symmetric(horizontal=measures.MARGIN, vertical=measures.S12),
    )


def trouble_banner(key: str) -> ft.Control:
    """Something did not work: what to do, spoken at once, and gone when the officer has read it."""
    roles = look().roles
    said = ft.Semantics(live_region=True, content=look().words(words(key), letters.ROW, roles.danger))
    row = ft.Row(
        [
            look().icon(ft.Icons.ERROR_OUTLINE, roles.danger),
            ft.Container(said, expand=True),
            link(say("ui.problem.read"), lambda: window().report("")),
        ],
        spacing=measures.S12,
    )
    inside = ft.Container(row, padding=ft.Padding.symmetric(horizontal=measures.MARGIN, vertical=measures.S4))
    return ft.Container(ft.Column([inside, hairline()], spacing=0), bgcolor=roles.danger_soft)
