"""Agree a visit, or move one: a day or a time, why, how, and which officer."""

from __future__ import annotations

import flet as ft

from app.case.model import Visit
from app.visits.schedule import status
from app.visits.visiting import agree_visit
from views.going import go
from views.parts.dock import action
from views.parts.fields import text_field
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import body, margin
from views.saying import say, words
from views.screen import screen
from views.services import desk, services, use_now
from views.talk.reach import reach
from views.theme import measures
from views.visits.agreeing import Agreed, agreed_fields, id_for, read_agreed
from views.visits.checks import faults, text
from views.visits.due import visit_of
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case
from views.visits.reading import standing


@screen
def new_visit() -> Layout:
    case, at, moved = use_this_case(), use_now(), ft.use_route_params().get("visit", "")
    page = use_page(case, f"visit/{moved}/move" if moved else "visit/new")
    known = visit_of(case, moved, at) if case and moved else None
    if case is None or page is None or (moved and known is None):
        return nowhere()
    shown = [standing(case, known, status(known, at), at)] if known else [_hint()]
    return Layout(
        head=header(words("visit.move" if known else "visits.agree")),
        bars=bars(case),
        body=[
            *page.summary(),
            *shown,
            *reach(case),
            text_field(
                say("agree.why"), page.form, "why", words("agree.why.hint"), page.problem("agree.why")
            ),
            *agreed_fields(page),
        ],
        dock=action(say("agree.move" if known else "agree.save"), lambda: _save(page, known)),
        scroller=page.scroller,
    )


def _hint() -> ft.Control:
    return margin(body(words("agree.hint")), above=measures.S12)


async def _save(page: Page, known: Visit | None) -> None:
    agreed, why = read_agreed(page.form), text(page.form, "why", "agree.why")
    if await page.wrong(faults(why, agreed)) or not isinstance(agreed, Agreed):
        return
    book, case = desk().notebook, page.case
    name = known.id if known else await id_for(page, agreed.due)
    details = {**agreed.details, "why": why, "visit": name}
    kept = await page.keep(
        lambda: agree_visit(book, case, agreed.due, details, clears=(page.form.key,)), "agree.held"
    )
    if kept:
        services().device.announce(words("agree.saved"))
        await go(place(case.id, "visits"))
