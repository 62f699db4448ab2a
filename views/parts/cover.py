"""The cover: an ordinary clock. Nothing of the app's letters, colours or spaces."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views.safe import Handler, safe
from views.saying import Said, say, words
from views.theme import cover as plain
from views.theme import look
from views.theme.roles import CLEAR, DARK

_TABS = (
    ("alarm", ft.Icons.ALARM),
    ("clock", ft.Icons.ACCESS_TIME),
    ("timer", ft.Icons.HOURGLASS_BOTTOM),
    ("stopwatch", ft.Icons.TIMER_OUTLINED),
)
ALARMS = ("early", "late")


def wears() -> plain.Plain:
    return plain.NIGHT if look().roles is DARK else plain.DAY


def words_in(text: str, size: float, colour: str | None = None) -> ft.Text:
    return ft.Text(text, style=plain.style(colour or wears().ink, size, look().scale))


def clock_view(
    time: str, date: str, on_hold: Handler, on_focus: Callable[[bool], None], alarms: list[ft.Control]
) -> ft.View:
    """`on_hold`: the time was held. `on_focus`: a keyboard stands on the time, or has left it."""
    title = ft.Container(
        words_in(words("door.cover.title"), plain.TITLE),
        padding=ft.Padding.only(left=plain.TITLE_SIDE, top=plain.TOP),
    )
    face = ft.Column(
        [_time(time, on_hold, on_focus), words_in(date, plain.DATE, wears().quiet)],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=plain.BETWEEN,
    )
    middle = ft.Column(
        [
            ft.Container(face, padding=ft.Padding.only(top=plain.TIME_GAP, bottom=plain.CARDS_GAP)),
            *alarms,
        ],
        expand=True,
        spacing=plain.BETWEEN,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.View(
        route="/",
        padding=0,
        spacing=0,
        bgcolor=wears().ground,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[ft.SafeArea(title, avoid_intrusions_bottom=False), middle, _bar()],
    )


def _time(time: str, on_hold: Handler, on_focus: Callable[[bool], None]) -> ft.Control:
    return ft.TextButton(
        content=words_in(time, plain.TIME),
        key="door.cover.time",
        on_long_press=safe(on_hold),
        on_focus=safe(lambda: on_focus(True)),
        on_blur=safe(lambda: on_focus(False)),
        style=ft.ButtonStyle(
            padding=0,
            overlay_color=CLEAR,
            shape=ft.RoundedRectangleBorder(radius=plain.CARD_CORNER),
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(2, wears().switch),
                ft.ControlState.DEFAULT: ft.BorderSide.none(),
            },
            animation_duration=0,
        ),
    )


def alarm(said: Said, days: str, rings: bool, on_turn: Handler) -> ft.Control:
    """An alarm that can be switched, and rings nothing."""
    here = wears()
    time = words_in(said.text, plain.ALARM, here.ink if rings else here.quiet)
    switch = ft.Switch(
        value=rings,
        key=said.key,
        active_track_color=here.switch,
        active_color=here.ground,
        inactive_track_color=here.card,
        inactive_thumb_color=here.knob,
        on_change=safe(on_turn),
    )
    told = ft.Column([time, words_in(days, plain.UNDER, here.quiet)], spacing=plain.UNDER_GAP, expand=True)
    return ft.Container(
        ft.MergeSemantics(ft.Row([told, switch])),
        bgcolor=here.card,
        border_radius=plain.CARD_CORNER,
        padding=plain.CARD_IN,
        margin=ft.Margin.symmetric(horizontal=plain.CARD_SIDE),
    )


def _bar() -> ft.Control:
    tabs: list[ft.Control] = [_tab(name, icon, name == "clock") for name, icon in _TABS]
    return ft.Container(
        ft.SafeArea(
            ft.Row(tabs, spacing=0, alignment=ft.MainAxisAlignment.SPACE_AROUND), avoid_intrusions_top=False
        ),
        bgcolor=wears().bar,
        padding=ft.Padding.symmetric(vertical=plain.BAR_DOWN),
    )


def _tab(name: str, icon: ft.IconData, chosen: bool) -> ft.Control:
    here, said = wears(), say(f"door.cover.tab.{name}")
    mark = ft.Container(
        ft.Icon(icon, color=here.ink if chosen else here.quiet, size=plain.TAB_ICON),
        width=plain.MARK_WIDTH,
        height=plain.MARK_HEIGHT,
        border_radius=plain.MARK_CORNER,
        bgcolor=here.chosen if chosen else CLEAR,
        alignment=ft.Alignment.CENTER,
    )
    text = words_in(said.text, plain.TAB, here.ink if chosen else here.quiet)
    return ft.Column(
        [mark, text], spacing=plain.TAB_GAP, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER
    )
