"""From one place to another. A place is a path of UUIDs and plain words, never content."""

from __future__ import annotations

import flet as ft

from views.safe import Guarded, safe


async def go(place: str) -> None:
    await ft.context.page.push_route(place)


def to(place: str) -> Guarded:
    """A handler that goes there."""

    async def gone() -> None:
        await go(place)

    return safe(gone)


def above(place: str) -> str:
    """The place that Back leads to: the nearest one above that is a place itself."""
    from views.routes import is_place

    parts = [part for part in place.split("?")[0].split("/") if part]
    while parts:
        parts.pop()
        upper = "/" + "/".join(parts)
        if is_place(upper):
            return upper
    return "/"


def back() -> Guarded:
    """A handler that goes one place up, as the system's Back does."""

    async def gone() -> None:
        await go(above(ft.context.page.route or "/"))

    return safe(gone)
