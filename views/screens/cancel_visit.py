"""Cancel a visit still to come. The reason stands with it, and the visit stays readable."""

from __future__ import annotations

import flet as ft

from app.case.model import Visit
from app.visits.schedule import status
from app.visits.visiting import cancel
from views.going import go
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import body, margin
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, use_now
from views.theme import measures
from views.visits.changing import changeable
from views.visits.checks import faults, text
from views.visits.due import visit_of
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case
from views.visits.reading import standing


@screen
def cancel_visit() -> Layout:
    case, at, name = use_this_case(), use_now(), ft.use_route_params().get("visit", "")
    page = use_page(case, f"visit/{name}/cancel")
    known = visit_of(case, name, at) if case else None
    if case is None or page is None or known is None:
        return nowhere()
    state = status(known, at)
    body_ = [*page.summary(), standing(case, known, state, at)]
    if not changeable(case, known, state):
        body_.append(margin(body(words("cancel.not-now")), above=measures.S12))
        return _layout(page, body_)
    body_ += [
        margin(body(words("cancel.hint")), above=measures.S12),
        text_field(say("cancel.why"), page.form, "why", problem=page.problem("cancel.why"), kind="long"),
    ]
    return _layout(page, body_, action(say("cancel.save"), lambda: _save(page, known)))


async def _save(page: Page, known: Visit) -> None:
    book, case, why = desk().notebook, page.case, text(page.form, "why", "cancel.why")
    if await page.wrong(faults(why)) or isinstance(why, Said):
        return
    kept = await page.keep(lambda: cancel(book, case, known.id, why, clears=(page.form.key,)), "cancel.held")
    if kept:
        await go(place(case.id, "visits"))


def _layout(page: Page, content: list[ft.Control], dock: ft.Control | None = None) -> Layout:
    return Layout(
        head=header(words("visit.cancel")), bars=bars(page.case), body=content, dock=dock,
        scroller=page.scroller,
    )  # fmt: skip
