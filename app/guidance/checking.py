"""What an answer still lacks. Nothing here ever stops it from being kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.case.model import Answer, Case, Consent
from app.guidance.model import UNDONE, Condition, FieldKind, Form, Question


def answer_of(question: Question, case: Case) -> str | None:
    """The answer that stands for a question, or None."""
    if question.form is Form.CONSENT:
        consent = case.consents.get(question.id)
        return consent.state if consent else None
    answer = case.answers.get(question.id)
    return answer.answer if answer else None


def holds(condition: Condition, case: Case) -> bool:
    answer = case.answers.get(condition.item)
    consent = case.consents.get(condition.item)
    standing = answer.answer if answer else consent.state if consent else None
    return standing in condition.answers


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
    if needs_reason(question, answer.answer) and not (answer.reason or answer.note):
        yield "reason"
    if answer.answer not in (*UNDONE, "not applicable", *question.aside):
        yield from _fields(question, answer.details)


def needs_reason(question: Question, answer: str) -> bool:
    """Not done, refused or unable always say why; items with a rationale say it for any answer that
    applies, law.md 3a."""
    if answer in UNDONE:
        return True
    return "reason" in question.rec and answer not in ("not applicable", *question.aside)


def _consent_lacks(question: Question, consent: Consent | None) -> Iterator[str]:
    if consent is None:
        if question.must:
            yield "answer"
        return
    if consent.state in ("given", "opinion given", "not required"):
        yield from _fields(question, {**consent.details, "words": consent.words})


def _fields(question: Question, details: Mapping[str, object]) -> Iterator[str]:
    for field in question.fields:
        given = details.get(field.id)
        empty = given is None if field.kind is FieldKind.YESNO else not given
        if field.needed and empty:
            yield field.id
