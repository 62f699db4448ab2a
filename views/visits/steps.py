"""Items answered one by one on a page of court or breach: each answer is an entry at once."""

from __future__ import annotations

from collections.abc import Awaitable, Iterator, Sequence

import flet as ft

from app.case.model import Case
from app.guidance.model import Question
from views.incident.page import Page as Asking
from views.parts.buttons import outlined
from views.parts.guide import shut_step
from views.parts.sheet import sheet
from views.parts.text import margin
from views.saying import Said, say
from views.services import services
from views.theme import measures
from views.visits.asked_here import answer_told, opened_step, title_of, wants_more
from views.visits.page import Page


def steps(page: Page, items: Sequence[str]) -> list[ft.Control]:
    """Sheets of shut items round the one that was tapped open."""
    asked = [question for item in items if (question := services().guidance.question(item))]
    return list(_sheets(page, asked))


def _sheets(page: Page, asked: Sequence[Question]) -> Iterator[ft.Control]:
    shut: list[ft.Control] = []
    for question in asked:
        if question.id != page.opened:
            shut.append(_shut(page, question))
            continue
        if shut:
            yield sheet(shut)
        yield _open(page, question)
        shut = []
    if shut:
        yield sheet(shut)


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
