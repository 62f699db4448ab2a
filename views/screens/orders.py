"""Longer-term orders: a page to look at, no advice; and what was said and done about them."""

from __future__ import annotations

from app.reference.reading import ORDERS
from views.going import to
from views.library.marking import use_mark
from views.library.orders import listed, said
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.saying import Said, words
from views.screen import screen
from views.theme import look
from views.visits.page import bars, nowhere, place, use_this_case


@screen
def orders() -> Layout:
    case, mark = use_this_case(), use_mark(ORDERS)
    if case is None:
        return nowhere()
    back = words("ui.back" if look().large else "ui.check.back")
    return Layout(
        head=header(words("order-note.title")),
        bars=bars(case),
        body=[*said(case), *mark, *listed()],
        dock=action(Said("orders.back", back), to(place(case.id))),
    )
