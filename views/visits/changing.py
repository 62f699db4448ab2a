"""A visit still to come can be moved or cancelled, with a reason. One that was missed stays missed."""

from __future__ import annotations

import flet as ft

from app.case.model import Case, Visit
from views.going import to
from views.parts.buttons import link
from views.parts.text import margin, section
from views.saying import say, words
from views.visits.groups import alone
from views.visits.page import place

OPEN = ("planned", "due", "overdue")


def changeable(case: Case, visit: Visit, state: str) -> bool:
    """Extra visits and the contact after the order follow from the case: nobody moves those."""
    return state in OPEN and any(known.id == visit.id for known in case.visits)


def changing(case: Case, visit: Visit, state: str) -> list[ft.Control]:
    if not changeable(case, visit, state):
        return []
    here = ("visit", visit.id)
    return [
        section(words("visit.change")),
        margin(
            alone(link(say("visit.move"), to(place(case.id, *here, "move")))),
            alone(link(say("visit.cancel"), to(place(case.id, *here, "cancel")))),
        ),
    ]
