"""The test for a notice: each limb beside what shows it. It explains, and stops nothing."""

from __future__ import annotations

from views.going import to
from views.notice.limbs import count_line, limb_rows, other_routes
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question, section
from views.saying import Said, words
from views.screen import screen
from views.theme import look
from views.visits.page import bars, nowhere, place, use_this_case


@screen
def suitability() -> Layout:
    case = use_this_case()
    if case is None:
        return nowhere()
    back = words("ui.back" if look().large else "suit.back")
    return Layout(
        head=header(words("task.dvpn")),
        bars=bars(case),
        body=[
            question(words("suit.title"), hint=words("suit.hint")),
            section(words("suit.limbs"), count_line(case)),
            limb_rows(case),
            section(words("suit.means")),
            *other_routes(case),
        ],
        dock=action(Said("suit.back", back), to(place(case.id, "check"))),
    )
