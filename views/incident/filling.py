"""A page of boxes: what is typed, what is wrong with it, and where that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import flet as ft

from views.drafts import Form
from views.parts.errors import error_summary
from views.saying import Said
from views.services import form

Faults = tuple[Said, ...]
"""Each: the key of the field, and what to do."""
NO_FAULTS: Faults = ()


@dataclass(frozen=True, slots=True)
class Filling:
    form: Form
    faults: Faults
    scroller: ft.Ref[ft.Column]
    show: Callable[[Faults], None]
    redraw: Callable[[], None]

    def problem(self, key: str) -> str:
        return next((fault.text for fault in self.faults if fault.key == key), "")

    def summary(self) -> list[ft.Control]:
        return [error_summary(self.faults, self.to)] if self.faults else []

    async def to(self, key: str) -> None:
        if self.scroller.current is not None:
            await self.scroller.current.scroll_to(scroll_key=key)

    async def wrong(self, faults: Sequence[Said]) -> bool:
        """Show what has to be put right first, if anything."""
        self.show(tuple(faults))
        if faults and self.scroller.current is not None:
            await self.scroller.current.scroll_to(offset=0)
        return bool(faults)

    async def put(self, name: str, value: str) -> None:
        """A choice that goes with what is typed: sealed, then shown."""
        self.form.put(name, value)
        await self.form.seal()
        self.redraw()


def new_column() -> ft.Ref[ft.Column]:
    return ft.Ref[ft.Column]()


def use_filling(key: str, start: Mapping[str, Any] | None = None, at: datetime | None = None) -> Filling:
    """Call it on every draw. `start` stands in the boxes while nothing is typed."""
    faults, show = ft.use_state(NO_FAULTS)
    _, redraw = ft.use_state(0)
    scroller: ft.MutableRef[ft.Ref[ft.Column]] = ft.use_ref(new_column)
    typed = form(key, start, at)
    return Filling(typed, faults, scroller.current, show, lambda: redraw(lambda count: count + 1))
