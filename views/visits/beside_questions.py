"""What a question of the visit leads to: the plan that is read back, the grade that has to be set again."""

from __future__ import annotations

import flet as ft

from app.visits.risk_changed import CHANGED, ITEM
from views.going import to
from views.parts.buttons import link
from views.parts.text import margin, second
from views.saying import say, words
from views.theme import measures
from views.visits import each_child
from views.visits.groups import alone
from views.visits.page import Page, place

PLAN = "wv-plan-review"


def beside(page: Page, item: str, answer: str) -> list[ft.Control]:
    """What is written on the visit stays when the officer goes there."""
    case = page.case.id
    if item == each_child.ITEM:
        return each_child.child_rows(page)
    if item == PLAN:
        return [margin(alone(link(say("beside.plan"), to(place(case, "plan")))), above=measures.S8)]
    if item == ITEM and answer == CHANGED:
        grade = link(say("beside.grade"), to(place(case, "task", "risk", "risk-tool")))
        trigger = link(say("beside.trigger"), to(place(case, "after", "happened")))
        return [margin(second(words("beside.risk")), alone(grade), alone(trigger), above=measures.S8)]
    return []


def keeps_open(page: Page, item: str, answer: str) -> bool:
    """Whether something is still to be said or done there after the answer. The plan was read before it."""
    return item != PLAN and bool(beside(page, item, answer))
