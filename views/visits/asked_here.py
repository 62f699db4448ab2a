"""A question asked in the middle of another page: on a visit it is a draft until the visit is saved, on
the steps of a breach or of service each answer is an entry at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import flet as ft

from app.case.model import Case
from app.guidance.checking import needs_reason
from app.guidance.model import Question
from app.guidance.wording import slug
from views.drafts import Form
from views.incident.asked import Asked, answers, goes_with, why_not
from views.incident.page import Page
from views.incident.told import Faults, Told, fields_of, with_typed
from views.parts.guide import open_step
from views.parts.text import second
from views.saying import words
from views.services import now, phone_now, services
from views.visits.within import within

ANSWER, WHY, AT, DETAIL = "answer", "why", "at.answered", "detail."


class Drafted(Page):
    """The same page at work, but nothing of it is an entry yet: every tap is sealed in a draft."""

    def __init__(self, case: str, whole: Form, question: Question) -> None:
        super().__init__(case, question)
        self._whole = whole

    def form(self) -> Form:
        return within(self._whole, self.question.id)

    def told(self) -> Told:
        return self.typed()[0]

    def typed(self) -> tuple[Told, Faults]:
        kept = self.form().typed()
        details = {name.removeprefix(DETAIL): kept[name] for name in kept if name.startswith(DETAIL)}
        tapped = Told(answer=str(kept.get(ANSWER, "")), reason=str(kept.get(WHY, "")), details=details)
        return with_typed(self.question, tapped, self.form(), now())

    @property
    def answered_at(self) -> str:
        """When it was tapped, ISO."""
        return self.form().get(AT)

    async def choose(self, answer: str) -> None:
        if self.form().get(ANSWER) != answer:
            await self._put({ANSWER: answer, WHY: "", AT: phone_now().isoformat()})

    async def reason(self, reason: str) -> None:
        await self._put({WHY: reason})

    async def detail(self, name: str, value: Any) -> None:
        await self._put({f"{DETAIL}{name}": value})

    async def _put(self, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            self.form().put(name, value)
        await self.form().seal()


def title_of(question: Question, case: Case) -> str:
    guidance = services().guidance
    return guidance.words(f"{question.id}.title", **guidance.about(case))


def answer_told(question: Question, answer: str, case: Case) -> str:
    """The answer in words; that there is none, too."""
    if not answer:
        return words("ask.unanswered")
    guidance = services().guidance
    return guidance.fill(guidance.answer_words(question, answer), guidance.about(case))


def wants_more(question: Question, answer: str) -> bool:
    """Whether something goes with this answer, so that the question stays open."""
    return needs_reason(question, answer) or bool(fields_of(question, answer))


def opened_step(
    page: Page, case: Case, act: Callable[[Awaitable[object]], Awaitable[None]], *below: ft.Control
) -> ft.Control:
    """The question with everything that goes with its answer, as on a page of its own."""
    told, faults = page.typed()
    wrong = {name: words(key) for name, key in faults.items()}
    asked = Asked(page=page, case=case, told=told, form=page.form(), act=act, wrong=wrong)
    guidance = services().guidance
    ask = guidance.words(f"{page.question.id}.ask", **guidance.about(case))
    aloud = [second(words("ui.read-aloud"))] if page.question.aloud else []
    return open_step(ask, [answers(asked), *why_not(asked), *goes_with(asked), *below], aloud)


def reason_told(reason: str, case: Case) -> str:
    """A reason from the list in its words, or the officer's own."""
    guidance = services().guidance
    key = f"reason.{slug(reason)}" if reason else ""
    return guidance.words(key, **guidance.about(case)) if guidance.has(key) else reason
