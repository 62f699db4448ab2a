"""Referrals to agencies: whom, how far each has come, and the two working days of the Victims' Code."""

from __future__ import annotations

from views.going import to
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import Said, words
from views.screen import screen
from views.services import use_now
from views.support.telling import code_clock, rows
from views.theme import look
from views.visits.page import bars, nowhere, place, use_this_case


@screen
def support() -> Layout:
    case, _ = use_this_case(), use_now()
    if case is None:
        return nowhere()
    back = words("ui.back" if look().large else "support.back")
    return Layout(
        head=header(words("support.title")),
        bars=bars(case),
        body=[
            question(words("support.ask"), hint=words("support.hint")),
            *code_clock(case),
            rows(case),
        ],
        dock=action(Said("support.back", back), to(place(case.id))),
    )
