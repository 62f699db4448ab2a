"""Talk with the victim: each topic asked apart, each answer with its time."""

from __future__ import annotations

from views.going import go
from views.incident.topics import first, groups, ways
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import lower, margin, question, second
from views.saying import say, words
from views.screen import screen
from views.services import desk, services
from views.talk.guide import conversation, goes_on, progress_words
from views.visits.page import bars, nowhere, use_this_case


@screen
def consent() -> Layout:
    case = use_this_case()
    if case is None:
        return nowhere()
    about = services().guidance.about(case)

    async def go_on() -> None:
        place = goes_on(desk().records.case(case.id) or case)
        await go(place if place != conversation(case.id) else f"/incident/{case.id}")

    return Layout(
        head=header(words("task.talk")),
        bars=bars(case),
        body=[
            question(words("ui.consent.each"), hint=words("ui.consent.no-is-full", **about)),
            margin(second(progress_words(case))),
            lower(first(case)),
            *groups(case),
            lower(ways(case)),
        ],
        dock=action(say("ui.continue"), go_on),
    )
