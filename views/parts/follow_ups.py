"""A task that follows a step of the notice, as a row: what, because of what, by when, whose."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from views.parts.sheet import beside, chevron, still_row, tap_row
from views.parts.tag import tag
from views.safe import Handler
from views.saying import Said
from views.theme import letters, look, measures


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`state` as app.monitoring has it, `word` its word, `lines` why, by when and whose."""

    title: str
    state: str
    word: str
    lines: tuple[str, ...]


def follow_up_row(said: Said, face: FollowUp, on_tap: Handler | None) -> ft.Control:
    here, roles = look(), look().roles
    open_ = face.state in ("due", "overdue")
    lines: list[ft.Control] = [here.words(face.title, letters.ROW if open_ else letters.BODY)]
    lines += [here.words(line, letters.SECOND, roles.ink2) for line in face.lines]
    left = ft.Column(lines, spacing=0, tight=True)
    if on_tap is None:
        return still_row(ft.MergeSemantics(beside(left, _state(face))), measures.S12)
    return tap_row(said, beside(left, _state(face), chevron()), on_tap, measures.TIGHT_DOWN)


def _state(face: FollowUp) -> ft.Control:
    here, roles = look(), look().roles
    if face.state == "overdue":
        return tag(face.word, roles.danger, roles.danger_soft, ft.Icons.PRIORITY_HIGH)
    if face.state == "due":
        return tag(face.word, roles.warn, roles.warn_soft)
    return here.words(face.word, letters.SECOND, roles.ink2)
