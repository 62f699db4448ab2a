"""Digits as they are keyed in, on the app's own keys or on a keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from views.safe import safe
from views.services import use_kept
from views.window import window

MOST = 12
_NUMPAD = "Numpad "


class Pad:
    """Kept in hand, not in state: two quick keys must both count. `shut`: nothing is taken."""

    def __init__(self) -> None:
        self.digits, self.shown, self.shut = "", False, False
        self.redraw: Callable[[], None] = lambda: None

    def digit(self, digit: str) -> None:
        if not self.shut and len(self.digits) < MOST:
            self.digits += digit
            self.redraw()

    def delete(self) -> None:
        self.digits = self.digits[:-1]
        self.redraw()

    def turn(self) -> None:
        self.shown = not self.shown
        self.redraw()

    def take(self) -> str:
        """The digits, which are then gone from the screen."""
        taken, self.digits, self.shown = self.digits, "", False
        self.redraw()
        return taken

    def key(self, name: str) -> bool:
        """One key of a keyboard. Whether it was Enter."""
        digit = name.removeprefix(_NUMPAD)
        if len(digit) == 1 and digit.isdigit():
            self.digit(digit)
        elif name == "Backspace":
            self.delete()
        return digit == "Enter"


def use_pad(on_enter: Callable[[], Any]) -> Pad:
    """A pad of this component. `on_enter` may be a coroutine function."""
    _, redraw = ft.use_state(0)
    pad = use_kept(Pad)
    enter: ft.MutableRef[Callable[[], Any]] = ft.use_ref(None)
    pad.redraw, enter.current = lambda: redraw(lambda count: count + 1), on_enter
    here, page = window(), ft.context.page

    def key(name: str) -> None:
        if pad.key(name):
            page.run_task(safe(lambda: enter.current()), None)

    ft.use_effect(lambda: here.on_key(key), [])
    return pad
