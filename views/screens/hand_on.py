"""A visit that this officer took, back or on to somebody else."""

from __future__ import annotations

import flet as ft

from app.visits.claiming import Of
from app.visits.claims import holders
from app.visits.schedule import status
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import panel
from views.saying import say, words
from views.screen import screen
from views.services import use_now
from views.shift.handing_on import WAY, asked
from views.shift.handing_on import hand_on as give_on
from views.visits.due import visit_of
from views.visits.page import bars, nowhere, use_page, use_this_case
from views.visits.reading import standing
from views.visits.who_takes import me


@screen
def hand_on() -> Layout:
    case, at, name = use_this_case(), use_now(), ft.use_route_params().get("visit", "")
    page = use_page(case, f"visit/{name}/hand-on")
    known = visit_of(case, name, at) if case else None
    if case is None or page is None or known is None:
        return nowhere()
    of = Of(case, known)
    head, bar, how = header(words("hand.title")), bars(case), standing(case, known, status(known, at), at)
    if me() not in holders(case, known):
        return Layout(head=head, bars=bar, body=[how, panel(words("hand.not-yours"))])
    said = say(f"hand.do.{page.get(WAY) or 'which'}")
    return Layout(
        head=head,
        bars=bar,
        body=[*page.summary(), how, *asked(page, at)],
        dock=action(said, lambda: give_on(page, of, at)),
        scroller=page.scroller,
    )
