"""One agency: what for, whether it may be shared, what happened so far, and the next step."""

from __future__ import annotations

import flet as ft

from app.support.agencies import agency
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import say, words
from views.screen import screen
from views.support.stepping import about, asked, held, history, save
from views.support.telling import agency_words
from views.visits.page import bars, nowhere, use_page, use_this_case


@screen
def referred() -> Layout:
    case, one = use_this_case(), agency(str(ft.use_route_params().get("agency", "")))
    page = use_page(case, f"support/{one.id}" if one else "support")
    if case is None or one is None or page is None:
        return nowhere()
    return Layout(
        head=header(words("support.title")),
        bars=bars(case),
        body=[
            *page.summary(),
            question(agency_words(one.id)),
            *about(page, one),
            *history(page, one),
            *asked(page, one),
            *held(page, one),
        ],
        dock=action(say("support.save"), lambda: save(page, one)),
        scroller=page.scroller,
    )
