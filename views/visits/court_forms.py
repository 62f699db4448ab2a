"""What the pages of notice and court have in common: one short form each, and one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from app.entry import Entry
from app.held import Held
from views.going import go
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import body, margin
from views.saying import say, words
from views.services import services
from views.theme import measures
from views.visits.checks import faults
from views.visits.page import Page, bars, place


def court_page(name: str, page: Page, fields: Sequence[ft.Control], save: Callable[[], Any]) -> Layout:
    """`name`: served, listed, adjourned, order, result. Words: court.NAME, court.NAME.hint, .save."""
    return Layout(
        head=header(words(f"court.{name}")),
        bars=bars(page.case),
        body=[
            *page.summary(),
            margin(body(words(f"court.{name}.hint")), above=measures.S12),
            *fields,
        ],
        dock=action(say(f"court.{name}.save"), save),
        scroller=page.scroller,
    )


async def keep_fact(name: str, page: Page, read: Sequence[object], work: Callable[[], Entry | Held]) -> None:
    """Put right first what cannot be read; then write it and go back to where the clocks stand."""
    if await page.wrong(faults(*read)):
        return
    if await page.keep(work, f"court.{name}.held"):
        services().device.announce(words(f"court.{name}.saved"))
        await go(place(page.case.id, "court"))
