"""Cards to turn to the victim: which one, and in which language."""

from __future__ import annotations

import flet as ft

from app.cards import language_of
from app.language import spoken
from views.cards.listing import languages, rows
from views.parts.dock import tabs
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question, section
from views.saying import words
from views.screen import screen
from views.services import use_now
from views.visits.page import bars, nowhere, use_this_case


@screen
def cards() -> Layout:
    case, _ = use_this_case(), use_now()
    chosen, choose = ft.use_state(spoken())
    if case is None:
        return nowhere()
    language = language_of(chosen)
    return Layout(
        head=header(words("ui.cards.title")),
        bars=bars(case),
        body=[
            question(words("ui.cards.ask"), hint=words("ui.cards.hint")),
            *languages(language, lambda picked: choose(picked)),
            section(words("ui.cards.cards")),
            *rows(case, language),
        ],
        dock=tabs(""),
    )
