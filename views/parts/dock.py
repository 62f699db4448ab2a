"""What the thumb reaches: Hide, and one filled button or three tabs. Hide never moves."""

from __future__ import annotations

import flet as ft

from views.going import to
from views.parts.buttons import filled, hide
from views.parts.sheet import hairline
from views.safe import Handler
from views.saying import Said, say
from views.theme import letters, look, measures

_TABS = (
    ("now", "/", ft.Icons.SCHEDULE),
    ("visits", "/visits", ft.Icons.CALENDAR_MONTH_OUTLINED),
    ("send", "/send", ft.Icons.UPLOAD_OUTLINED),
)


def dock(content: ft.Control | None = None) -> ft.Control:
    row: list[ft.Control] = [hide(), ft.Container(width=measures.DOCK_GAP)]
    row.append(ft.Container(content, expand=True))
    inside = ft.Container(
        ft.Row(row, spacing=0, vertical_alignment=ft.CrossAxisAlignment.END),
        padding=ft.Padding.only(
            left=measures.MARGIN, right=measures.MARGIN, top=measures.S12, bottom=measures.S16
        ),
    )
    return ft.Container(
        ft.SafeArea(ft.Column([hairline(), inside], spacing=0), avoid_intrusions_top=False),
        bgcolor=look().roles.surface,
    )


def action(said: Said, on_tap: Handler, icon: ft.IconData | None = None) -> ft.Control:
    """The one filled button of a screen."""
    return ft.Row([filled(said, on_tap, icon, in_dock=True)])


def tabs(chosen: str) -> ft.Control:
    """`chosen`: now, visits or send."""
    row = [_tab(name, place, icon, name == chosen) for name, place, icon in _TABS]
    return ft.Row(row, spacing=measures.S8)


def _tab(name: str, place: str, icon: ft.IconData, chosen: bool) -> ft.Control:
    roles, said = look().roles, say(f"ui.tab.{name}")
    mark = ft.Container(
        look().icon(icon, roles.on_soft if chosen else roles.ink2),
        width=measures.TAB_MARK_WIDTH,
        height=measures.TAB_MARK_HEIGHT,
        bgcolor=roles.soft if chosen else None,
        border_radius=measures.TAG_RADIUS,
        alignment=ft.Alignment.CENTER,
    )
    words = look().words(
        said.text,
        letters.DOCK,
        roles.ink if chosen else roles.ink2,
        at_most=measures.DOCK_MOST,
        no_wrap=True,
    )
    return ft.TextButton(
        content=ft.Column(
            [mark, words],
            spacing=measures.DOCK_LABEL_GAP,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        key=said.key,
        expand=True,
        height=measures.TARGET,
        on_click=to(place),
        style=ft.ButtonStyle(
            padding=0,
            overlay_color=roles.soft,
            shape=ft.RoundedRectangleBorder(radius=measures.CONTROL_RADIUS),
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(measures.FOCUS_RING, roles.focus),
                ft.ControlState.DEFAULT: ft.BorderSide.none(),
            },
            animation_duration=0,
        ),
    )
