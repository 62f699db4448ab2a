"""Read app/content. Everything is checked here, so that nothing can fail at the door."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.guidance.book import Guidance
from app.guidance.model import (
    COULD_NOT_ASK,
    FOURWAY,
    Condition,
    Field,
    FieldKind,
    Form,
    Question,
    Task,
)
from app.guidance.wording import flat, missing_words

CONTENT = Path(__file__).resolve().parents[1] / "content"
REC = frozenset({"time", "reason", "notes", "evidence", "person", "must"})
KEYS = frozenset(
    {
        "form", "answers", "aside", "rec", "fields", "needs", "reasons", "shows_when", "duty",
        "aloud", "source",
    }
)  # fmt: skip


class MalformedContent(Exception):
    """`where` names file and stanza, `what` says what is wrong and what to do."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where, self.what = where, what


def load(folder: Path = CONTENT, language: str = "en") -> Guidance:
    """The guidance of one language. MalformedContent for anything that would fail on a screen."""
    about = _read(folder / "content.toml")
    listed = _read(folder / "tasks.toml")
    fields = {name: _field(name, told) for name, told in _read(folder / "fields.toml").items()}
    words: dict[str, str] = {}
    for path in sorted((folder / "wording" / language).glob("*.toml")):
        for key, value in flat(_read(path)):
            if key in words:
                raise MalformedContent(path.name, f"'{key}' is worded twice; keep one")
            words[key] = value
    tasks = tuple(_task(folder, name, told, fields) for name, told in listed.items())
    _check(tasks, words)
    return Guidance(str(about["version"]), str(about["checked"]), tasks, words)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError:
        raise MalformedContent(path.name, "the file is missing; install Doorstep again") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise MalformedContent(path.name, "this is not TOML; mend it or put the old one back") from None


def _field(name: str, told: Mapping[str, Any]) -> Field:
    try:
        kind = FieldKind(told["kind"])
    except (KeyError, ValueError):
        raise MalformedContent(f"fields.toml [{name}]", "name a kind of field that exists") from None
    return Field(name, kind, choices=tuple(told.get("choices", ())))


def _task(folder: Path, name: str, told: Mapping[str, Any], fields: Mapping[str, Field]) -> Task:
    path = folder / "questions" / f"{name}.toml"
    stanzas = _read(path)
    questions = tuple(
        _question(f"{path.name} [{item}]", name, item, stanza, fields) for item, stanza in stanzas.items()
    )
    return Task(
        name,
        str(told.get("icon", "")),
        questions,
        bool(told.get("listed", True)),
        _conditions(told.get("after", {})),
    )


def _question(
    where: str, task: str, item: str, told: Mapping[str, Any], fields: Mapping[str, Field]
) -> Question:
    unknown = set(told) - KEYS
    if unknown:
        raise MalformedContent(where, f"'{min(unknown)}' is not known; take it out")
    try:
        form = Form(told.get("form", "fourway"))
    except ValueError:
        raise MalformedContent(where, "name a form that exists") from None
    rec = frozenset(told.get("rec", ()))
    if rec - REC:
        raise MalformedContent(where, f"'{min(rec - REC)}' is not a record code; take it out")
    answers = tuple(told.get("answers", FOURWAY if form is Form.FOURWAY else ()))
    if not answers and form in (Form.CHOICE, Form.SEVERAL, Form.CONSENT):
        raise MalformedContent(where, "give it answers to choose from")
    aloud = bool(told.get("aloud", False))
    return Question(
        id=item,
        task=task,
        form=form,
        answers=answers,
        aside=tuple(told.get("aside", COULD_NOT_ASK if aloud else ())),
        rec=rec,
        fields=tuple(_used(where, told, fields)),
        reasons=tuple(told.get("reasons", ())),
        shows_when=_conditions(told.get("shows_when", {})),
        duty=str(told.get("duty", "")),
        aloud=aloud,
        source=str(told.get("source", "")),
    )


def _used(where: str, told: Mapping[str, Any], fields: Mapping[str, Field]) -> Iterator[Field]:
    needs = tuple(told.get("needs", ()))
    for name in (*needs, *told.get("fields", ())):
        if name not in fields:
            raise MalformedContent(where, f"the field '{name}' is not in fields.toml; add it there")
        known = fields[name]
        yield Field(name, known.kind, name in needs, known.choices)


def _conditions(told: Mapping[str, Any]) -> tuple[Condition, ...]:
    return tuple(Condition(item, tuple(answers)) for item, answers in told.items())


def _check(tasks: tuple[Task, ...], words: Mapping[str, str]) -> None:
    seen: dict[str, Question] = {}
    for task in tasks:
        for question in task.questions:
            if question.id in seen:
                raise MalformedContent(f"{task.id}.toml [{question.id}]", "is there twice; keep one")
            seen[question.id] = question
    for task in tasks:
        for question in task.questions:
            _check_conditions(task, question, seen)
    missing = sorted(missing_words(tasks, words))
    if missing:
        raise MalformedContent("wording", f"'{missing[0]}' has no words; add them")


def _check_conditions(task: Task, question: Question, seen: Mapping[str, Question]) -> None:
    for condition in (*question.shows_when, *task.after):
        asked = seen.get(condition.item)
        where = f"{task.id}.toml [{question.id}]"
        if asked is None:
            raise MalformedContent(where, f"waits for '{condition.item}', which nobody asks")
        unknown = set(condition.answers) - set(asked.answers) - set(asked.aside)
        if unknown:
            raise MalformedContent(where, f"waits for an answer that '{condition.item}' has not")
