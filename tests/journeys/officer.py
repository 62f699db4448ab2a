"""An officer who works through the guidance page by page, on the screen and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import expect

from app.guidance.book import Guidance
from app.guidance.model import Field, FieldKind, Form, Question
from tests.journeys.hand import LOOK_MS, Hand

GO_ON = re.compile("^(Save and continue|Continue)$")
WORDS = "TRAINING: as it was said"


@dataclass
class Officer:
    """`answers`: item to the answer to choose, where it is not the first one; `typed`: field to its text."""

    hand: Hand
    guidance: Guidance
    answers: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        return urlsplit(self.hand.page.url).path

    def work(self, case: str, task: str, most: int = 99) -> None:
        """Answer the pages of a task in the order in which Continue leads to them."""
        self.hand.open(f"{case}/task/{task}")
        self.hand.sees_heading(re.escape(self.guidance.words(f"task.{task}")))
        self.go_on()
        for _ in range(most):
            question = self.guidance.question(self.place.rpartition("/")[2])
            if question is None or question.task != task:
                return
            self.hand.sees_heading(gaps(self.guidance.words(f"{question.id}.ask")))
            self.answer(question)
            self.go_on()

    def go_on(self) -> None:
        was = self.hand.page.url
        self.hand.tap(GO_ON)
        expect(self.hand.page).not_to_have_url(was, timeout=LOOK_MS)

    def answer(self, question: Question) -> None:
        """Choose, and give what goes with it. The next thing is not touched before this one stands."""
        answer = self.answers.get(question.id) or next(iter(question.answers), "")
        if answer:
            radio = self.hand.radio(self.guidance.answer_words(question, answer))
            self.hand.bring(radio).click()
            expect(radio).to_be_checked(timeout=LOOK_MS)
        if "reason" in question.rec and question.form is not Form.CONSENT:
            own = f"{question.id}.problem.reason"
            asked = self.guidance.words(own if self.guidance.has(own) else "problem.reason")
            self.hand.write(re.compile("^" + gaps(asked)), WORDS)
        for each in question.fields:
            if each.needed and each.id != "which":
                self.give(question, each)
        self.answered.append(question.id)

    def give(self, question: Question, known: Field) -> None:
        hand, words = self.hand, self.guidance.field_words(question, known.id)
        if known.kind is FieldKind.MOMENT:
            hand.tap("Now")
        elif known.kind is FieldKind.SEVERAL:
            hand.tick(self.guidance.choice_words(known.choices[0]))
        elif known.kind in (FieldKind.CHOICE, FieldKind.YESNO):
            choice = self.typed.get(known.id) or next(iter(known.choices), "yes")
            radio = hand.page.get_by_role("radio", name=self.guidance.choice_words(choice), exact=True).last
            hand.bring(radio).click()
            expect(radio).to_be_checked(timeout=LOOK_MS)
        elif known.kind is FieldKind.DAY:
            for part, value in (("Day", "2"), ("Month", "3"), ("Year", "1991")):
                hand.write(f"{words}: {part}", value)
        else:
            hand.write(re.compile("^" + re.escape(words)), self.typed.get(known.id, WORDS))


def gaps(ask: str) -> str:
    """A pattern of the words, whoever stands in their gaps."""
    return ".*".join(re.escape(part) for part in re.split(r"\{\w+\}", ask))
