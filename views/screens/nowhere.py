"""A place that is none, or an incident that is not on this phone."""

from __future__ import annotations

from views.going import to
from views.parts.buttons import outlined
from views.parts.dock import tabs
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import body, heading, margin
from views.saying import say, words
from views.screen import screen
from views.theme import letters, measures


def nowhere_layout() -> Layout:
    """For any screen whose incident or record is not here."""
    return Layout(
        head=header(words("ui.problem.nowhere")),
        body=[
            margin(
                heading(words("ui.problem.nowhere"), letters.QUESTION, level=2),
                body(words("ui.problem.nowhere.next")),
                outlined(say("ui.problem.home"), to("/")),
                above=measures.S24,
                gap=measures.S16,
            )
        ],
        dock=tabs(""),
        records=False,
    )


@screen
def nowhere() -> Layout:
    return nowhere_layout()
