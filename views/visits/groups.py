"""Controls that belong together under one heading, with what is wrong over them."""

from __future__ import annotations

import flet as ft

from views.parts.errors import field_error, mark, ruled
from views.parts.text import margin
from views.theme import measures


def grouped(key: str, problem: str, *controls: ft.Control) -> ft.Control:
    """`key`: where a line of the summary leads; `problem`: the same words, or empty."""
    told: list[ft.Control] = [margin(field_error(problem), above=measures.S8)] if problem else []
    column = ft.Column([*told, *controls], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ruled(column, key) if problem else ft.Container(column, key=mark(key))


def alone(link: ft.Control) -> ft.Control:
    """A link as wide as its words; at large text they break into lines instead of being cut."""
    return ft.Row([link], wrap=True)
