"""Before the door: how she may be reached, the check before knocking, and only then where to go."""

from __future__ import annotations

from collections.abc import Awaitable

import flet as ft

from app.case.model import Case, Visit
from app.conflicts import unresolved
from app.guidance.model import Question
from views.going import to
from views.incident.in_words import detail_lines
from views.incident.told import told_of
from views.parts.buttons import link, outlined
from views.parts.errors import mark
from views.parts.facts import Fact, facts
from views.parts.text import body, margin, section
from views.saying import say, words
from views.services import services
from views.theme import measures
from views.visits.asked_here import Drafted, answer_told, opened_step, title_of
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


def preferences(case: Case) -> list[ft.Control]:
    """What the victim said about being reached, in the order in which it was asked."""
    task = services().guidance.task("contact")
    asked = task.questions if task else ()
    known = [_preference(case, each) for each in asked if each.id in case.answers]
    about = services().guidance.about(case)
    title = section(words("visit.reach", **about))
    return [title, facts(known) if known else margin(body(words("visit.reach.unknown", **about)))]


def _preference(case: Case, question: Question) -> Fact:
    told = told_of(question, case)
    said = ". ".join(detail_lines(case, question, told)) or answer_told(question, told.answer, case)
    if question.id in unresolved(case):
        said = f"{said}. {words('visit.reach.conflict')}"
    return title_of(question, case), said


def before(page: Page, visit: Visit) -> list[ft.Control]:
    """Everything that stands on the visit's page until it is started."""
    check = approach(page)
    where = to(place(page.case.id, "where", visit.id))

    async def act(work: Awaitable[object]) -> None:
        await work
        page.redraw()

    return [
        *preferences(page.case),
        margin(outlined(say("visit.where"), where, ft.Icons.PLACE_OUTLINED), above=measures.S16),
        ft.Container(opened_step(check, page.case, act), key=mark(f"ask.{APPROACH}")),
        margin(alone(link(say("visit.made"), lambda: page.put({MADE: "yes"}))), above=measures.S12),
    ]
