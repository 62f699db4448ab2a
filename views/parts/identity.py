"""Whose case this is: reference, initials, risk. Flags in ink, never red."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.parts.sheet import hairline
from views.parts.tag import risk_tag
from views.theme import letters, look, measures

Flag = tuple[ft.IconData, str]


def slim_identity(ref: str, initials: str, grade: str = "") -> ft.Control:
    """On every case screen but the incident itself; wraps at large text."""
    here, most = look(), measures.CHROME_MOST
    who: list[ft.Control] = [here.words(ref, letters.REF_SLIM, at_most=most)]
    if initials:
        who.append(here.words(initials, letters.SECOND, here.roles.ink2, at_most=most))
    left = ft.Row(who, spacing=measures.SLIM_ACROSS, wrap=True, run_spacing=0)
    risk = risk_tag(grade)
    row = ft.Row([ft.Container(left, expand=True), *([risk] if risk else [])], spacing=measures.S8)
    inside = ft.Container(
        row, padding=ft.Padding.symmetric(horizontal=measures.MARGIN, vertical=measures.SLIM_DOWN)
    )
    return ft.Container(ft.Column([inside, hairline()], spacing=0), bgcolor=here.roles.surface)


def full_identity(ref: str, line: str, grade: str = "", flags: Sequence[Flag] = ()) -> ft.Control:
    """Once, on the incident. `line`: 'R.M. · reported 21:40 today'."""
    here, risk = look(), risk_tag(grade)
    name, tags = here.words(ref, letters.REFERENCE), [risk] if risk else []
    first: ft.Control = ft.Row([ft.Container(name, expand=True), *tags], spacing=measures.S8)
    if here.large:
        first = ft.Column([name, ft.Row([*tags])], spacing=measures.S4)
    rows: list[ft.Control] = [
        first,
        here.words(line, letters.SECOND, here.roles.ink2),
    ]
    if flags:
        rows.append(
            ft.Row([_flag(*flag) for flag in flags], wrap=True, spacing=measures.S16, run_spacing=measures.S4)
        )
    column = ft.Column(rows, spacing=measures.S4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Container(
        column, padding=ft.Padding.symmetric(horizontal=measures.MARGIN, vertical=measures.S12)
    )


def _flag(icon: ft.IconData, text: str) -> ft.Control:
    here = look()
    words = here.words(text, letters.TAG, expand=here.large, expand_loose=True)
    return ft.Row(
        [here.icon(icon, here.roles.ink2, measures.ICON_SMALL), words], spacing=measures.FLAG_GAP, tight=True
    )
