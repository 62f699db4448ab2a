"""Answer a task of monitoring, give it an owner, or say that something happened which calls for a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app import kinds
from app.answers import Given, answer_item
from app.case.model import Case
from app.entry import Entry
from app.held import Held
from app.monitoring.tasks import Task
from app.notebook import Notebook
from app.triggers import TRIGGERS

ANSWERS = ("done", "not done", "not applicable")
HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class Settled:
    """`why` for what was not done or does not apply; `details` hold who, words, day, told, victim_told."""

    answer: str
    at: datetime
    why: str = ""
    note: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


def answer_task(
    book: Notebook, case: Case, task: Task, settled: Settled, clears: Sequence[str] = ()
) -> Entry | Held:
    """Held: answer; reason where it was not done, does not apply, or where a review says nothing."""
    if settled.answer not in ANSWERS:
        return Held(("answer",))
    wanted = settled.answer != "done" or bool(task.review)
    if wanted and not (settled.why.strip() or settled.note.strip()):
        return Held(("reason",))
    details = {"event": task.event.id, **{name: value for name, value in settled.details.items() if value}}
    if task.review:
        details["trigger"] = task.review
    given = Given(task.item, settled.answer, settled.why.strip(), settled.note.strip(), details)
    return answer_item(book, case, given, settled.at, clears)


def own_task(book: Notebook, case: Case, task: Task, owner: str, clears: Sequence[str] = ()) -> Entry | Held:
    """Held: owner where nobody is named."""
    if not owner.strip():
        return Held(("owner",))
    body = {"item": task.item, "event": task.event.id, "owner": owner.strip()}
    return book.write(case.id, kinds.TASK_OWNED, body, clears=clears)


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that calls for a review: a tr- item, when it happened, and what was told of it."""

    item: str
    at: datetime
    words: str = ""


def record_trigger(book: Notebook, case: Case, what: Happened, clears: Sequence[str] = ()) -> Entry | Held:
    """Held: trigger where it is none."""
    if what.item not in TRIGGERS:
        return Held(("trigger",))
    given = Given(what.item, HAPPENED, note=what.words.strip())
    return answer_item(book, case, given, what.at, clears)
