"""The days of the visits, one by one: what happened on each and what is due."""

from __future__ import annotations

from views.going import to
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import panel
from views.parts.text import margin
from views.saying import Said, words
from views.screen import screen
from views.services import use_now
from views.theme import look, measures
from views.visits.days import days_told, marked_strip
from views.visits.page import bars, nowhere, place, use_this_case


@screen
def days() -> Layout:
    case, at = use_this_case(), use_now()
    if case is None:
        return nowhere()
    back = words("ui.back" if look().large else "period.back")
    return Layout(
        head=header(words("period.title")),
        bars=bars(case),
        body=[
            margin(*marked_strip(case, at), above=measures.S12, gap=measures.S12),
            panel(words("period.lead")),
            *days_told(case, at),
        ],
        dock=action(Said("period.back", back), to(place(case.id, "visits"))),
    )
