"""The terms asked for, s.24(6) to (8): the one that every notice has, and those about a shared home."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.facts.gate import premises_terms_enabled
from views.going import to
from views.incident.in_words import fill
from views.parts.buttons import link
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import panel
from views.parts.text import margin, question
from views.saying import Said, say, words
from views.screen import screen
from views.services import services
from views.theme import look
from views.visits.groups import alone
from views.visits.page import bars, nowhere, place, use_page, use_this_case
from views.visits.steps import steps


@screen
def terms() -> Layout:
    case = use_this_case()
    page = use_page(case, "check/terms")
    if case is None or page is None:
        return nowhere()
    asked = [each.id for each in services().guidance.at("terms", case)]
    back = words("ui.back" if look().large else "suit.back")
    return Layout(
        head=header(words("task.dvpn")),
        bars=bars(case),
        body=[
            question(words("terms.title"), hint=fill(words("terms.hint"), case)),
            *steps(page, asked),
            *_closed(case),
        ],
        dock=action(Said("terms.back", back), to(place(case.id, "check"))),
        scroller=page.scroller,
    )


def _closed(case: Case) -> list[ft.Control]:
    """Why the terms about a home are not offered, and where that is answered."""
    if premises_terms_enabled(case):
        return []
    way = link(say("terms.cohabit"), to(place(case.id, "check", "answer", "dv-cohabit")))
    return [panel(fill(words("terms.closed"), case), words("terms.closed.title")), margin(alone(way))]
