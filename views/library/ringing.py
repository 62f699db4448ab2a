"""Helplines with their numbers to tap."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

import flet as ft

from app.reference.helplines import Helpline, helplines
from views.device.ringing import ring
from views.library.ageing import old
from views.parts.buttons import outlined
from views.parts.panel import warning
from views.parts.text import margin, second, section
from views.saying import Said, words
from views.theme import measures
from views.visits.said import date_words


def lines() -> Iterator[ft.Control]:
    for line in helplines():
        yield section(words(f"helpline.{line.id}"))
        yield margin(second(words(f"helpline.{line.id}.for")), below=measures.S8)
        yield margin(outlined(_ring(line), _rings(line), ft.Icons.CALL_OUTLINED), below=measures.S4)
        if line.checked:
            key = "helpline.old" if old(line.checked) else "helpline.checked"
            told = words(key, day=date_words(line.checked))
            yield warning(told) if old(line.checked) else margin(second(told))


def _ring(line: Helpline) -> Said:
    return Said(f"helpline.ring.{line.id}", words("helpline.ring", number=line.shown))


def _rings(line: Helpline) -> Callable[[], Awaitable[None]]:
    async def rings() -> None:
        await ring(line)

    return rings
