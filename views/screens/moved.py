"""The victim has moved: undisclosed unless somebody says otherwise; another force or area has to be told."""

from __future__ import annotations

from views.incident.in_words import fill
from views.moving.form import boxes, save
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import say, words
from views.screen import screen
from views.visits.page import bars, nowhere, use_page, use_this_case


@screen
def moved() -> Layout:
    case = use_this_case()
    page = use_page(case, "moved")
    if case is None or page is None:
        return nowhere()
    return Layout(
        head=header(words("moved.title")),
        bars=bars(case),
        body=[
            *page.summary(),
            question(fill(words("moved.ask"), case), hint=words("moved.hint")),
            *boxes(page),
        ],
        dock=action(say("moved.save"), lambda: save(page)),
        scroller=page.scroller,
    )
