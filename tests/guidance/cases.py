"""Cases for questions: built from answers, without a journal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from app.case.model import Answer, Case, Consent
from app.guidance import Guidance, load
from app.guidance.model import FieldKind, Form, Question, Task


@cache
def bundled() -> Guidance:
    return load()


def question(item: str) -> Question:
    found = bundled().question(item)
    assert found is not None, item
    return found


def task(name: str) -> Task:
    found = bundled().task(name)
    assert found is not None, name
    return found


def answered(*answers: Answer, consents: Mapping[str, Consent] | None = None) -> Case:
    return Case("case", answers={each.item: each for each in answers}, consents=dict(consents or {}))


def with_answers(answers: Mapping[str, str]) -> Case:
    """A case in which items stand answered; topics of consent among them as consents."""
    topics = {
        item: Consent(item, state) for item, state in answers.items() if question(item).form is Form.CONSENT
    }
    plain = [Answer(item, answer) for item, answer in answers.items() if item not in topics]
    return answered(*plain, consents=topics)


def done(item: str, answer: str = "done", **more: Any) -> Case:
    return answered(Answer(item, answer, **more))


def asked(item: str, state: str, words: str = "", **details: Any) -> Case:
    """A case with one topic of consent."""
    return answered(consents={item: Consent(item, state, words, details)})


def lacking(item: str, case: Case) -> list[str]:
    return [problem.field for problem in bundled().problems(question(item), case)]


def agreed(item: str) -> Case:
    """A topic with the first of its answers and all its particulars."""
    state = question(item).answers[0]
    details = {name: value for name, value in whole(item, state).details.items() if name != "words"}
    return asked(item, state, "something", **details)


def whole(item: str, answer: str) -> Answer:
    """An answer with a reason and everything that it needs."""
    details: dict[str, Any] = {}
    for field in bundled().fields(question(item), answer):
        plain: Any = False if field.kind is FieldKind.YESNO else "something"
        details[field.id] = field.choices[0] if field.choices else plain
    return Answer(item, answer, reason="because", details=details)
