"""One review of risk and plan, as a trigger called for it."""

from __future__ import annotations

import flet as ft

from app.review.rows import row_named
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.reviewing.form import about, boxes, save
from views.saying import say, words
from views.screen import screen
from views.services import services, use_now
from views.visits.page import bars, nowhere, use_page, use_this_case


@screen
def review() -> Layout:
    case, at, event = use_this_case(), use_now(), str(ft.use_route_params().get("event", ""))
    page = use_page(case, f"reviews/{event}")
    row = row_named(case, event, at, services().calendar) if case else None
    if case is None or page is None or row is None:
        return nowhere()
    return Layout(
        head=header(words("reviews.title")),
        bars=bars(case),
        body=[*page.summary(), question(words("review.ask")), *about(page, row), *boxes(page)],
        dock=action(say("review.save"), lambda: save(page, row)),
        scroller=page.scroller,
    )
