"""One browser window, or the phone's one screen: how it looks, and what went wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import flet as ft

from views.theme.dressing import PROBE_LINE
from views.theme.look import Look, look, wear
from views.theme.roles import DARK, LIGHT

if TYPE_CHECKING:
    from views.services import Services

_SLOT = "window"


class Window:
    """Lives as long as its Flet session. Changed only on the loop that draws it."""

    def __init__(self, page: ft.Page, services: Services) -> None:
        self.page, self.services = page, services
        self.trouble = ""
        """Wording id of what went wrong in a handler, or empty."""
        self._redraw: Callable[[], None] = lambda: None
        self._dress(page.platform_brightness)

    @property
    def id(self) -> str:
        return str(self.page.session.id)

    def on_change(self, redraw: Callable[[], None]) -> None:
        self._redraw = redraw

    def touch(self) -> None:
        """A hand is at work here."""
        self.services.guard.touch()

    def report(self, key: str) -> None:
        """Show the problem banner with the words under `key`; empty takes it away."""
        if self.trouble != key:
            self.trouble = key
            self._redraw()

    def brightness(self, brightness: ft.Brightness | None) -> None:
        if self._dress(brightness):
            self._redraw()

    def probed(self, height: float) -> None:
        """The probe line came out this tall."""
        self._wear(replace(look(), scale=round(height / PROBE_LINE, 2) or 1.0))

    def resized(self, width: float | None) -> None:
        if width:
            self._wear(replace(look(), width=float(width)))

    def _dress(self, brightness: ft.Brightness | None) -> bool:
        worn = self.page.session.store.get("look")
        was = worn if isinstance(worn, Look) else Look(width=float(self.page.width or 390))
        new = replace(was, roles=DARK if brightness == ft.Brightness.DARK else LIGHT)
        wear(self.page, new)
        return new != worn

    def _wear(self, new: Look) -> None:
        if new != look():
            wear(self.page, new)
            self._redraw()


def open_window(page: ft.Page, services: Services) -> Window:
    """The window of this Flet session, made at its first call."""
    known = page.session.store.get(_SLOT)
    if isinstance(known, Window):
        return known
    made = Window(page, services)
    page.session.store.set(_SLOT, made)
    return made


def window() -> Window:
    """The window that is being drawn or that an event came from."""
    known = ft.context.page.session.store.get(_SLOT)
    assert isinstance(known, Window), "open_window comes first"
    return known
