"""Talk with the victim: each topic asked apart, each answer with its time."""

from __future__ import annotations

from views.going import go
from views.incident.topics import asked, groups, next_topic, topics
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.tag import count
from views.parts.text import question
from views.saying import say, words
from views.screen import screen
from views.services import desk, services
from views.visits.page import bars, nowhere, use_this_case


@screen
def consent() -> Layout:
    case = use_this_case()
    if case is None:
        return nowhere()
    about = services().guidance.about(case)

    async def go_on() -> None:
        topic = next_topic(desk().records.case(case.id) or case)
        await go(f"/incident/{case.id}/consent/{topic.id}" if topic else f"/incident/{case.id}")

    told = words("ui.consent.asked", done=asked(case), total=len(topics()))
    return Layout(
        head=header(words("task.talk"), count(told)),
        bars=bars(case),
        body=[
            question(words("ui.consent.each"), hint=words("ui.consent.no-is-full", **about)),
            *groups(case),
        ],
        dock=action(say("ui.continue"), go_on),
    )
