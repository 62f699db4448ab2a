"""What came back for one thing that the local team was asked."""

from __future__ import annotations

import flet as ft

from app.briefing.records import briefing_of
from views.briefing.page import is_shown, of_ask, returned_lines
from views.briefing.returning import boxes, save
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import body, margin, question
from views.saying import say, words
from views.screen import screen
from views.services import use_now
from views.theme import measures
from views.visits.page import bars, nowhere, use_page, use_this_case


@screen
def returned() -> Layout:
    case, _, params = use_this_case(), use_now(), ft.use_route_params()
    entry, name = str(params.get("entry", "")), str(params.get("ask", ""))
    page = use_page(case, f"briefing/{entry}/{name}")
    known = briefing_of(case, entry) if case else None
    ask = of_ask(known, name) if known and is_shown(known) else None
    if case is None or page is None or known is None or ask is None:
        return nowhere()
    return Layout(
        head=header(words("briefing.return.title")),
        bars=bars(case),
        body=[
            *page.summary(),
            question(words("briefing.return.ask")),
            margin(body(ask.words), *returned_lines(ask.returned), above=measures.S8, gap=measures.S8),
            *boxes(page, ask),
        ],
        dock=action(say("briefing.return.save"), lambda: save(page, known, ask)),
        scroller=page.scroller,
    )
