"""What was agreed, purpose by purpose, and what each answer permits now."""

from __future__ import annotations

from views.going import go
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.tag import count
from views.parts.text import body, margin
from views.saying import say, words
from views.screen import screen
from views.services import services
from views.talk.guide import conversation, progress_of
from views.talk.ledger import rows
from views.theme import measures
from views.visits.page import bars, nowhere, use_this_case


@screen
def ledger() -> Layout:
    case = use_this_case()
    if case is None:
        return nowhere()
    far = progress_of(case)

    async def back() -> None:
        await go(conversation(case.id))

    hint = words("ui.ledger.hint", **services().guidance.about(case))
    return Layout(
        head=header(
            words("ui.ledger.title"), count(words("ui.count-of", at=len(far.talked), total=far.total))
        ),
        bars=bars(case),
        body=[margin(body(hint), above=measures.S12, below=measures.S12), *rows(case)],
        dock=action(say("ui.ledger.talk"), back),
    )
