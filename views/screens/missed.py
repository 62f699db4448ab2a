"""Why nobody came. The visit stays missed, and its reason stands with it."""

from __future__ import annotations

import flet as ft

from app.visits.schedule import status
from app.visits.visiting import Missed, explain_missed
from views.going import go
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.note import note_field
from views.parts.text import body, margin
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, services, use_now
from views.theme import measures
from views.visits.checks import faults, text
from views.visits.due import visit_of
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case
from views.visits.reading import standing


@screen
def missed() -> Layout:
    case, at, name = use_this_case(), use_now(), ft.use_route_params().get("visit", "")
    page = use_page(case, f"visit/{name}/missed")
    known = visit_of(case, name, at) if case else None
    if case is None or page is None or known is None:
        return nowhere()
    state = status(known, at)
    content = [*page.summary(), standing(case, known, state, at)]
    if state != "missed":
        return _layout(page, [*content, margin(body(words("missed.not-now")), above=measures.S12)])
    hint = words("missed.hint", **services().guidance.about(case))
    why, told = say("missed.why"), say("missed.told")
    content += [
        margin(body(hint), above=measures.S12),
        note_field(why, page.form, "why", words("missed.why.hint"), page.problem(why.key)),
        text_field(told, page.form, "told", words("missed.told.hint")),
    ]
    return _layout(page, content, action(say("missed.save"), lambda: _save(page, known.id)))


async def _save(page: Page, visit: str) -> None:
    book, case, why = desk().notebook, page.case, text(page.form, "why", "missed.why")
    if await page.wrong(faults(why)) or isinstance(why, Said):
        return
    said = Missed(visit, why, page.get("told").strip())
    if await page.keep(lambda: explain_missed(book, case, said, (page.form.key,)), "missed.held"):
        services().device.announce(words("missed.saved"))
        await go(place(case.id, "visit", visit))


def _layout(page: Page, content: list[ft.Control], dock: ft.Control | None = None) -> Layout:
    return Layout(
        head=header(words("missed.title")), bars=bars(page.case), body=content, dock=dock,
        scroller=page.scroller,
    )  # fmt: skip
