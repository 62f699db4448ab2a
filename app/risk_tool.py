"""The slot for a force's own licensed risk questions: data beside the app, never in it, never scored.

A TOML file in the form of app/content/questions, with its words beside each question:

    title = "..."
    version = "..."
    licence = "(c) ..., used by FORCE under licence"

    [q-1]
    form = "choice"          # or "words"
    answers = ["yes", "no", "not known"]
    ask = "..."
    hint = "..."             # may be left out
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import kinds
from app.case.model import Case
from app.case.reading import text
from app.entry import Entry
from app.notebook import Notebook

ITEM = "ft-"
"""An answer to question q-1 stands under the item ft-q-1."""
FORMS = ("choice", "words")
_ABOUT = ("title", "version", "licence")
_QUESTION = frozenset({"form", "answers", "ask", "hint"})
_SCORING = ("score", "weight", "points", "threshold", "grade", "total")


@dataclass(frozen=True, slots=True)
class ToolQuestion:
    id: str
    ask: str
    answers: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Tool:
    title: str
    version: str
    licence: str
    questions: tuple[ToolQuestion, ...]


@dataclass(frozen=True, slots=True)
class NotUsed:
    """`why`: the last part of force-tool.problem.*; `question`: which one is at fault."""

    why: str
    question: str = ""


def read_tool(told: bytes) -> Tool | NotUsed | None:
    """The force's questions, or why the file is not used; None where there is no file."""
    if not told.strip():
        return None
    try:
        table = tomllib.loads(told.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return NotUsed("toml")
    about = [str(table.pop(name, "")).strip() for name in _ABOUT]
    if not all(about):
        return NotUsed("about")
    if _scores(table):
        return NotUsed("scores")
    wrong = next((name for name, row in table.items() if not _is_question(row)), None)
    if wrong is not None:
        return NotUsed("question", wrong)
    questions = tuple(
        ToolQuestion(name, row["ask"], tuple(row.get("answers", ())), row.get("hint", ""))
        for name, row in table.items()
    )
    title, version, licence = about
    return Tool(title, version, licence, questions) if questions else NotUsed("empty")


def _scores(table: Mapping[str, Any]) -> bool:
    """Whether anything in it would add up to a grade."""
    return any(key.lower() in _SCORING for key in _keys(table))


def _keys(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        yield key
        if isinstance(value, Mapping):
            yield from _keys(value)


def _is_question(row: object) -> bool:
    if not isinstance(row, Mapping) or set(row) - _QUESTION or row.get("form") not in FORMS:
        return False
    words = [row.get("ask"), row.get("hint", ""), *row.get("answers", ())]
    told = all(isinstance(each, str) for each in words) and str(row.get("ask", "")).strip()
    return bool(told) and (row["form"] == "choice") == bool(row.get("answers"))


def answer_tool(
    book: Notebook, case: Case, tool: Tool, answers: Mapping[str, str], clears: Sequence[str] = ()
) -> list[Entry]:
    """Keep what was answered, by the question's id, with the tool's title and version: all or none. Answers
    to questions that the tool does not ask are left out. JournalFull."""
    asked = {question.id for question in tool.questions}
    details = {"tool": tool.title, "version": tool.version}
    facts: list[tuple[str, Mapping[str, Any]]] = [
        (kinds.ANSWERED, {"item": f"{ITEM}{name}", "answer": said.strip(), "details": details})
        for name, said in answers.items()
        if name in asked and said.strip()
    ]
    return book.write_all(case.id, facts, clears)


def answered(case: Case, tool: Tool) -> dict[str, str]:
    """What stands for each question of this version of the tool."""
    known = {question.id: case.answers.get(f"{ITEM}{question.id}") for question in tool.questions}
    return {
        name: answer.answer
        for name, answer in known.items()
        if answer and text(answer.details, "version") == tool.version
    }
