"""What was answered, in lines of key and value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.case.model import Answer, Consent
from app.case.reading import day_of, mapping, moment, texts
from app.documents.material import Material
from app.facts.suitability import LimbState
from app.guidance.model import FieldKind, Question

Line = tuple[str, str]


def title(told: Material, item: str) -> str:
    return told.words(f"{item}.title")


def answer_words(told: Material, item: str, answer: str) -> str:
    question = told.guidance.question(item)
    return told.fill(told.guidance.answer_words(question, answer)) if question else answer


def limb_lines(told: Material, limb: LimbState) -> list[Line]:
    """The answer to a limb of the test, what it lacks, and which answers elsewhere may bear on it."""
    lines = answer_lines(told, limb.item)
    lacks = [_lacks(told, limb.item, name) for name in limb.missing if name != "answer"]
    if lacks:
        lines.append((told.words("doc.limb.lacks"), "\n".join(lacks)))
    if limb.bears:
        lines.append((told.words("doc.limb.bears"), "\n".join(title(told, item) for item in limb.bears)))
    return lines


def _lacks(told: Material, item: str, name: str) -> str:
    if name == "birth":
        return told.words("doc.limb.birth")
    keys = (f"{item}.problem.{name}", f"problem.{name}")
    return next((told.words(key) for key in keys if told.guidance.has(key)), name)


def answer_lines(told: Material, item: str) -> list[Line]:
    """Everything that goes with the answer that stands, and who gave it when. One line that says so where
    nobody has answered."""
    answer = told.case.answers.get(item)
    if answer is None:
        return [(told.words("doc.answer"), told.words("doc.nobody-answered"))]
    return [(told.words("doc.answer"), answer_words(told, item, answer.answer)), *_with(told, answer)]


def _with(told: Material, answer: Answer) -> Iterator[Line]:
    question = told.guidance.question(answer.item)
    if answer.reason:
        yield told.words("doc.reason"), _reason(told, answer.reason)
    if answer.note:
        yield told.words("doc.note"), answer.note
    if question:
        yield from detail_lines(told, question, answer.details)
    yield told.words("doc.given"), told.by(answer.by, answer.happened_at)
    count = len(answer.versions)
    if count > 1:
        first = answer.versions[0]
        yield (
            told.words("doc.versions"),
            told.words("doc.versions.count", count=count, at=told.moment(first.written_at)),
        )


def _reason(told: Material, reason: str) -> str:
    key = f"reason.{reason}"
    return told.words(key) if told.guidance.has(key) else reason


def detail_lines(told: Material, question: Question, details: Mapping[str, Any]) -> Iterator[Line]:
    """The fields of the question that were filled, in its order."""
    found = {**details, **mapping(details, "exclusions")}
    for field in question.fields:
        value = found.get(field.id)
        if value not in (None, "", []):
            label = told.fill(told.guidance.field_words(question, field.id))
            yield label, value_words(told, field.kind, value)


def value_words(told: Material, kind: FieldKind, value: object) -> str:
    """A value as it is read. What was not given in the form of its kind stands as it was given."""
    if isinstance(value, bool):
        return told.words("answer.yes" if value else "answer.no")
    every = texts({"value": value}, "value") or (str(value),)
    if kind in (FieldKind.CHOICE, FieldKind.SEVERAL):
        return ", ".join(told.guidance.choice_words(each) for each in every)
    if kind is FieldKind.MOMENT and (at := moment({"value": value}, "value")):
        return told.moment(at)
    if kind is FieldKind.DAY and (on := day_of(every[0])):
        return told.day(on)
    return ", ".join(every)


def consent_lines(told: Material, consent: Consent | None) -> list[Line]:
    """A topic of the conversation: what was said, in the words that were said."""
    if consent is None:
        return [(told.words("doc.answer"), told.words("doc.nobody-asked"))]
    question = told.guidance.question(consent.item)
    lines = [(told.words("doc.answer"), answer_words(told, consent.item, consent.state))]
    if consent.words:
        lines.append((told.words("field.words"), consent.words))
    for name in ("reason", "note"):
        said = str(consent.details.get(name) or "")
        if said:
            lines.append((told.words(f"doc.{name}"), _reason(told, said)))
    if question:
        shown = (line for line in detail_lines(told, question, consent.details) if line[1] != consent.words)
        lines += shown
    return [*lines, (told.words("doc.given"), told.by(consent.by, consent.at))]
