"""Briefings: of every incident those that are for this officer, of one incident all of them."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from views.briefing.telling import for_me, of_case, rows
from views.going import to
from views.parts.dock import action, tabs
from views.parts.empty import empty
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import panel
from views.parts.sheet import sheet
from views.parts.text import body, margin
from views.saying import Said, words
from views.screen import screen
from views.services import use_now, use_records
from views.theme import look, measures
from views.visits.page import bars, nowhere, place


@screen
def briefings() -> Layout:
    at, records = use_now(), use_records()
    name = str(ft.use_route_params().get("case", ""))
    if name:
        case = records.case(name)
        return _of_case(case) if case else nowhere()
    mine = rows(for_me(records.cases(), at))
    shown = [panel(words("briefing.lead")), sheet(mine)] if mine else [_nothing()]
    return Layout(head=header(words("briefing.title")), body=shown, dock=tabs(""))


def _nothing() -> ft.Control:
    return empty(words("briefing.none"), words("briefing.none.next"))


def _of_case(case: Case) -> Layout:
    found = of_case(case)
    none = margin(body(words("briefing.none.case")), above=measures.S12)
    home = words("ui.back" if look().large else "briefing.home")
    return Layout(
        head=header(words("briefing.title")),
        bars=bars(case),
        body=[panel(words("briefing.lead")), sheet(found) if found else none],
        dock=action(Said("briefing.home", home), to(place(case.id))),
    )
