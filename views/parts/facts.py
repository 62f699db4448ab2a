"""What is known, one fact a row: its name small, its value as it is read."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.parts.sheet import sheet, still_row
from views.theme import letters, look, measures

Fact = tuple[str, str]
"""What it is, and what it says."""


def facts(rows: Sequence[Fact]) -> ft.Control:
    """A sheet of facts; read as 'name, value' by a screen reader."""
    return sheet([fact_row(name, value) for name, value in rows])


def fact_row(name: str, value: str) -> ft.Control:
    here = look()
    column = ft.Column(
        [here.words(name, letters.SECOND, here.roles.ink2), here.words(value, letters.BODY)],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return still_row(ft.MergeSemantics(column), measures.S8)
