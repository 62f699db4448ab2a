"""Trying to open one vault: what the officer is told between one PIN and the next."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable

from app.ports import Opened, Reach, Shut, WaitFirst, WrongPin
from views.door.waiting import start_again
from views.going import go
from views.saying import words
from views.services import Enrolled, services


class Tries:
    """Kept in hand. `until`: monotonic second at which the next PIN is taken."""

    def __init__(self, vault: Enrolled) -> None:
        self.vault = vault
        self.shut, self.wrong = vault.shut(), vault.attempts.wrong
        self.salvage = False
        """A PIN was right and the journal is damaged: it can be opened in part."""
        self.busy = ""
        self.reach: Reach | None = None
        self.until = 0.0
        self._pin = ""
        self._redraw: Callable[[], None] = lambda: None
        if self.shut is None:
            self._wait(vault.attempts.wait())

    def on_change(self, redraw: Callable[[], None]) -> None:
        self._redraw = redraw

    def _wait(self, seconds: int) -> None:
        self.until = services().clock.monotonic() + seconds

    @property
    def wait(self) -> int:
        """Whole seconds until the next PIN is taken."""
        return max(0, math.ceil(self.until - services().clock.monotonic()))

    def _working(self, key: str) -> None:
        self.busy = key
        self._redraw()

    async def open(self, pin: str) -> None:
        """Try this PIN. Where it opens, the officer stands where they left off."""
        if pin and not self.busy and not self.wait and self.shut is None:
            await self._try(pin)

    async def open_in_part(self) -> None:
        """What authenticates of a damaged journal, with the PIN that was right."""
        if self.salvage and not self.busy:
            self.salvage, self.shut = False, None
            await self._try(self._pin, salvage=True)

    async def _try(self, pin: str, salvage: bool = False) -> None:
        guard = services().guard
        self._working("door.pin.opening")
        try:
            tried = await guard.unlock(self.vault, pin, salvage)
        finally:
            self.busy = ""
        self._pin = ""
        if isinstance(tried, Opened):
            await go_in()
        elif isinstance(tried, WrongPin):
            self.wrong = self.vault.attempts.wrong
            self._wait(tried.wait_s)
        elif isinstance(tried, WaitFirst):
            self._wait(tried.wait_s)
        else:
            self.shut, self.salvage = tried, tried is Shut.DAMAGED and not salvage
            self._pin = pin if self.salvage else ""
        self._redraw()

    async def ask_station(self) -> None:
        """The lease again. A station that gives it leaves only the PIN to type."""
        if self.busy:
            return
        self._working("door.pin.asking")
        try:
            self.reach = await asyncio.to_thread(services().door.renew, self.vault)
        finally:
            self.busy = ""
        self.shut = self.vault.shut()
        self._redraw()

    async def look_again(self) -> None:
        self.shut, self.salvage = self.vault.shut(), False
        self._redraw()

    def told(self) -> str:
        """How many were wrong, and how long to wait; empty when there is nothing to say."""
        left, parts = self.vault.attempts.left, []
        if self.wrong:
            key = "one" if self.wrong == 1 else "many"
            parts.append(words(f"door.pin.wrong.{key}", wrong=self.wrong, left=left))
        if self.wrong and left == 1:
            parts.append(words("door.pin.last"))
        if self.wait:
            minutes, seconds = divmod(self.wait, 60)
            key = "minutes" if minutes else "seconds"
            parts.append(words(f"door.pin.wait.{key}", minutes=minutes, seconds=seconds))
        return " ".join(parts)


async def go_in() -> None:
    """The vault is open: to the place where the officer was."""
    guard = services().guard
    if guard.desk:
        await go(guard.place)
    start_again()
    guard.show()
