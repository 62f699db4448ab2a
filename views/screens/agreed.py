"""One purpose: what the answer permits, every version of it, and taking it back."""

from __future__ import annotations

import flet as ft

from app.consents.purposes import purpose as named
from views.going import go
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import Said, words
from views.screen import screen
from views.talk.guide import conversation
from views.talk.ledger import answer_words, meaning, versions
from views.talk.permits import of_purpose
from views.talk.taking import use_taking_back
from views.visits.page import bars, nowhere, use_this_case


@screen
def agreed() -> Layout:
    case = use_this_case()
    found = named(ft.use_route_params().get("purpose", ""))
    taking = use_taking_back(case, found)
    if case is None or found is None:
        return nowhere()

    async def ask() -> None:
        await go(f"{conversation(case.id)}/{found.topic}")

    asked = found.topic in case.consents
    return Layout(
        head=header(words("ui.ledger.title")),
        bars=bars(case),
        body=[
            question(of_purpose(found, "title", case), hint=answer_words(case, found)),
            *meaning(case, found),
            *taking,
            *versions(case, found),
        ],
        dock=action(Said("ui.ledger.ask", words("ui.ledger.ask-again" if asked else "ui.ledger.ask")), ask),
    )
