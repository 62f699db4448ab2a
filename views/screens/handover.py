"""Who owns risk and plan from this minute. An offer moves nothing until it is accepted."""

from __future__ import annotations

import flet as ft

from app.held import Held
from views.going import go
from views.incident.beside import held_words
from views.incident.filling import use_filling
from views.incident.owning import accepting, faults_of, give, offering, owner_facts, take
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import warning
from views.parts.text import question
from views.saying import say, words
from views.screen import screen
from views.services import desk, services, use_now
from views.visits.clock_faces import chips
from views.visits.page import bars, nowhere, use_this_case

NO_CODES: tuple[str, ...] = ()


@screen
def handover() -> Layout:
    case, at = use_this_case(), use_now()
    held, hold = ft.use_state(NO_CODES)
    page = use_filling(f"{case.id}/handover" if case else "")
    if case is None:
        return nowhere()
    mine = case.ownership.offered_to == desk().enrolment.officer.number

    async def done() -> None:
        if await page.wrong(faults_of(page, mine)):
            return
        kept = await page.gate.once(lambda: take(page, case.id) if mine else give(page, case.id))
        if isinstance(kept, Held):
            hold(kept.because)
        elif kept:
            await go(f"/incident/{case.id}")

    body = [
        *page.summary(),
        *(warning(held_words(code, services().guidance.about(case))) for code in held),
        question(words("ui.owning.title"), hint=words("ui.owning.hint")),
        *owner_facts(case),
        *chips(case, at, kinds=(), most=3),
        *(accepting(page, case) if mine else offering(page)),
    ]
    said = say("ui.owning.take" if mine else "ui.owning.offer")
    return Layout(
        head=header(words("ui.incident.owner")),
        bars=bars(case),
        body=body,
        dock=action(said, done),
        scroller=page.scroller,
    )
