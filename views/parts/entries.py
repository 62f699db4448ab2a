"""One entry of the chronology: what, what it says, by whom and when. The whole row opens it."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from views.parts.sheet import tap_row
from views.parts.tag import tag
from views.safe import Handler
from views.saying import Said
from views.theme import letters, look, measures


@dataclass(frozen=True, slots=True)
class EntryFace:
    """`late`: the word for an entry written long after it happened, or empty; `versions`: how many."""

    what: str
    said: str
    written: str
    late: str = ""
    versions: str = ""


def entry_row(said: Said, face: EntryFace, on_tap: Handler) -> ft.Control:
    here, roles = look(), look().roles
    lines: list[ft.Control] = [here.words(face.what, letters.ROW)]
    if face.said:
        lines.append(here.words(face.said, letters.BODY))
    lines.append(here.words(face.written, letters.SECOND, roles.ink2))
    marks: list[ft.Control] = []
    if face.late:
        marks.append(tag(face.late, roles.ink, roles.sunken, ft.Icons.HISTORY))
    if face.versions:
        marks.append(tag(face.versions, roles.ink, roles.sunken, ft.Icons.EDIT_NOTE))
    if marks:
        lines.append(ft.Row(marks, spacing=measures.S8, run_spacing=measures.S4, wrap=True))
    column = ft.Column(lines, spacing=measures.S4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return tap_row(said, column, on_tap, measures.S12)
