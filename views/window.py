"""One browser window, or the phone's one screen: how it looks, and what went wrong in it."""

from __future__ import annotations

import contextvars
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
        self.visit = 0
        """Grows each time the browser comes back: what stands is then set up anew."""
        self.ends: list[Callable[[], object]] = []
        self._redraw: Callable[[], None] = lambda: None
        self._beats = Hearers()
        self._keys = Hearers()
        self._dress(page.platform_brightness)

    @property
    def id(self) -> str:
        return str(self.page.session.id)

    def on_change(self, redraw: Callable[[], None]) -> None:
        self._redraw = redraw

    def redraw(self) -> None:
        """From wherever: another window may have spoken."""
        hop(self.page, self._redraw)

    def each_second(self, hear: Hear) -> Callable[[], None]:
        return self._beats.listen(hear)

    def on_key(self, hear: Hear) -> Callable[[], None]:
        """Keys of a keyboard: '7', 'Enter', 'Backspace'."""
        return self._keys.listen(hear)

    def beat(self) -> None:
        self._beats.tell("")

    def key(self, name: str) -> None:
        self._keys.tell(name)

    def put_away(self) -> None:
        """Whatever lies over the screen goes with it."""
        for dialog in self.page._dialogs.controls:
            if dialog.open:
                dialog.open = False
                self.page.session.patch_control(dialog)

    def back_again(self) -> None:
        """The browser is connected again."""
        self.visit += 1
        self.redraw()

    def close(self) -> None:
        """The browser will not come back."""
        for end in self.ends:
            end()

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
        return not isinstance(worn, Look) or worn != new

    def _wear(self, new: Look) -> None:
        if new != look():
            wear(self.page, new)
            self._redraw()


Hear = Callable[[str], None]


class Hearers:
    """Who listens, while they listen."""

    def __init__(self) -> None:
        self._all: list[Hear] = []

    def listen(self, hear: Hear) -> Callable[[], None]:
        self._all.append(hear)

        def end() -> None:
            if hear in self._all:
                self._all.remove(hear)

        return end

    def tell(self, what: str) -> None:
        for hear in tuple(self._all):
            hear(what)


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


def hop(page: ft.Page, redraw: Callable[[], None]) -> None:
    """Redraw something of `page` on its own loop and in its own context, whoever speaks: another
    window's handler, the syncer's thread, a timer. A window without a browser has nothing to draw."""

    async def drawn() -> None:
        redraw()

    line = page.session.connection
    if line is not None and not line.loop.is_closed():
        contextvars.copy_context().run(page.run_task, drawn)
