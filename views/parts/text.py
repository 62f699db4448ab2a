"""Headings and lines."""

from __future__ import annotations

import flet as ft

from views.theme import Letter, letters, look, measures


def heading(
    text: str, letter: Letter = letters.QUESTION, level: int = 1, colour: str | None = None
) -> ft.Control:
    """One heading to a screen reader, with its level; read once, not twice."""
    shown = look().words(text, letter, colour)
    return ft.Semantics(header=True, heading_level=level, label=text, exclude_semantics=True, content=shown)


def second(text: str, colour: str | None = None) -> ft.Control:
    return look().words(text, letters.SECOND, colour or look().roles.ink2)


def body(text: str, colour: str | None = None) -> ft.Control:
    return look().words(text, letters.BODY, colour)


def strong(text: str, colour: str | None = None) -> ft.Control:
    return look().words(text, letters.ROW, colour)


def margin(*controls: ft.Control, above: float = 0, below: float = 0, gap: float = 0) -> ft.Container:
    """Controls between the screen's margins, each as wide as there is room."""
    return ft.Container(
        padding=ft.Padding.only(left=measures.MARGIN, right=measures.MARGIN, top=above, bottom=below),
        content=ft.Column(list(controls), spacing=gap, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    )


def middle(*lines: ft.Control, above: float = 0) -> ft.Control:
    """Lines in the middle of the width, where a keypad is the screen."""
    return ft.Container(
        ft.Column(
            list(lines), spacing=measures.S8, horizontal_alignment=ft.CrossAxisAlignment.CENTER, tight=True
        ),
        padding=ft.Padding.only(left=measures.MARGIN, right=measures.MARGIN, top=above, bottom=measures.S8),
        alignment=ft.Alignment.CENTER,
    )


def middle_title(time: str, title: str, under: str) -> list[ft.Control]:
    here, roles = look(), look().roles
    shown = here.words(title, letters.SCREEN, text_align=ft.TextAlign.CENTER)
    return [
        *([here.words(time, letters.BODY_TAB, roles.ink2)] if time else []),
        ft.Semantics(header=True, heading_level=1, label=title, exclude_semantics=True, content=shown),
        here.words(under, letters.BODY, roles.ink2, text_align=ft.TextAlign.CENTER),
    ]


def middle_note(told: str) -> ft.Control:
    """Spoken when it changes."""
    here = look()
    note = here.words(told or " ", letters.TAG, here.roles.warn, text_align=ft.TextAlign.CENTER)
    return ft.Semantics(live_region=True, content=note)


def stacked(*controls: ft.Control) -> ft.Control:
    """Parts one under the other, each with the space that it brings."""
    return ft.Column(list(controls), spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def lower(control: ft.Control) -> ft.Control:
    """A part with room above it."""
    return ft.Container(control, padding=ft.Padding.only(top=measures.S16))


def question(ask: str, before: str = "", hint: str = "") -> ft.Control:
    """The question of the screen; `before` stands over it ('Read aloud, in private')."""
    lines: list[ft.Control] = []
    if before:
        lines.append(look().words(before, letters.TAG, look().roles.ink2))
    lines.append(heading(ask, letters.QUESTION))
    if hint:
        lines.append(second(hint))
    return margin(*lines, above=measures.S16, below=measures.S8, gap=measures.S4)


def section(title: str, aside: str = "") -> ft.Control:
    """A heading between sheets; `aside` stands at its right and under it at large text."""
    here = look()
    words: list[ft.Control] = [
        ft.Container(heading(title, letters.SECTION, level=2), expand=not here.large),
    ]
    if aside:
        words.append(second(aside))
    row = ft.Column(words, spacing=0) if here.large else ft.Row(words, spacing=measures.S8)
    return margin(row, above=measures.S16, below=measures.S8)


def icon_line(icon: ft.IconData, text: ft.Control, colour: str | None = None) -> ft.Row:
    shown = look().icon(icon, colour, measures.ICON_WORD)
    return ft.Row([shown, ft.Container(text, expand=True)], spacing=measures.S8)
