"""What has to be put right: once at the top, and in the same words at the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

import flet as ft

from views.parts.sheet import hairline, tap_row
from views.parts.text import heading
from views.saying import Said, say
from views.theme import letters, look, measures

SUMMARY = "ui.problem.summary"


def error_summary(faults: Sequence[Said], on_go: Callable[[str], object]) -> ft.Control:
    """Each line taps to its field: `on_go` is given the key of the line, which is the field's."""
    rows: list[ft.Control] = [
        ft.Container(
            ft.Semantics(live_region=True, content=heading(say(SUMMARY).text, letters.SUMMARY, level=2)),
            padding=ft.Padding.symmetric(horizontal=measures.S16, vertical=measures.S8),
        )
    ]
    for number, said in enumerate(faults):
        if number:
            rows.append(ft.Container(hairline(), padding=ft.Padding.symmetric(horizontal=measures.S16)))
        rows.append(_line(said, on_go))
    frame = ft.BorderSide(measures.DANGER_FRAME, look().roles.danger)
    return ft.Container(
        ft.Column(rows, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=look().roles.surface,
        border=ft.Border.all(side=frame),
        border_radius=measures.CARD_RADIUS,
        margin=ft.Margin.symmetric(horizontal=measures.MARGIN, vertical=measures.S12),
        padding=ft.Padding.symmetric(vertical=measures.S4),
        key=mark(SUMMARY),
    )


def mark(key: str) -> Any:
    """Where a scroll leads to."""
    return cast(Any, ft.ScrollKey)(key)


def _line(said: Said, on_go: Callable[[str], object]) -> ft.Control:
    roles = look().roles
    words = ft.Container(look().words(said.text, letters.ROW, roles.danger), expand=True)
    arrow = look().icon(ft.Icons.CHEVRON_RIGHT, roles.danger)
    row = ft.Row([words, arrow], spacing=measures.S8)
    return tap_row(Said(f"{SUMMARY}.{said.key}", said.text), row, lambda: on_go(said.key))


def field_error(text: str) -> ft.Control:
    roles = look().roles
    words = ft.Container(look().words(text, letters.ROW, roles.danger), expand=True)
    mark = look().icon(ft.Icons.ERROR_OUTLINE, roles.danger, measures.ICON_WORD)
    return ft.Row([mark, words], spacing=measures.S8, vertical_alignment=ft.CrossAxisAlignment.START)


def ruled(content: ft.Control, key: str = "") -> ft.Control:
    """The red rule at the left of what has to be put right. `key`: where the summary leads."""
    rule = ft.BorderSide(measures.ERROR_RULE, look().roles.danger)
    return ft.Container(content, border=ft.Border.only(left=rule), key=mark(key) if key else None)
