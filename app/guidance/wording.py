"""Words by key. Keys of a question: ID.title, .ask, .hint, .why, .problem, and ID.answer.NAME."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.guidance.model import Question, Task


def flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping):
            yield from flat(value, f"{name}.")
        else:
            yield name, str(value)


def slug(answer: str) -> str:
    """'refused/unable' -> 'refused-unable'."""
    return "".join(letter if letter.isalnum() else "-" for letter in answer.lower())


def answer_keys(question: Question, answer: str) -> tuple[str, str]:
    """The question's own words for an answer, and the words that all questions share."""
    return f"{question.id}.answer.{slug(answer)}", f"answer.{slug(answer)}"


def missing_words(tasks: Iterable[Task], words: Mapping[str, str]) -> Iterator[str]:
    """Every key that a screen would look for and not find."""
    for task in tasks:
        if f"task.{task.id}" not in words:
            yield f"task.{task.id}"
        for question in task.questions:
            yield from _question(question, words)


def _question(question: Question, words: Mapping[str, str]) -> Iterator[str]:
    for part in ("title", "ask"):
        if f"{question.id}.{part}" not in words:
            yield f"{question.id}.{part}"
    for answer in (*question.answers, *question.aside):
        own, shared = answer_keys(question, answer)
        if own not in words and shared not in words:
            yield shared
    for field in question.fields:
        if f"field.{field.id}" not in words and f"{question.id}.field.{field.id}" not in words:
            yield f"field.{field.id}"
        for choice in field.choices:
            if f"choice.{slug(choice)}" not in words and f"answer.{slug(choice)}" not in words:
                yield f"choice.{slug(choice)}"
    for reason in question.reasons:
        if f"reason.{reason}" not in words:
            yield f"reason.{reason}"
