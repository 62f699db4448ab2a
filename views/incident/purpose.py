"""An address that is kept undisclosed: one more tap, with what it is for."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.case.model import Case
from views.incident.consulting import log
from views.parts.answers import answer_group
from views.parts.panel import panel
from views.parts.text import margin, second
from views.saying import say, words
from views.theme import measures

PURPOSES = ("danger", "visit", "put-right", "court", "supervisor")


def undisclosed(case: Case, person: str, show: Callable[[], object]) -> list[ft.Control]:
    """`show` is called once the purpose stands in the consultation log."""

    async def choose(purpose: str) -> None:
        await log(case, "address", person, words(f"ui.purpose.{purpose}"))
        show()

    options = [(each, say(f"ui.purpose.{each}")) for each in PURPOSES]
    return [
        panel(words("ui.purpose.why"), words("ui.purpose.title"), ft.Icons.LOCATION_OFF_OUTLINED),
        margin(second(words("ui.purpose.ask")), above=measures.S4),
        answer_group(options, None, choose),
    ]
