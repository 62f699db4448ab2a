"""The questions of a visit on one page: one open at a time, the next one opens when it is answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from app.guidance.model import Question
from views.parts.guide import in_sheets, shut_step
from views.saying import Said
from views.services import services
from views.visits.asked_here import Drafted, answer_told, opened_step, title_of, wants_more
from views.visits.beside_questions import beside, keeps_open
from views.visits.page import Page

# Asked before knocking, answered by what happened, or by other officers on another day.
ELSEWHERE = ("wv-approach-check", "wv-seen", "wv-breach-ind", "wv-p-there", "wv-p-check")
NEXT = "wv-next"
NOBODY = "-"
"""No question stands open: the officer has shut the last one."""


def visit_questions() -> tuple[Question, ...]:
    """Those that are asked on the visit's page one by one."""
    task = services().guidance.task("visit")
    known = task.questions if task else ()
    return tuple(each for each in known if each.id.startswith("wv-") and each.id not in ELSEWHERE)


def drafted(page: Page) -> list[Drafted]:
    return [Drafted(page.case.id, page.form, question) for question in visit_questions()]


def first_open(page: Page) -> str:
    """The first that has no answer."""
    return next((each.question.id for each in drafted(page) if not each.told().answer), NOBODY)


def guide(page: Page) -> list[ft.Control]:
    """Sheets of shut questions round the one that is open."""
    at = page.opened or first_open(page)
    return list(in_sheets(_step(page, each, each.question.id == at) for each in drafted(page)))


def _step(page: Page, asked: Drafted, is_open: bool) -> tuple[bool, ft.Control]:
    if is_open:
        below = beside(page, asked.question.id, asked.told().answer)
        return True, opened_step(asked, page.case, _acting(page, asked), *below)
    return False, _shut(page, asked)


def _shut(page: Page, asked: Drafted) -> ft.Control:
    question, answer = asked.question, asked.told().answer
    said = Said(f"ask.{question.id}", title_of(question, page.case))
    return shut_step(
        said, answer_told(question, answer, page.case), bool(answer), lambda: page.opens(question.id)
    )


def _acting(page: Page, asked: Drafted) -> Callable[[Awaitable[object]], Awaitable[None]]:
    """After a tap was sealed: the next question opens, unless something goes with this answer."""

    async def act(work: Awaitable[object]) -> None:
        before = asked.told().answer
        await work
        answer = asked.told().answer
        more = answer == before or wants_more(asked.question, answer)
        more = more or keeps_open(page, asked.question.id, answer)
        page.opens(asked.question.id if more else "")
        page.redraw()

    return act
