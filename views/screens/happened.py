"""Something happened that calls for a fresh look at risk and plan: which, when, and who told it."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.entry import Entry
from app.held import Held
from app.monitoring.answer import Happened, record_trigger
from app.triggers import TRIGGERS
from views.going import go
from views.parts.answers import answer_group
from views.parts.day import moment_field
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, services
from views.visits.checks import faults, past
from views.visits.groups import grouped
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case
from views.visits.telling import item_title

# What the record tells by itself is not asked for.
BY_ITSELF = (
    "tr-order-made", "tr-order-expiry", "tr-notice-issued", "tr-notice-refused", "tr-notice-ended",
    "tr-order-refused",
)  # fmt: skip


@screen
def happened() -> Layout:
    case = use_this_case()
    page = use_page(case, "after/happened")
    if case is None or page is None:
        return nowhere()
    at = say("happened.at")
    return Layout(
        head=header(words("follow.title")),
        bars=bars(case),
        body=[
            *page.summary(),
            question(words("happened.ask"), hint=words("happened.hint")),
            _which(page),
            moment_field(at, page.form, "at", words("happened.at.hint"), page.problem(at.key)),
            text_field(say("happened.words"), page.form, "words", words("happened.words.hint"), kind="long"),
        ],
        dock=action(say("happened.save"), lambda: _save(page)),
        scroller=page.scroller,
    )


def _which(page: Page) -> ft.Control:
    offered = [each for each in TRIGGERS if each not in BY_ITSELF]
    options = [(each, Said(f"happened.{each}", item_title(page.case, each))) for each in offered]
    group = answer_group(options, page.get("which") or None, page.tapped("which"))
    return grouped("happened.which", page.problem("happened.which"), group)


async def _save(page: Page) -> None:
    chosen = None if page.get("which") else Said("happened.which", words("happened.which.missing"))
    at = past(page.form, "at", "happened.at")
    if await page.wrong(faults(chosen, at)):
        return
    assert isinstance(at, datetime)
    book, case, keys = desk().notebook, page.case, (page.form.key,)
    what = Happened(page.get("which"), at, page.get("words"))

    def work() -> Entry | Held:
        return record_trigger(book, case, what, keys)

    if await page.keep(work, "happened.held"):
        services().device.announce(words("happened.saved"))
        await go(place(case.id, "after"))
