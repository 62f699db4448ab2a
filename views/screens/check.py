"""Check before you send: the whole referral on one page, and sending it, with or without signal."""

from __future__ import annotations

import flet as ft

from app.held import Held
from views.going import go, to
from views.incident.beside import held_words
from views.incident.consulting import use_consulted
from views.incident.filling import use_filling
from views.incident.referral_rows import considered, grounds, to_serve
from views.incident.to_supervisor import faults_of, may_send, send, standing, supervisor
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import warning
from views.parts.text import margin, question, second
from views.saying import say, words
from views.screen import screen
from views.services import services
from views.theme import measures
from views.visits.page import bars, nowhere, use_this_case

NO_CODES: tuple[str, ...] = ()


@screen
def check() -> Layout:
    case = use_this_case()
    opened = use_consulted(case, "check")
    held, hold = ft.use_state(NO_CODES)
    page = use_filling(f"{case.id}/check" if case else "")
    if case is None:
        return nowhere()
    head = header(words("task.dvpn"))
    if not opened:
        waits = [margin(second(words("ui.person.opening")), above=measures.S24)]
        return Layout(head=head, bars=bars(case), body=waits)
    about = services().guidance.about(case)

    async def sending() -> None:
        if await page.wrong(faults_of(page, case)):
            return
        done = await page.gate.once(lambda: send(page, case.id))
        hold(done.because if isinstance(done, Held) else NO_CODES)
        if page.scroller.current is not None:
            await page.scroller.current.scroll_to(offset=0)

    async def lead(key: str) -> None:
        item = key.rpartition(".")[0]
        if services().guidance.question(item):
            await go(f"/incident/{case.id}/check/{item}")
        else:
            await page.to(key)

    open_to_send = may_send(case)
    if not open_to_send:
        page.gate.reopen()
    summary = page.summary(lead) if open_to_send else []
    body = [
        *summary,
        *(warning(held_words(code, about)) for code in held),
        question(words("ui.check.title" if open_to_send else "ui.check.title.sent")),
        *standing(case),
        *to_serve(case),
        *grounds(case, bool(summary)),
        *considered(case),
        *(supervisor(page) if open_to_send else []),
    ]
    back = action(say("ui.check.back"), to(f"/incident/{case.id}"))
    dock = action(say("ui.check.send"), sending, ft.Icons.NORTH_EAST) if open_to_send else back
    return Layout(head=head, bars=bars(case), body=body, dock=dock, scroller=page.scroller)
