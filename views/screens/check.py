"""Check before you send: the whole referral on one page, and sending it, with or without signal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.held import Held
from views.going import go, to
from views.incident.beside import held_words
from views.incident.consulting import use_consulted
from views.incident.filling import Filling, use_filling
from views.incident.referral_rows import grounds, to_serve
from views.incident.to_supervisor import faults_of, may_send, send, standing, supervisor
from views.notice.gathered import considered, terms_asked
from views.notice.radio import by_radio
from views.notice.withdrawing import way_to_withdraw, withdrawn_told
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import warning
from views.parts.text import margin, question, second
from views.saying import Said, say, words
from views.screen import screen
from views.services import services, use_now
from views.theme import look, measures
from views.visits.clock_faces import chips
from views.visits.page import bars, nowhere, use_this_case

NO_CODES: tuple[str, ...] = ()


@screen
def check() -> Layout:
    case, at = use_this_case(), use_now()
    opened = use_consulted(case, "check")
    held, hold = ft.use_state(NO_CODES)
    page = use_filling(f"{case.id}/check" if case else "")
    if case is None:
        return nowhere()
    if not opened:
        waits = [margin(second(words("ui.person.opening")), above=measures.S24)]
        return Layout(head=header(words("task.dvpn")), bars=bars(case), body=waits)
    if not may_send(case):
        page.gate.reopen()
    return Layout(
        head=header(words("task.dvpn")),
        bars=bars(case),
        body=list(_body(case, page, held, at)),
        dock=_dock(case, page, hold),
        scroller=page.scroller,
    )


def _body(case: Case, page: Filling, held: tuple[str, ...], at: datetime) -> Iterator[ft.Control]:
    open_to_send, about = may_send(case), services().guidance.about(case)
    summary = page.summary(_leads(case, page)) if open_to_send else []
    yield from summary
    yield from (warning(held_words(code, about)) for code in held)
    yield question(words("ui.check.title" if open_to_send else "ui.check.title.sent"))
    yield from standing(case)
    yield from withdrawn_told(case)
    yield from by_radio(case)
    yield from way_to_withdraw(case)
    yield from chips(case, at)
    yield from to_serve(case)
    yield from grounds(case, bool(summary))
    yield from considered(case)
    yield from terms_asked(case)
    if open_to_send:
        yield from supervisor(page)


def _leads(case: Case, page: Filling) -> Callable[[str], object]:
    """A line about an answer leads to its question, any other to its box."""

    async def lead(key: str) -> None:
        item = key.rpartition(".")[0]
        if services().guidance.question(item):
            await go(f"/incident/{case.id}/check/answer/{item}")
        else:
            await page.to(key)

    return lead


def _dock(case: Case, page: Filling, hold: Callable[[tuple[str, ...]], None]) -> ft.Control:
    async def sending() -> None:
        if await page.wrong(faults_of(page, case)):
            return
        done = await page.gate.once(lambda: send(page, case.id))
        hold(done.because if isinstance(done, Held) else NO_CODES)
        if page.scroller.current is not None:
            await page.scroller.current.scroll_to(offset=0)

    if may_send(case):
        return action(say("ui.check.send"), sending, ft.Icons.NORTH_EAST)
    back = words("ui.back" if look().large else "ui.check.back")
    return action(Said("ui.check.back", back), to(f"/incident/{case.id}"))
