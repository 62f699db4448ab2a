"""The app's own keypad: no keyboard of the platform sees a PIN."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from views.parts.buttons import icon_button
from views.safe import safe
from views.saying import Said, say
from views.theme import letters, look, measures

ROWS = ("123", "456", "789")


def marks(typed: str, shown: bool) -> ft.Control:
    """One mark a digit typed and no empty places: how long a PIN is, is nobody's business."""
    here = look()
    if shown:
        content: ft.Control = here.words(typed, letters.KEYPAD, text_align=ft.TextAlign.CENTER)
    else:
        content = ft.Row(
            [_mark() for _ in typed],
            alignment=ft.MainAxisAlignment.CENTER,
            spacing=measures.S12,
            wrap=True,
        )
    told = say("door.pin.typed", count=len(typed)).text
    return ft.Semantics(
        live_region=True,
        label=told,
        exclude_semantics=True,
        content=ft.Container(content, height=None if here.large else letters.KEYPAD.line, alignment=_MIDDLE),
    )


_MIDDLE = ft.Alignment.CENTER


def _mark() -> ft.Control:
    size = measures.PIN_MARK
    return ft.Container(width=size, height=size, border_radius=size / 2, bgcolor=look().roles.ink)


def keypad(
    on_digit: Callable[[str], object],
    on_delete: Callable[[], object],
    show: Said,
    on_show: Callable[[], object],
    shut: bool = False,
) -> ft.Control:
    """Keys 68 high. `shut`: nothing can be typed while the officer has to wait."""
    rows: list[ft.Control] = [_row([_digit(digit, on_digit, shut) for digit in row]) for row in ROWS]
    rows.append(_row([_show(show, on_show), _digit("0", on_digit, shut), _delete(on_delete, shut)]))
    return ft.Container(
        ft.Column(rows, spacing=measures.S12),
        padding=ft.Padding.only(left=measures.S24, right=measures.S24, top=measures.S12, bottom=measures.S12),
    )


def _row(keys: Sequence[ft.Control]) -> ft.Control:
    return ft.Row([ft.Container(key, expand=True) for key in keys], spacing=measures.S12)


def _digit(digit: str, on_digit: Callable[[str], object], shut: bool) -> ft.Control:
    here, roles = look(), look().roles
    colour = roles.ink2 if shut else roles.ink
    return ft.OutlinedButton(
        content=here.words(digit, letters.KEYPAD, colour, at_most=measures.CHROME_MOST),
        key=f"door.pin.digit.{digit}",
        height=measures.KEYPAD,
        disabled=shut,
        on_click=safe(lambda: on_digit(digit)),
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=measures.CONTROL_RADIUS),
            bgcolor=roles.canvas if shut else roles.surface,
            overlay_color=roles.soft,
            padding=0,
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(measures.FOCUS_RING, roles.focus),
                ft.ControlState.DEFAULT: ft.BorderSide(measures.HAIR, roles.line),
            },
            animation_duration=0,
        ),
    )


def _show(said: Said, on_show: Callable[[], object]) -> ft.Control:
    roles = look().roles
    return ft.TextButton(
        content=look().words(said.text, letters.ROW, roles.link, at_most=measures.CHROME_MOST),
        key=said.key,
        height=measures.KEYPAD,
        on_click=safe(on_show),
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=measures.CONTROL_RADIUS),
            overlay_color=roles.soft,
            padding=0,
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(measures.FOCUS_RING, roles.focus),
                ft.ControlState.DEFAULT: ft.BorderSide.none(),
            },
            animation_duration=0,
        ),
    )


def _delete(on_delete: Callable[[], object], shut: bool) -> ft.Control:
    key = icon_button(say("door.pin.delete"), ft.Icons.BACKSPACE_OUTLINED, on_delete)
    key.disabled = shut
    return ft.Container(key, alignment=ft.Alignment.CENTER, height=measures.KEYPAD)
