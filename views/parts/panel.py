"""Something that has to be known at this place: a rule of law, a fact, what two officers wrote."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.parts.text import heading, icon_line, second
from views.theme import letters, look, measures


def panel(text: str, title: str = "", icon: ft.IconData = ft.Icons.INFO_OUTLINED) -> ft.Control:
    """Ink on soft: it informs, and is neither an error nor a deadline."""
    here, roles = look(), look().roles
    lines: list[ft.Control] = [here.words(title, letters.TAG, roles.on_soft)] if title else []
    lines.append(second(text, roles.on_soft))
    return _box(ft.Column(lines, spacing=measures.S4, tight=True), roles.soft, (icon, roles.on_soft))


def warning(text: str, title: str = "", *ways: ft.Control) -> ft.Control:
    """Amber: somebody has to act, or a person has to choose; `ways` lead there."""
    here, roles = look(), look().roles
    lines: list[ft.Control] = [here.words(title, letters.TAG, roles.warn)] if title else []
    lines.append(second(text, roles.ink))
    lines += ways
    mark = (ft.Icons.WARNING_AMBER, roles.warn)
    return _box(ft.Column(lines, spacing=measures.S4, tight=True), roles.warn_soft, mark)


def alarm(title: str, lines: Sequence[str], *ways: ft.Control) -> ft.Control:
    """Danger, the loudest of all: what has happened, what to do now one line each, and where to do it."""
    here, roles = look(), look().roles
    said: list[ft.Control] = [heading(title, letters.SECTION, level=2, colour=roles.danger)]
    said += [here.words(line, letters.BODY, roles.ink) for line in lines]
    content = ft.Column([*said, *ways], spacing=measures.S4, tight=True)
    box = _box(content, roles.danger_soft, (ft.Icons.ERROR_OUTLINE, roles.danger), top=True)
    box.border = ft.Border.all(measures.OUTLINE, roles.danger)
    return box


def _box(content: ft.Control, tint: str, mark: tuple[ft.IconData, str], top: bool = False) -> ft.Container:
    """`top`: the mark stands beside the first line of a long text."""
    icon, colour = mark
    line = icon_line(icon, content, colour)
    if top:
        line.vertical_alignment = ft.CrossAxisAlignment.START
    return ft.Container(
        line,
        bgcolor=tint,
        border_radius=measures.CONTROL_RADIUS,
        margin=ft.Margin.symmetric(horizontal=measures.MARGIN, vertical=measures.S8),
        padding=ft.Padding.symmetric(horizontal=measures.S12, vertical=measures.S12),
    )
