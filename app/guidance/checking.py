"""What an answer still lacks. Nothing here ever stops it from being kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.case.model import Answer, Case, Consent
from app.case.reading import mapping
from app.consents.permission import measure
from app.guidance.model import UNDONE, Condition, Field, Form, Question

SETTLED = ("given", "opinion given", "not required")
"""States of consent that say what was agreed, so that its particulars are asked for."""


def answer_of(question: Question, case: Case) -> str | None:
    """The answer that stands for a question, or None."""
    return standing(question.id, case)


def standing(item: str, case: Case) -> str | None:
    answer, consent = case.answers.get(item), case.consents.get(item)
    return answer.answer if answer else consent.state if consent else None


def holds(condition: Condition, case: Case) -> bool:
    return standing(condition.item, case) in condition.answers


def lacks(question: Question, case: Case) -> Iterator[str]:
    """The names of what is missing: answer, reason, or a field."""
    if question.form is Form.CONSENT:
        yield from _consent_lacks(question, case.consents.get(question.id))
    else:
        yield from _answer_lacks(question, case.answers.get(question.id))


def _answer_lacks(question: Question, answer: Answer | None) -> Iterator[str]:
    if answer is None or not answer.answer:
        if question.must:
            yield "answer"
        return
    if needs_reason(question, answer.answer) and not _said(answer.reason, answer.note):
        yield "reason"
    yield from _empty(fields_for(question, answer.answer), answer.details)


def needs_reason(question: Question, answer: str) -> bool:
    """Not done, refused or unable always say why; items with a rationale say it for any answer that
    applies. A topic of consent says it where nothing was obtained."""
    if question.form is Form.CONSENT:
        return "reason" in question.rec and answer not in SETTLED
    if answer in UNDONE:
        return True
    return "reason" in question.rec and answer not in ("not applicable", *question.aside)


def fields_for(question: Question, answer: str) -> tuple[Field, ...]:
    """What goes with this answer. Nobody gives particulars of what was not done or not asked."""
    applies = answer not in (*UNDONE, "not applicable", *question.aside)
    if question.form is Form.CONSENT:
        applies = answer in SETTLED
    return tuple(field for field in question.fields if (answer in field.when if field.when else applies))


def _consent_lacks(question: Question, consent: Consent | None) -> Iterator[str]:
    if consent is None:
        if question.must:
            yield "answer"
        return
    told = {**consent.details, **mapping(consent.details, "exclusions"), "words": consent.words}
    if needs_reason(question, consent.state) and not _said(told.get("reason"), told.get("note")):
        yield "reason"
    yield from _empty(fields_for(question, consent.state), told)


def _said(*texts: object) -> bool:
    return any(str(text or "").strip() for text in texts)


def _empty(fields: tuple[Field, ...], details: Mapping[str, Any]) -> Iterator[str]:
    for field in fields:
        if field.needed and not _filled(details.get(field.id)):
            yield field.id


def _filled(given: object) -> bool:
    """Whether there is something beside spaces. No is an answer; nobody's answer is None."""
    return bool(given.strip()) if isinstance(given, str) else given is not None and given != []


def without_consent(question: Question, topic: Question | None, case: Case) -> bool:
    """Whether a measure is said to be done that stands on a yes which was not given, is not whole, or was
    taken back: app.consents.permission decides."""
    if topic is None:
        return False
    found = measure(case, question.id)
    return found is not None and not found.may
