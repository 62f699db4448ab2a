"""A limb of a test: how it stands as a word, what shows it, what is missing, and the way to its question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from views.parts.buttons import named_link
from views.parts.sheet import beside
from views.parts.tag import tag
from views.parts.text import heading, icon_line, second
from views.safe import Handler
from views.saying import Said
from views.theme import letters, look, measures


@dataclass(frozen=True, slots=True)
class LimbFace:
    """`state`: shown, not-shown or unknown, `word` its word. `lines` are what was given for it, `missing`
    what it lacks."""

    title: str
    state: str
    word: str
    lines: Sequence[str] = ()
    missing: Sequence[str] = ()


_ICONS = {
    "shown": ft.Icons.CHECK,
    "not-shown": ft.Icons.REMOVE,
    "unknown": ft.Icons.HELP_OUTLINE,
}


def limb_row(face: LimbFace, change: Said, on_change: Handler) -> ft.Control:
    here, roles = look(), look().roles
    lines: list[ft.Control] = [beside(heading(face.title, letters.ROW, level=3), _state(face))]
    lines += [here.words(line, letters.SECOND, roles.ink) for line in face.lines]
    lines += [icon_line(ft.Icons.EDIT_OUTLINED, second(line)) for line in face.missing]
    lines.append(ft.Row([named_link(change, on_change, f"{change.text}: {face.title}")], wrap=True))
    column = ft.Column(lines, spacing=measures.S4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Container(
        column,
        padding=ft.Padding.only(left=measures.ROW_ACROSS, right=measures.ROW_ACROSS, top=measures.S12),
    )


def _state(face: LimbFace) -> ft.Control:
    roles = look().roles
    icon = _ICONS[face.state]
    if face.state == "unknown":
        return tag(face.word, roles.on_soft, roles.soft, icon)
    return tag(face.word, roles.ink, roles.sunken, icon)
