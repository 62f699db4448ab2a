"""Chronology: every entry of the case in words, the newest first, fifty at a time."""

from __future__ import annotations

import flet as ft

from views.parts.frame import Layout
from views.parts.header import header
from views.parts.records import pager
from views.parts.sheet import sheet
from views.parts.tag import count
from views.parts.text import margin, second
from views.saying import words
from views.screen import screen
from views.theme import measures
from views.visits.entries import PAGE, count_words, line, newest_first
from views.visits.page import bars, nowhere, use_this_case


@screen
def chronology() -> Layout:
    case = use_this_case()
    first, turn = ft.use_state(0)
    if case is None:
        return nowhere()
    every = newest_first(case)
    return Layout(
        head=header(words("chronology.title"), count(count_words(case))),
        bars=bars(case),
        body=[
            margin(second(words("chronology.hint")), above=measures.S12, below=measures.S8),
            sheet([line(case, entry) for entry in every[first : first + PAGE]]),
            *pager(first, PAGE, len(every), turn),
        ],
    )
