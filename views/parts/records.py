"""Rows of Now and To send: an incident, something that needs the officer, a record on its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from views.parts.buttons import outlined
from views.parts.sheet import beside, chevron, still_row, tap_row
from views.parts.tag import risk_tag
from views.parts.text import margin, second
from views.safe import Handler
from views.saying import Said, say, words
from views.theme import letters, look, measures
from views.theme.roles import Roles


@dataclass(frozen=True, slots=True)
class Whose:
    """An incident in a list. `grade`: as an officer set it, or empty."""

    ref: str
    initials: str
    grade: str = ""


def case_row(said: Said, whose: Whose, line: str, on_tap: Handler) -> ft.Control:
    """Initials first, or the reference while nobody is named."""
    here, risk = look(), risk_tag(whose.grade)
    title = named(whose.initials or whose.ref, whose.ref if whose.initials else "")
    lines: list[ft.Control] = [title]
    if line:
        lines.append(here.words(line, letters.SECOND, here.roles.ink2))
    left = ft.Column(lines, spacing=0, tight=True)
    row = beside(left, *([risk] if risk else []), chevron())
    return tap_row(said, row, on_tap, measures.TIGHT_DOWN)


def named(strong: str, plain: str) -> ft.Control:
    """'R.M.  TRN 1147/26'; one under the other where there is no room."""
    here = look()
    lines: list[ft.Control] = [here.words(strong, letters.SECTION)]
    if plain:
        lines.append(here.words(plain, letters.SECOND, here.roles.ink2))
    return ft.Row(lines, spacing=measures.S8, run_spacing=0, wrap=True)


@dataclass(frozen=True, slots=True)
class Need:
    """`loud`: it has to be done now."""

    icon: ft.IconData
    title: str
    line: str
    loud: bool = False


def need_row(said: Said, need: Need, on_tap: Handler | None) -> ft.Control:
    here, roles = look(), look().roles
    colour = roles.warn if need.loud else roles.ink2
    lines: list[ft.Control] = [here.words(need.title, letters.ROW)]
    if need.line:
        lines.append(here.words(need.line, letters.SECOND, roles.ink2))
    left = ft.Container(ft.Column(lines, spacing=0, tight=True), expand=True)
    row = ft.Row([here.icon(need.icon, colour), left], spacing=measures.ICON_GAP)
    if on_tap is None:
        return still_row(row, measures.S12)
    row.controls.append(chevron())
    return tap_row(said, row, on_tap, measures.TIGHT_DOWN)


def pager(first: int, most: int, total: int, on_turn: Callable[[int], None]) -> list[ft.Control]:
    """Under a list that is longer than a page. `on_turn` is given the number of its new first row."""
    if total <= most:
        return []
    last = min(first + most, total)
    turns: list[ft.Control] = [second(words("ui.page.rows", first=first + 1, last=last, total=total))]
    if last < total:
        turns.append(outlined(say("ui.page.older"), lambda: on_turn(first + most)))
    if first:
        turns.append(outlined(say("ui.page.newer"), lambda: on_turn(max(0, first - most))))
    return [margin(*turns, above=measures.S12, gap=measures.S8)]


@dataclass(frozen=True, slots=True)
class Sent:
    """A record on its way. `state`: of app.ports.SendState; `told` its words; `repair` what to do."""

    title: str
    line: str
    state: str
    told: str
    repair: str = ""


_ICONS = {
    "needs-you": ft.Icons.ERROR_OUTLINE,
    "sending": ft.Icons.ARROW_OUTWARD,
    "on-phone": ft.Icons.PHONE_ANDROID,
    "at-station": ft.Icons.CHECK,
}


def _colour(state: str, roles: Roles) -> str:
    return {"needs-you": roles.warn, "sending": roles.link}.get(state, roles.ink)


def sent_row(sent: Sent) -> ft.Control:
    """What it is, never what it says; and where it is, in words."""
    here, roles = look(), look().roles
    colour, settled = _colour(sent.state, roles), sent.state == "at-station"
    lines: list[ft.Control] = [
        here.words(sent.title, letters.BODY if settled else letters.ROW),
        here.words(sent.line, letters.SECOND, roles.ink2),
    ]
    if sent.repair:
        lines.append(here.words(sent.repair, letters.SECOND, roles.ink))
    told = here.words(sent.told, letters.SECOND if settled else letters.TAG, colour)
    icon = here.icon(_ICONS[sent.state], roles.ink2 if settled else colour)
    left = beside(ft.Column(lines, spacing=0, tight=True), told)
    return still_row(
        ft.MergeSemantics(ft.Row([icon, ft.Container(left, expand=True)], spacing=measures.ICON_GAP)),
        measures.S12,
    )
