"""Now: what needs me."""

from __future__ import annotations

from views.going import to
from views.parts.buttons import outlined
from views.parts.dock import tabs
from views.parts.frame import Layout
from views.parts.header import top_header
from views.parts.tag import sync_badge
from views.parts.text import body, heading, margin
from views.saying import say, words
from views.screen import screen
from views.services import use_records
from views.theme import letters, measures


@screen
def now() -> Layout:
    records = use_records()
    return Layout(
        head=top_header(words("now.title"), sync_badge(records.unsent_count(), to("/send"))),
        body=[
            margin(
                heading(words("now.empty"), letters.QUESTION, level=2),
                body(words("now.empty.text")),
                outlined(say("now.open"), to("/incident/new")),
                *[
                    outlined(say("now.continue").of(case.id), to(f"/incident/{case.id}"))
                    for case in records.cases()
                ],
                above=measures.S24,
                gap=measures.S12,
            )
        ],
        dock=tabs("now"),
    )
