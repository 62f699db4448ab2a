"""One of a few, side by side: what a list shows. They break into lines where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from views.parts.answers import Chosen, Option, box, whole
from views.safe import safe
from views.theme import letters, look, measures
from views.theme.roles import CLEAR


def choice_row(options: Sequence[Option], chosen: str, on_choose: Chosen) -> ft.Control:
    """Radios to a screen reader; the whole of each box taps."""
    boxes = [_choice(value, said.key, said.text, (chosen == value, on_choose)) for value, said in options]
    row = ft.Row(boxes, wrap=True, spacing=measures.S8, run_spacing=measures.S8)

    def chose(event: ft.Event[ft.RadioGroup]) -> object:
        return on_choose(str(event.control.value if event.data is None else event.data))

    return ft.Container(
        ft.RadioGroup(content=row, value=chosen, on_change=safe(chose)),
        padding=ft.Padding.symmetric(horizontal=measures.MARGIN, vertical=measures.S8),
    )


def _choice(value: str, key: str, text: str, how: tuple[bool, Callable[[str], object]]) -> ft.Control:
    here, roles = look(), look().roles
    chosen, on_choose = how
    radio = ft.Radio(
        value=value,
        key=key,
        fill_color=roles.link if chosen else roles.edge,
        focus_color=roles.focus,
        overlay_color=CLEAR,
    )
    told = here.words(text, letters.ROW if chosen else letters.BODY, roles.on_soft if chosen else roles.ink)
    inside = ft.Container(
        ft.MergeSemantics(ft.Row([radio, told], spacing=0, tight=True)),
        padding=ft.Padding.only(right=measures.S12),
    )
    return whole(box(inside, chosen), lambda: on_choose(value))
