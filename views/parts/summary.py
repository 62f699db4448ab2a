"""Check answers: what was said, and a way back to where it was said."""

from __future__ import annotations

import flet as ft

from views.parts.buttons import named_link
from views.parts.errors import mark
from views.parts.sheet import still_row, tap_row
from views.safe import Handler
from views.saying import Said
from views.theme import letters, look, measures


def summary_row(
    key_text: str, value_text: str, change: Said | None = None, on_change: Handler | None = None
) -> ft.Control:
    """`change` is the link at the right, 'Change'. A screen reader hears what it changes."""
    here, roles = look(), look().roles
    words = ft.Column(
        [here.words(key_text, letters.SECOND, roles.ink2), here.words(value_text, letters.BODY)],
        spacing=measures.S4,
        tight=True,
    )
    if change is None or on_change is None:
        return still_row(words, measures.S12)
    to = named_link(change, on_change, f"{change.text}: {key_text}")
    left = ft.Container(words, expand=True, padding=ft.Padding.symmetric(vertical=measures.S12))
    row: ft.Control = ft.Row([left, to], spacing=measures.S8, vertical_alignment=ft.CrossAxisAlignment.START)
    if here.large:
        row = ft.Column([left, to], spacing=0)
        left.expand = None
    return ft.Container(row, padding=ft.Padding.symmetric(horizontal=measures.ROW_ACROSS))


def missing_row(key_text: str, said: Said, on_add: Handler, wrong: bool = False) -> ft.Control:
    """What is not there is the link that brings it. `wrong`: sending waits for it."""
    here, roles = look(), look().roles
    colour = roles.danger if wrong else roles.link
    words = ft.Column(
        [here.words(key_text, letters.SECOND, roles.ink2), here.words(said.text, letters.ROW, colour)],
        spacing=measures.S4,
        tight=True,
    )
    row = tap_row(said, words, on_add, measures.S12)
    rule = ft.BorderSide(measures.ERROR_RULE, roles.danger)
    return ft.Container(
        row, border=ft.Border.only(left=rule) if wrong else None, key=mark(said.key) if wrong else None
    )
