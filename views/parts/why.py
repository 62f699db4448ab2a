"""Why we ask: open the first time, then as the officer left it."""

from __future__ import annotations

import flet as ft

from views.safe import safe
from views.saying import say
from views.screen import leaf
from views.theme import letters, look, measures

_left_closed: set[str] = set()


@leaf
def why_we_ask(item: str, text: str) -> ft.Control:
    """`item` is the question's id: whether its reason stood open is remembered for this start."""
    here, roles = look(), look().roles
    open_now, set_open = ft.use_state(item not in _left_closed)

    def turn() -> None:
        (_left_closed.add if open_now else _left_closed.discard)(item)
        set_open(not open_now)

    said = say("ui.why")
    arrow = ft.Icons.EXPAND_LESS if open_now else ft.Icons.EXPAND_MORE
    title = ft.Container(here.words(said.text, letters.TAG, roles.link), expand=True)
    toggle = ft.TextButton(
        content=ft.Row([title, here.icon(arrow, roles.link)], spacing=measures.S8),
        key=f"{said.key}.{item}",
        on_click=safe(turn),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=measures.S12, vertical=measures.S4),
            shape=ft.RoundedRectangleBorder(radius=0),
            overlay_color=roles.soft,
            animation_duration=0,
        ),
    )
    rows: list[ft.Control] = [toggle]
    if open_now:
        reason = here.words(text, letters.SECOND, roles.ink2)
        rows.append(
            ft.Container(
                reason, padding=ft.Padding.only(left=measures.S12, right=measures.S12, bottom=measures.S4)
            )
        )
    return ft.Container(
        ft.Column(rows, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        border=ft.Border.only(left=ft.BorderSide(measures.WHY_RULE, roles.edge)),
        margin=ft.Margin.symmetric(horizontal=measures.MARGIN, vertical=measures.S4),
    )
