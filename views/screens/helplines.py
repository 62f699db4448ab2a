"""Numbers to tap. No record stands here, and nothing of one goes with a call."""

from __future__ import annotations

from views.library.ringing import lines
from views.parts.dock import tabs
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import margin, second
from views.saying import words
from views.screen import screen
from views.theme import measures


@screen
def helplines() -> Layout:
    hint = margin(second(words("helpline.hint")), above=measures.S12)
    return Layout(
        head=header(words("helpline.title")),
        body=[hint, *lines()],
        dock=tabs(""),
        records=False,
    )
