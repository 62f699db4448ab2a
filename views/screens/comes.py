"""After the talk: what was promised and what comes next, from the answers."""

from __future__ import annotations

from views.going import go
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import question
from views.saying import say, words
from views.screen import screen
from views.talk.comes import listed
from views.visits.page import bars, nowhere, use_this_case


@screen
def comes() -> Layout:
    case = use_this_case()
    if case is None:
        return nowhere()

    async def go_on() -> None:
        await go(f"/incident/{case.id}")

    return Layout(
        head=header(words("task.talk")),
        bars=bars(case),
        body=[question(words("ui.talk.next"), hint=words("ui.talk.next-hint")), *listed(case)],
        dock=action(say("ui.continue"), go_on),
    )
