"""The documents of a case: which can be made, what each lacks, and when it was made last."""

from __future__ import annotations

from views.papers.telling import rows
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import margin, second
from views.saying import words
from views.screen import screen
from views.theme import measures
from views.visits.page import bars, nowhere, use_this_case


@screen
def documents() -> Layout:
    case = use_this_case()
    if case is None:
        return nowhere()
    return Layout(
        head=header(words("papers.title")),
        bars=bars(case),
        body=[margin(second(words("papers.hint")), above=measures.S12, below=measures.S8), rows(case)],
    )
