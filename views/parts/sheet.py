"""Full-width sheets of rows with hairlines between them."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from views.safe import Handler, safe
from views.saying import Said
from views.theme import look, measures


def hairline(inset: float = 0) -> ft.Control:
    return ft.Container(height=measures.HAIR, bgcolor=look().roles.line, margin=ft.Margin.only(left=inset))


def sheet(rows: Sequence[ft.Control], inset: float = measures.MARGIN) -> ft.Control:
    """Rows on one surface; each row brings its own padding."""
    lines: list[ft.Control] = [hairline()]
    for number, row in enumerate(rows):
        lines += [row] if number == 0 else [hairline(inset), row]
    lines.append(hairline())
    return ft.Container(
        bgcolor=look().roles.surface,
        content=ft.Column(lines, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    )


def still_row(content: ft.Control, down: float = measures.ROW_DOWN) -> ft.Control:
    """A row that does nothing when tapped."""
    return ft.Container(content, padding=ft.Padding.symmetric(horizontal=measures.ROW_ACROSS, vertical=down))


def tap_row(
    said: Said, content: ft.Control, on_tap: Handler, down: float = measures.ROW_DOWN, radius: float = 0
) -> ft.Control:
    """The whole row is one button; its words are read from `content`."""
    return ft.TextButton(
        content=content,
        key=said.key,
        on_click=safe(on_tap),
        style=row_style(down, radius),
    )


def row_style(down: float, radius: float = 0) -> ft.ButtonStyle:
    roles = look().roles
    ring = ft.BorderSide(measures.FOCUS_RING, roles.focus)
    return ft.ButtonStyle(
        shape=ft.RoundedRectangleBorder(radius=radius),
        padding=ft.Padding.symmetric(horizontal=measures.ROW_ACROSS, vertical=down),
        color=roles.ink,
        overlay_color=roles.soft,
        alignment=ft.Alignment.CENTER_LEFT,
        side={ft.ControlState.FOCUSED: ring, ft.ControlState.DEFAULT: ft.BorderSide.none()},
        visual_density=ft.VisualDensity.STANDARD,
        animation_duration=0,
    )


def chevron() -> ft.Control:
    return look().icon(ft.Icons.CHEVRON_RIGHT, look().roles.ink2)


def leads(left: ft.Control) -> ft.Control:
    """What a row says, and the sign that it leads on; beside it however large the text is."""
    return ft.Row([ft.Container(left, expand=True), chevron()], spacing=measures.S8)


def beside(left: ft.Control, *right: ft.Control) -> ft.Control:
    """What a row says, and what stands at its right; under it when the text is large."""
    if look().large:
        return ft.Column([left, ft.Row([*right], spacing=measures.S8)], spacing=measures.S4)
    return ft.Row([ft.Container(left, expand=True), *right], spacing=measures.S8)
