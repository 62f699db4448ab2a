"""Risk and reviews: the grade that an officer set, the force's tool, and each review with its due day."""

from __future__ import annotations

from views.going import to
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import lower
from views.reviewing.telling import grade_told, rows, tool_refused
from views.reviewing.ways import ways
from views.saying import Said, words
from views.screen import screen
from views.services import use_now
from views.theme import look
from views.visits.page import bars, nowhere, place, use_this_case


@screen
def reviews() -> Layout:
    case, _ = use_this_case(), use_now()
    if case is None:
        return nowhere()
    back = words("ui.back" if look().large else "support.back")
    return Layout(
        head=header(words("reviews.title")),
        bars=bars(case),
        body=[*grade_told(case), *tool_refused(), *rows(case), lower(ways(case))],
        dock=action(Said("reviews.incident", back), to(place(case.id))),
    )
