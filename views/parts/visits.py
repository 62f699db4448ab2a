"""A visit as a row: whose, when, why, and how it stands in a word."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from views.parts.sheet import still_row, tap_row
from views.parts.text import icon_line
from views.safe import Handler
from views.saying import Said, words
from views.theme import letters, look, measures
from views.theme.roles import Roles


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFace:
    """`state`: of app.visits.schedule.status. `line` starts with the state in words. `who` and `ref`
    are left out where the page is one case's."""

    state: str
    line: str
    who: str = ""
    ref: str = ""
    grade: str = ""
    why: str = ""
    more: tuple[str, ...] = ()
    agree: str = ""
    """`more`: who takes it, how near it is. `agree`: loud, for two officers have to settle something."""


_ICONS = {
    "overdue": ft.Icons.ERROR_OUTLINE,
    "missed": ft.Icons.ERROR_OUTLINE,
    "due": ft.Icons.SCHEDULE,
    "planned": ft.Icons.CALENDAR_TODAY_OUTLINED,
    "done": ft.Icons.CHECK,
    "late": ft.Icons.CHECK,
    "cancelled": ft.Icons.BLOCK,
}


def _colour(state: str, roles: Roles) -> str:
    named = {"overdue": roles.danger, "missed": roles.danger, "due": roles.warn}
    return named.get(state, roles.ink)


def visit_row(
    said: Said, face: VisitFace, on_tap: Handler | None, strip: ft.Control | None = None
) -> ft.Control:
    """`said.key` names the row. `strip`: the 28 days of its case, below."""
    here = look()
    lines: list[ft.Control] = []
    if face.who or face.ref:
        lines.append(_head(face))
    lines.append(_when(face))
    if face.why:
        lines.append(here.words(face.why, letters.SECOND, here.roles.ink2))
    lines += [here.words(each, letters.SECOND, here.roles.ink2) for each in face.more]
    if face.agree:
        warned = here.words(face.agree, letters.TAG, here.roles.warn)
        lines.append(icon_line(ft.Icons.WARNING_AMBER_OUTLINED, warned, here.roles.warn))
    if strip is not None:
        lines.append(ft.Container(strip, padding=ft.Padding.only(top=measures.S4)))
    column = ft.Column(lines, spacing=measures.S4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return tap_row(said, column, on_tap, measures.S12) if on_tap else still_row(column, measures.S12)


def _head(face: VisitFace) -> ft.Control:
    here, roles = look(), look().roles
    who = ft.Row(
        [here.words(face.who, letters.SECTION), here.words(face.ref, letters.SECOND, roles.ink2)],
        spacing=measures.S8,
        run_spacing=0,
        wrap=True,
    )
    if not face.grade:
        return who
    colour = roles.danger if face.grade == "high" else roles.ink2
    risk = here.words(words(f"ui.risk.{face.grade}"), letters.TAG, colour)
    if here.large:
        return ft.Column([who, risk], spacing=0)
    return ft.Row([ft.Container(who, expand=True), risk], spacing=measures.S8)


def _when(face: VisitFace) -> ft.Control:
    here = look()
    colour = _colour(face.state, here.roles)
    settled = face.state in ("done", "late", "cancelled")
    line = here.words(face.line, letters.BODY if settled else letters.ROW, colour)
    icon = here.icon(_ICONS.get(face.state, ft.Icons.CALENDAR_TODAY_OUTLINED), colour, measures.ICON_WORD)
    return ft.Row([icon, ft.Container(line, expand=True)], spacing=measures.S8)
