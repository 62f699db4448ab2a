"""Advice that goes with the plan: staying, leaving, or phones, cars and accounts."""

from __future__ import annotations

import flet as ft

from app.reference.advice import advice as pages
from views.going import to
from views.incident.in_words import fill
from views.library.marking import use_mark
from views.library.telling import advice_lines
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import say, words
from views.screen import screen
from views.visits.page import bars, nowhere, place, use_this_case


@screen
def advice() -> Layout:
    case, name = use_this_case(), ft.use_route_params().get("advice", "")
    mark = use_mark(f"advice/{name}")
    page = next((each for each in pages() if each.id == name), None)
    if case is None or page is None:
        return nowhere()
    return Layout(
        head=header(words("advice.lead")),
        bars=bars(case),
        body=[question(fill(words(f"advice.{page.id}"), case)), *mark, *advice_lines(case, page)],
        dock=action(say("plan-now.back"), to(place(case.id, "plan"))),
    )
