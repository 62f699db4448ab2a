"""One briefing of a local team: what it says, until when, what it asks and what came back."""

from __future__ import annotations

import flet as ft

from app.briefing.records import briefing_of
from views.briefing.page import is_shown, mark_read, told
from views.briefing.telling import read_at
from views.going import to
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.saying import Said, say, words
from views.screen import screen
from views.services import use_now
from views.theme import look
from views.visits.page import bars, nowhere, place, use_this_case


@screen
def briefing() -> Layout:
    case, _, entry = use_this_case(), use_now(), str(ft.use_route_params().get("entry", ""))
    known = briefing_of(case, entry) if case else None
    if case is None or known is None:
        return nowhere()
    if is_shown(known) and read_at(known) is None:
        dock = action(say("briefing.mark"), lambda: mark_read(case, known))
    else:
        back = words("ui.back" if look().large else "briefing.back")
        dock = action(Said("briefing.back", back), to(place(case.id, "briefings")))
    return Layout(head=header(words("briefing.one")), bars=bars(case), body=told(case, known), dock=dock)
