"""A page of boxes: what is typed, what is wrong with it, and where that is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import flet as ft

from app.held import Held
from views.drafts import Form
from views.parts.errors import error_summary
from views.saying import Said
from views.services import desk, form

T = TypeVar("T")
Faults = tuple[Said, ...]
"""Each: the key of the field, and what to do."""
NO_FAULTS: Faults = ()


class Gate:
    """Lets one tap through. A step that was held, or that failed, may be tried again."""

    def __init__(self) -> None:
        self._shut = False

    @property
    def shut(self) -> bool:
        return self._shut

    def reopen(self) -> None:
        self._shut = False

    async def once(self, work: Callable[[], Awaitable[T]]) -> T | None:
        """What the work gave; None where an earlier tap is at work or has done it."""
        if self._shut:
            return None
        self._shut = True
        try:
            done = await work()
        except BaseException:
            self._shut = False
            raise
        self._shut = not isinstance(done, Held)
        return done


@dataclass(frozen=True, slots=True)
class Filling:
    form: Form
    faults: Faults
    scroller: ft.Ref[ft.Column]
    show: Callable[[Faults], None]
    redraw: Callable[[], None]
    gate: Gate

    def problem(self, key: str) -> str:
        return next((fault.text for fault in self.faults if fault.key == key), "")

    def summary(self, lead: Callable[[str], object] | None = None) -> list[ft.Control]:
        """Each line scrolls to its field, or goes where `lead` leads."""
        return [error_summary(self.faults, lead or self.to)] if self.faults else []

    async def to(self, key: str) -> None:
        if self.scroller.current is not None:
            await self.scroller.current.scroll_to(scroll_key=key)

    async def wrong(self, faults: Sequence[Said]) -> bool:
        """Show what has to be put right first, if anything. Once it is being kept, a further tap finds
        the page empty: that is no fault of the officer's."""
        if self.gate.shut:
            return True
        self.show(tuple(faults))
        if faults and self.scroller.current is not None:
            await self.scroller.current.scroll_to(offset=0)
        return bool(faults)

    async def put(self, name: str, value: str) -> None:
        """A choice that goes with what is typed: sealed, then shown."""
        self.form.put(name, value)
        await self.form.seal()
        self.redraw()


async def leave_nothing(typed: Form) -> None:
    """What is typed is what stands already: no draft of it is left behind."""
    if typed.typed():
        await asyncio.to_thread(desk().drafts.drop, typed.key)


def new_column() -> ft.Ref[ft.Column]:
    return ft.Ref[ft.Column]()


def use_filling(key: str, start: Mapping[str, Any] | None = None, at: datetime | None = None) -> Filling:
    """Call it on every draw. `start` stands in the boxes while nothing is typed."""
    faults, show = ft.use_state(NO_FAULTS)
    _, redraw = ft.use_state(0)
    scroller: ft.MutableRef[ft.Ref[ft.Column]] = ft.use_ref(new_column)
    gate: ft.MutableRef[Gate] = ft.use_ref(Gate)
    typed = form(key, start, at)

    def again() -> None:
        redraw(lambda count: count + 1)

    return Filling(typed, faults, scroller.current, show, again, gate.current)
