"""Before the door: what to know for one's own safety, how she may be reached, the check before knocking, and
only then where to go."""

from __future__ import annotations

from collections.abc import Awaitable

import flet as ft

from app.case.model import Visit
from views.going import to
from views.parts.buttons import link, outlined
from views.parts.errors import mark
from views.parts.text import margin
from views.saying import say
from views.services import services
from views.talk.reach import reach
from views.theme import measures
from views.visits.asked_here import Drafted, opened_step
from views.visits.at_the_door import door_safety
from views.visits.groups import alone
from views.visits.page import Page, place

APPROACH = "wv-approach-check"
MADE = "made"
"""The draft's word for: the visit has been made already and is written up now."""


def approach(page: Page) -> Drafted:
    """The check before knocking."""
    question = services().guidance.question(APPROACH)
    assert question is not None, "the guidance asks it"
    return Drafted(page.case.id, page.form, question)


def before(page: Page, visit: Visit) -> list[ft.Control]:
    """Everything that stands on the visit's page until it is started."""
    check = approach(page)
    where = to(place(page.case.id, "where", visit.id))

    async def act(work: Awaitable[object]) -> None:
        await work
        page.redraw()

    return [
        *door_safety(page.case),
        *reach(page.case),
        margin(outlined(say("visit.where"), where, ft.Icons.PLACE_OUTLINED), above=measures.S16),
        ft.Container(opened_step(check, page.case, act), key=mark(f"ask.{APPROACH}")),
        margin(alone(link(say("visit.made"), lambda: page.put({MADE: "yes"}))), above=measures.S12),
    ]
