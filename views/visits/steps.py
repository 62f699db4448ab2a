"""Items answered one by one on a page of court or breach: each answer is an entry at once."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence

import flet as ft

from app.case.model import Case
from app.guidance.model import Question
from views.incident.page import Page as Asking
from views.parts.buttons import outlined
from views.parts.guide import in_sheets, shut_step
from views.parts.text import margin
from views.saying import Said, say
from views.services import services
from views.theme import measures
from views.visits.asked_here import answer_told, opened_step, title_of, wants_more
from views.visits.page import Page


def steps(page: Page, items: Sequence[str]) -> list[ft.Control]:
    """Sheets of shut items round the one that was tapped open."""
    asked = [question for item in items if (question := services().guidance.question(item))]
    return list(in_sheets(_step(page, each, each.id == page.opened) for each in asked))


def asked_at(page: Page, place: str) -> list[ft.Control]:
    """The items that the content puts on the page of this name."""
    return steps(page, [each.id for each in services().guidance.at(place, page.case)])


def _step(page: Page, question: Question, is_open: bool) -> tuple[bool, ft.Control]:
    return is_open, (_open if is_open else _shut)(page, question)


def answer_of(case: Case, item: str) -> str:
    known = case.answers.get(item)
    return known.answer if known else ""


def _shut(page: Page, question: Question) -> ft.Control:
    answer = answer_of(page.case, question.id)
    said = Said(f"ask.{question.id}", title_of(question, page.case))
    told = answer_told(question, answer, page.case)
    return shut_step(said, told, bool(answer), lambda: page.opens(question.id))


def _open(page: Page, question: Question) -> ft.Control:
    asking = Asking(page.case.id, question)

    async def act(work: Awaitable[object]) -> None:
        before = asking.told().answer
        await work
        answer = asking.told().answer
        page.opens(question.id if answer == before or wants_more(question, answer) else "")
        page.redraw()

    async def shut() -> None:
        if not await asking.keep():
            page.opens("")
        page.redraw()

    done = outlined(say("ask.keep").of(question.id), shut)
    return opened_step(asking, page.case, act, margin(done, above=measures.S8, below=measures.S12))
