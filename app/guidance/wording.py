"""Words by key.

Keys of a question: ID.title, .ask, .hint, .why, .duty, .answer.A, .when.A (what an answer means),
.field.F, .problem.F. A is the slug of an answer, F a field, or answer, reason, consent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.guidance.model import Form, Question, Task

PARTS = frozenset({"title", "ask", "hint", "why", "duty", "answer", "when", "field", "problem"})


def flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping):
            yield from flat(value, f"{name}.")
        else:
            yield name, value


def slug(answer: str) -> str:
    """'refused/unable' -> 'refused-unable'."""
    return "".join(letter if letter.isalnum() else "-" for letter in answer.lower())


def answer_keys(question: Question, answer: str) -> tuple[str, ...]:
    """Where the words of an answer are looked for: the question's own, its task's, those of all."""
    name = slug(answer)
    return f"{question.id}.answer.{name}", f"task.{question.task}.answer.{name}", f"answer.{name}"


def choice_keys(choice: str) -> tuple[str, ...]:
    return f"choice.{slug(choice)}", f"answer.{slug(choice)}"


def field_keys(question: Question, field: str) -> tuple[str, ...]:
    return f"{question.id}.field.{field}", f"task.{question.task}.field.{field}", f"field.{field}"


def problem_keys(question: Question, about: str) -> tuple[str, ...]:
    return f"{question.id}.problem.{about}", f"problem.{about}"


def with_hints(tasks: Iterable[Task], words: Mapping[str, str]) -> dict[str, str]:
    """The words, with a hint for each question that names wording principles and has none of its own."""
    drawn = {
        f"{question.id}.hint": " ".join(words[f"{hint}.hint"] for hint in question.hints)
        for task in tasks
        for question in task.questions
        if question.hints
    }
    return {**drawn, **words}


def missing_words(tasks: Iterable[Task], words: Mapping[str, str]) -> Iterator[str]:
    """Every key that a screen would look for and not find."""
    for task in tasks:
        wanted = [f"task.{task.id}", *([f"task.{task.id}.after"] if task.after else [])]
        yield from (key for key in wanted if key not in words)
        for question in task.questions:
            yield from (keys[-1] for keys in _wanted(question) if not any(key in words for key in keys))


def _wanted(question: Question) -> Iterator[tuple[str, ...]]:
    """Alternatives for each thing that is said of a question; one of each is enough."""
    yield (f"{question.id}.title",)
    yield (f"{question.id}.ask",)
    yield from (answer_keys(question, answer) for answer in (*question.answers, *question.aside))
    yield from ((f"reason.{reason}",) for reason in question.reasons)
    for field in question.fields:
        yield field_keys(question, field.id)
        yield from (choice_keys(choice) for choice in field.choices)
        if field.needed:
            yield problem_keys(question, field.id)
    if question.must:
        yield problem_keys(question, "answer")
    if question.must or "reason" in question.rec or question.form is Form.FOURWAY:
        yield problem_keys(question, "reason")
    if question.consent:
        yield problem_keys(question, "consent")
    if question.form is Form.CONSENT:
        yield (f"{question.id}.duty",)
        yield (f"duty.{question.duty}",)
        yield (f"duty.{question.duty}.text",)
