"""The plan as it stands: read back to the victim, changed with one tap."""

from __future__ import annotations

from views.going import to
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.planning.telling import made_with, measures_of, others, plan_of
from views.planning.ways import ways
from views.saying import Said, words
from views.screen import screen
from views.services import use_now
from views.theme import look
from views.visits.page import bars, nowhere, place, use_this_case


@screen
def plan() -> Layout:
    case, _ = use_this_case(), use_now()
    if case is None:
        return nowhere()
    known = plan_of(case)
    return Layout(
        head=header(words("plan-now.title")),
        bars=bars(case),
        body=[
            *made_with(case),
            *measures_of(case, known),
            *others(case, known),
            *ways(case),
        ],
        dock=action(_change(), to(place(case.id, "task", "plan"))),
    )


def _change() -> Said:
    return Said("plan-now.change", words("ui.change" if look().large else "plan-now.change"))
