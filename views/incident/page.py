"""One question page at work. Each choice is an entry at once; what is typed is one on leaving the page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.answers import Given, answer_item
from app.case.model import Case
from app.consent import Said, Withdrawn, record_consent, withdraw_consent
from app.consents.company import SETTING
from app.entry import Entry
from app.guidance.model import Form, Problem, Question
from app.held import Held
from views.drafts import Form as Typed
from views.incident.grading import grade_from_answer
from views.incident.told import (
    EXCLUSIONS,
    HAPPENED,
    PLAIN,
    Faults,
    Told,
    answer_in_words,
    start_of,
    told_of,
    with_typed,
)
from views.services import commit, desk, form, now, services

TAKEN_BACK = "words"
"""The box with what somebody says who takes a consent back. It has a draft of its own."""


def draft_key(case: str, question: Question, about: str = "") -> str:
    return f"{case}/task/{question.task}/{question.id}" + (f"/of/{about}" if about else "")


class Page:
    """`about` is the person that the answer is about. Acts follow one another; each reads the case anew,
    so that a second tap on the same answer finds it given and writes nothing."""

    def __init__(self, case: str, question: Question, about: str = "") -> None:
        self.case_id, self.question, self.about = case, question, about
        self.held: Held | None = None
        self._turn = asyncio.Lock()

    @property
    def key(self) -> str:
        """Of the draft: where the page stands below its incident."""
        return draft_key(self.case_id, self.question, self.about)

    def case(self) -> Case:
        found = desk().records.case(self.case_id)
        assert found is not None, "the case is open"
        return found

    def told(self) -> Told:
        return told_of(self.question, self.case(), self.about)

    def form(self) -> Typed:
        told = self.told()
        return form(self.key, start_of(self.question, told), told.at)

    def back_form(self) -> Typed:
        return form(f"{self.key}/taken-back")

    def typed(self) -> tuple[Told, Faults]:
        return with_typed(self.question, self.told(), self.form(), now())

    def problems(self) -> tuple[Problem, ...]:
        """What the answer, as it is kept, still lacks."""
        return () if self.about else services().guidance.problems(self.question, self.case())

    # Acts

    async def choose(self, answer: str) -> None:
        """Another answer happened now, unless a time is typed; its reason has to be said anew."""

        def chosen(told: Told) -> Told:
            if told.answer == answer:
                return told
            listed = told.reason in (*self.question.reasons, "another")
            timed = any(name.startswith(f"{HAPPENED}.") for name in self.form().typed())
            at = told.at if timed else None
            kept = self._of_now(told.details)
            return replace(told, answer=answer, reason="" if listed else told.reason, details=kept, at=at)

        await self._act(chosen)

    def _of_now(self, details: Mapping[str, Any]) -> Mapping[str, Any]:
        """Who was there at an earlier answer to a topic is not who is there now, unless it is typed."""
        if self.question.form is not Form.CONSENT:
            return details
        typed = self.form().typed()
        gone = [name for name in ("company", *SETTING) if name not in typed]
        return {name: value for name, value in details.items() if name not in gone}

    async def same_again(self) -> None:
        """Asked again, with whoever is there now: the answer is the same."""
        async with self._turn:
            told = self.told()
            kept = replace(told, details=self._of_now(told.details), at=now())
            await self._write(kept, kept.at, ())

    async def reason(self, reason: str) -> None:
        await self._act(lambda told: replace(told, reason=reason))

    async def detail(self, name: str, value: Any) -> None:
        await self._act(lambda told: replace(told, details={**told.details, name: value}))

    async def keep(self) -> Faults:
        """Make an entry of what is typed. What cannot be read stays typed, and is named."""
        return await self._act(lambda told: told)

    async def take_back(self) -> None:
        """The victim takes a consent back, in the words that were said."""
        async with self._turn:
            said = self.back_form()
            what = Withdrawn(self.question.id, said.get(TAKEN_BACK).strip(), self.about or None)
            case, keys, book = self.case(), (said.key,), desk().notebook
            await commit(lambda: withdraw_consent(book, case, what, clears=keys), keys, case.id)

    async def _act(self, change: Callable[[Told], Told]) -> Faults:
        async with self._turn:
            was = self.told()
            typed, faults = self.typed()
            told = change(typed)
            if self.question.form in PLAIN:
                told = replace(told, answer=answer_in_words(self.question, told.details) or told.answer)
            if told == was:
                if not faults:
                    await self._nothing_new()
            elif told.answer:
                await self._write(told, self._when(was, told), () if faults else (self.key,))
            if faults:
                await self.form().seal()
            return faults

    async def _nothing_new(self) -> None:
        """What is typed is what stands: no draft of it is left behind."""
        if self.form().typed() and not self.form().changed:
            await asyncio.to_thread(desk().drafts.drop, self.key)

    def _when(self, was: Told, told: Told) -> datetime | None:
        """Words that are added later do not move the time at which it happened."""
        return told.at if told.answer == was.answer or told.at != was.at else None

    async def _write(self, told: Told, at: datetime | None, clears: tuple[str, ...]) -> None:
        case, book = self.case(), desk().notebook
        consent = self.question.form is Form.CONSENT

        def work() -> Entry | Held:
            if consent:
                return record_consent(book, case, self._said(told), at, clears)
            return answer_item(book, case, self._given(told), at, clears)

        kept = await commit(work, clears, case.id)
        self.held = kept if isinstance(kept, Held) else None
        if not consent and self.held is None:
            await grade_from_answer(
                self.case(), told_of(self.question, self.case(), self.about), self.question.id
            )

    def _given(self, told: Told) -> Given:
        return Given(
            self.question.id, told.answer, told.reason, told.note, dict(told.details), self.about or None
        )

    def _said(self, told: Told) -> Said:
        """Both checks of a cocoon watch stand together, as app.consent.cocoon reads them."""
        details = {name: value for name, value in told.details.items() if name not in EXCLUSIONS}
        checks = {name: told.details[name] for name in EXCLUSIONS if name in told.details}
        more = {"exclusions": checks, "reason": told.reason, "note": told.note}
        kept = {**details, **{name: value for name, value in more.items() if value}}
        return Said(self.question.id, told.answer, kept, self.about or None)
