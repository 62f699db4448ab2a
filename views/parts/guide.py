"""Steps of a guide: shut ones are rows that say how they stand, the open one asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import flet as ft

from views.parts.sheet import beside, sheet, still_row, tap_row
from views.parts.text import heading, margin
from views.safe import Handler
from views.saying import Said
from views.theme import letters, look, measures


def shut_step(
    said: Said, told: str, settled: bool, on_tap: Handler | None = None, hint: str = ""
) -> ft.Control:
    """`told`: the answer that stands, or that there is none; `hint`: what to do, over it.
    Without `on_tap` it only tells."""
    here, roles = look(), look().roles
    mark = ft.Icons.CHECK if settled else ft.Icons.RADIO_BUTTON_UNCHECKED
    lines: list[ft.Control] = [here.words(said.text, letters.BODY if settled else letters.ROW)]
    if hint:
        lines.append(here.words(hint, letters.SECOND, roles.ink2))
        lines.append(here.words(told, letters.TAG if settled else letters.SECOND, roles.ink))
    title = ft.Column(lines, spacing=0, tight=True)
    state = here.words(told, letters.SECOND, roles.ink if settled else roles.ink2)
    row = ft.Row(
        [
            here.icon(mark, roles.ink if settled else roles.ink2),
            ft.Container(title if hint else beside(title, state), expand=True),
        ],
        spacing=measures.ICON_GAP,
    )
    return tap_row(said, row, on_tap) if on_tap else still_row(row)


def open_step(ask: str, content: Sequence[ft.Control], above: Sequence[ft.Control] = ()) -> ft.Control:
    """The step that is being answered. `above`: 'Read aloud, in private'."""
    title = heading(ask, letters.SECTION, level=3)
    return ft.Column(
        [margin(*above, title, above=measures.S16, below=measures.S4), *content],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def in_sheets(steps: Iterable[tuple[bool, ft.Control]]) -> Iterator[ft.Control]:
    """Shut steps in sheets, round the one that is open. Each: whether it is open, and the step."""
    shut: list[ft.Control] = []
    for is_open, step in steps:
        if not is_open:
            shut.append(step)
            continue
        if shut:
            yield sheet(shut)
        yield step
        shut = []
    if shut:
        yield sheet(shut)
