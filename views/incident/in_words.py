"""What was answered, in the words of the content."""

from __future__ import annotations

from datetime import date, datetime, time

from app.case.model import Case
from app.case.reading import texts
from app.clocks.words import deadline_words, moment_words
from app.guidance.model import FieldKind, Question
from app.guidance.wording import slug
from app.timekeeping import LONDON
from views.incident.told import PLAIN, Told, fields_of, told_of
from views.saying import words
from views.services import now, services


def fill(text: str, case: Case) -> str:
    guidance = services().guidance
    return guidance.fill(text, guidance.about(case))


def answer_line(case: Case, question: Question, about: str = "") -> str:
    """'Done, 22:06 today'; or that nobody has answered."""
    told = told_of(question, case, about)
    if not told.answer:
        return words("ui.task.open")
    said = said_words(case, question, told)
    if told.at is None or question.form in PLAIN:
        return said
    return words("ui.task.answered", answer=said, time=moment_words(told.at, now()))


def said_words(case: Case, question: Question, told: Told) -> str:
    """The answer alone. On a page without choices: that it is answered, for the words are long."""
    guidance = services().guidance
    if question.form in PLAIN:
        return words("ui.task.written")
    offered = (*question.answers, *question.aside, "withdrawn")
    other = f"ui.company.{slug(told.answer)}"
    if told.answer in offered:
        return fill(guidance.answer_words(question, told.answer), case)
    return words(other) if guidance.has(other) else told.answer


def detail_lines(case: Case, question: Question, told: Told) -> list[str]:
    """Everything that goes with the answer: reason, note and fields, each in a line of its own."""
    guidance = services().guidance
    lines = [words(f"reason.{told.reason}") if guidance.has(f"reason.{told.reason}") else told.reason]
    lines.append(told.note)
    for each in fields_of(question, told.answer):
        value = told.details.get(each.id)
        if value in (None, "", []):
            continue
        label = fill(guidance.field_words(question, each.id), case)
        lines.append(words("ui.task.detail", name=label, value=value_words(each.kind, value)))
    return [line for line in lines if line]


def value_words(kind: FieldKind, value: object) -> str:
    guidance = services().guidance
    if isinstance(value, bool):
        return guidance.choice_words("yes" if value else "no")
    if kind in (FieldKind.CHOICE, FieldKind.SEVERAL):
        return ", ".join(guidance.choice_words(each) for each in texts({"value": value}, "value"))
    if kind is FieldKind.MOMENT:
        return moment_words(datetime.fromisoformat(str(value)), now())
    if kind is FieldKind.DAY:
        return day_words(date.fromisoformat(str(value)))
    return ", ".join(texts({"value": value}, "value"))


def day_words(found: date) -> str:
    """'Wed 14 Mar 1990'."""
    return deadline_words(datetime.combine(found, time(12), LONDON)).rpartition(",")[0]
