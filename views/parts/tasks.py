"""A task of the incident: the whole row taps. Completed work goes quiet."""

from __future__ import annotations

import flet as ft

from views.parts.sheet import beside, tap_row
from views.parts.tag import status_tag
from views.safe import Handler
from views.saying import Said
from views.theme import letters, look, measures

_ICONS = {
    "completed": ft.Icons.CHECK,
    "in-progress": ft.Icons.TIMELAPSE,
    "not-started": ft.Icons.RADIO_BUTTON_UNCHECKED,
    "cannot-start": ft.Icons.LOCK_OUTLINED,
}


def task_row(said: Said, state: str, on_tap: Handler, fact: str = "") -> ft.Control:
    """`state` of app.guidance.model.State; `fact`: '1 of 2 seen', or why it cannot start."""
    here, roles = look(), look().roles
    left_to_do = state in ("not-started", "in-progress")
    title: list[ft.Control] = [here.words(said.text, letters.ROW if left_to_do else letters.BODY, roles.ink)]
    if fact:
        title.append(here.words(fact, letters.SECOND, roles.ink2))
    colour = {"completed": roles.ink, "in-progress": roles.link}.get(state, roles.ink2)
    down = measures.TIGHT_DOWN - 2 if fact else measures.ROW_DOWN
    row = ft.Row(
        [
            here.icon(_ICONS[state], colour),
            ft.Container(beside(ft.Column(title, spacing=0, tight=True), status_tag(state)), expand=True),
        ],
        spacing=measures.ICON_GAP,
    )
    return tap_row(said, row, on_tap, down)
