"""A page that is turned to somebody who is not the officer: its words, and nothing else to be seen.

Danger: the corner of Hide is live and unmarked, bottom left as everywhere. The way back asks for a hold,
so that a hand that points does not leave the card for the record.
"""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.going import back
from views.parts.buttons import cover
from views.saying import say
from views.theme import Letter, letters, look, measures


def bare_view(body: Sequence[ft.Control], place: str) -> ft.View:
    middle = ft.Column(
        list(body),
        expand=True,
        spacing=measures.S24,
        scroll=ft.ScrollMode.AUTO,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    words = ft.Container(middle, expand=True, padding=ft.Padding.symmetric(horizontal=measures.S24))
    return ft.View(
        route=place,
        padding=0,
        spacing=0,
        bgcolor=look().roles.surface,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[
            ft.SafeArea(
                ft.Column(
                    [_way_back(), words, _corner()],
                    spacing=0,
                    expand=True,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                expand=True,
            )
        ],
    )


def _way_back() -> ft.Control:
    """A faint arrow, top left. Held, never tapped."""
    said, here = say("ui.card.back"), look()
    arrow = ft.Container(
        here.icon(ft.Icons.ARROW_BACK, here.roles.edge),
        key=said.key,
        width=measures.TARGET,
        height=measures.TARGET,
        alignment=ft.Alignment.CENTER,
        on_long_press=back(),
    )
    return ft.Row([ft.Semantics(label=said.text, button=True, content=arrow)])


def _corner() -> ft.Control:
    said = say("ui.hide")
    corner = ft.Container(
        key=said.key,
        width=measures.HIDE_CORNER,
        height=measures.HIDE_CORNER,
        bgcolor=look().roles.surface,
        on_click=cover,
    )
    return ft.Row([ft.Semantics(label=said.text, button=True, content=corner)])


def card_words(text: str, letter: Letter = letters.CARD_TEXT, colour: str | None = None) -> ft.Control:
    """Large already: it grows with the officer's text only as far as its words fit the width."""
    return look().words(text, letter, colour, at_most=measures.CARD_MOST, text_align=ft.TextAlign.CENTER)


def card_title(text: str) -> ft.Control:
    shown = card_words(text, letters.CARD_TITLE)
    return ft.Semantics(header=True, heading_level=1, label=text, exclude_semantics=True, content=shown)


def card_answer(text: str) -> ft.Control:
    """A box to point at. It does nothing: what was pointed at is seen, not recorded."""
    return ft.Container(
        card_words(text, letters.CARD_ANSWER),
        padding=ft.Padding.symmetric(horizontal=measures.S12, vertical=measures.S32),
        border=ft.Border.all(side=ft.BorderSide(measures.DANGER_FRAME, look().roles.ink)),
        border_radius=measures.CARD_RADIUS,
        alignment=ft.Alignment.CENTER,
    )


def card_pair(large: str, small: str) -> ft.Control:
    """A name and what goes with it: a number to ring, or a language and its English name."""
    here = look()
    return ft.Column(
        [
            card_words(large, letters.CARD_TEXT),
            card_words(small, letters.BODY, here.roles.ink2),
        ],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
