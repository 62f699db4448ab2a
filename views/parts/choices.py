"""One of a few, side by side: what a list shows. They break into lines where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.parts.answers import Chosen, Option, box, dot, one_of, option_words, whole
from views.saying import Said
from views.theme import measures


def choice_row(options: Sequence[Option], chosen: str, on_choose: Chosen) -> ft.Control:
    """Radios to a screen reader; the whole of each box taps."""
    boxes = [_choice(value, said, chosen == value, on_choose) for value, said in options]
    row = ft.Row(boxes, wrap=True, spacing=measures.S8, run_spacing=measures.S8)
    return one_of(row, chosen, on_choose)


def _choice(value: str, said: Said, chosen: bool, on_choose: Chosen) -> ft.Control:
    told = [dot(value, said.key, chosen), option_words(said.text, chosen)]
    inside = ft.Container(
        ft.MergeSemantics(ft.Row(told, spacing=0, tight=True)),
        padding=ft.Padding.only(right=measures.S12),
    )
    return whole(box(inside, chosen), lambda: on_choose(value))
