"""A clock of the case. The words say it; the bar is never the only sign."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from views.parts.sheet import leads, still_row, tap_row
from views.safe import Handler
from views.saying import Said, words
from views.theme import letters, look, measures
from views.theme.roles import Roles


@dataclass(frozen=True, slots=True)
class Face:
    """What a clock shows. `state`: not-started, running, soon, passed; `share` of it used, 0 to 1;
    `skipped`: what is not counted, or counted though it is in doubt."""

    name: str
    state: str
    left: str = ""
    limit: str = ""
    share: float = 0.0
    skipped: str = ""


def clock_row(said: Said, face: Face, on_tap: Handler | None = None) -> ft.Control:
    """`said.key` names the row; its words are those of the face. Without `on_tap` it stands still."""
    if face.state == "not-started":
        content, down = _waiting(face), measures.S12
    else:
        content, down = _running(face), measures.TIGHT_DOWN + 2
    return tap_row(said, content, on_tap, down) if on_tap else still_row(content, down)


def clock_chip(said: Said, face: Face, on_tap: Handler | None = None) -> ft.Control:
    """The same in two lines, where the page is about something else."""
    if face.state == "not-started":
        return still_row(_waiting(face), measures.S8)
    here, roles = look(), look().roles
    loud = face.state in ("soon", "passed")
    head = here.words(words("clock.chip", name=face.name, left=face.left), letters.ROW)
    state = words("clock.chip.state", state=words(f"ui.clock.{face.state}"), limit=face.limit)
    lines: list[ft.Control] = [
        head,
        here.words(
            state, letters.TAG if loud else letters.SECOND, _colour(face, roles) if loud else roles.ink2
        ),
    ]
    column = ft.Column(lines, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return tap_row(said, leads(column), on_tap, measures.S8) if on_tap else still_row(column, measures.S8)


def _waiting(face: Face) -> ft.Control:
    here = look()
    text = here.words(f"{face.name}: {face.limit}", letters.SECOND, here.roles.ink2)
    icon = here.icon(ft.Icons.HOURGLASS_EMPTY, here.roles.ink2, measures.ICON_WORD)
    return ft.Row([icon, ft.Container(text, expand=True)], spacing=measures.ICON_GAP)


def _colour(face: Face, roles: Roles) -> str:
    return {"soon": roles.warn, "passed": roles.danger}.get(face.state, roles.link)


def _running(face: Face) -> ft.Control:
    here, roles = look(), look().roles
    loud = face.state in ("soon", "passed")
    colour = _colour(face, roles)
    state = here.words(
        words(f"ui.clock.{face.state}"),
        letters.TAG if loud else letters.SECOND,
        colour if loud else roles.ink2,
    )
    name = here.words(face.name, letters.TAG, roles.ink2)
    head = (
        ft.Column([name, state], spacing=0)
        if here.large
        else ft.Row([ft.Container(name, expand=True), state], spacing=measures.S8)
    )
    return ft.Column(
        [
            head,
            here.words(face.left, letters.CLOCK, colour if loud else roles.ink),
            share_bar(face.share, colour, measures.CLOCK_BAR),
            here.words(
                f"{face.limit}. {face.skipped}" if face.skipped else face.limit, letters.SECOND, roles.ink2
            ),
        ],
        spacing=measures.S4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def share_bar(share: float, colour: str, height: float) -> ft.Control:
    """How much is used. Drawn, not a ProgressBar: that would make its row read as one."""
    used = min(max(round(share * 1000), 0), 1000)
    cells: list[ft.Control] = []
    if used:
        cells.append(ft.Container(bgcolor=colour, expand=used, border_radius=height / 2))
    if used < 1000:
        cells.append(ft.Container(expand=1000 - used))
    return ft.Container(
        ft.Row(cells, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH),
        height=height,
        bgcolor=look().roles.sunken,
        border_radius=height / 2,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
