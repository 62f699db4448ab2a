"""One visit: before the door, at it, and afterwards as it was recorded."""

from __future__ import annotations

import flet as ft

from app.case.model import Visit
from app.visits.schedule import status
from app.visits.visiting import start_visit
from views.going import to
from views.parts.buttons import outlined
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.tag import saved_badge
from views.parts.text import margin
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, now, use_now
from views.theme import measures
from views.visits.before import APPROACH, MADE, approach, before
from views.visits.changing import changing
from views.visits.clock_faces import chips
from views.visits.due import visit_of
from views.visits.page import Page, bars, nowhere, once, use_page, use_this_case
from views.visits.reading import records, standing
from views.visits.recording import breach_bar, recording
from views.visits.said import clock_words
from views.visits.taking import taking
from views.visits.unmade import unmade
from views.visits.writing_up import Save, begun


@screen
def visit() -> Layout:
    case, at, name = use_this_case(), use_now(), ft.use_route_params().get("visit", "")
    page = use_page(case, f"visit/{name}")
    known = visit_of(case, name, at) if case else None
    if case is None or page is None or known is None:
        return nowhere()
    state = status(known, at)
    if state in ("done", "late", "cancelled"):
        return _layout(page, [standing(case, known, state, at), *records(case, known)])
    if not (begun(case, known) or page.get(MADE)):
        return _not_started(page, known, state)
    content = [*_as_it_is(page, known), *page.summary(), *recording(page, known), *records(case, known)]
    return _layout(page, content, action(say("visit.save"), Save(page, known).save))


def _not_started(page: Page, known: Visit, state: str) -> Layout:
    content = [
        *page.summary(),
        standing(page.case, known, state, now()),
        *unmade(page.case, known, state),
        *records(page.case, known),
        *taking(page.case, known),
        *before(page, known),
        *changing(page.case, known, state),
    ]

    async def start() -> None:
        answer = approach(page).told().answer
        unanswered = [] if answer else [Said(f"ask.{APPROACH}", words("visit.problem.approach"))]
        if not await page.wrong(unanswered):
            book, told = desk().notebook, {APPROACH: answer}
            await once(f"start/{known.id}", page.case, lambda: start_visit(book, page.case, known.id, told))

    return _layout(page, content, action(say("visit.start"), start))


def _as_it_is(page: Page, known: Visit) -> list[ft.Control]:
    """What only lacks answers can be saved so: it is shown as unanswered, and never guessed."""
    save = Save(page, known)
    if not page.faults or save.wrong():
        return []
    return [margin(outlined(say("visit.save-as-it-is"), save.as_it_is), above=measures.S8)]


def _layout(page: Page, content: list[ft.Control], dock: ft.Control | None = None) -> Layout:
    saved = page.form.saved_at
    return Layout(
        head=header(words("visit.title"), saved_badge(clock_words(saved), to("/send")) if saved else None),
        bars=bars(page.case),
        body=[*breach_bar(page.case, now()), *chips(page.case, now()), *content],
        dock=dock,
        scroller=page.scroller,
    )
