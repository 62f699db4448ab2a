"""What an officer must know before a door, as it was recorded. Nothing of it is graded or guessed, and what
nobody asked control is said to be unasked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.case.model import Answer, Case
from app.case.reading import text

ASKED_OF_CONTROL = (("pre-firearms-check", "firearms"), ("pre-history-check", "markers"))
"""Certificates and weapon markers; history, warnings, markers and orders: dogs and threats stand there."""
IN_THE_HOME = (("sp-weapons", "weapons"), ("sp-firearms", "licence"), ("fire-arms-seize", "seized"))
THERE = "wv-p-there"


@dataclass(frozen=True, slots=True)
class DoorFlag:
    """`name`: the last part of door.flag.* keys. `told`: the officer's words, or empty. `known` is False
    where control was not asked; `item` is the question that answers it, empty where none does."""

    name: str
    told: str = ""
    by: str = ""
    at: datetime | None = None
    known: bool = True
    item: str = ""


def door_flags(case: Case) -> tuple[DoorFlag, ...]:
    """Firearms, markers, weapons in the home, the suspect found there, breaches; in this order."""
    return (*_control(case), *_home(case), *_there(case), *_breaches(case))


def _control(case: Case) -> Iterator[DoorFlag]:
    for item, name in ASKED_OF_CONTROL:
        answer = case.answers.get(item)
        if answer is None or answer.answer != "done":
            yield DoorFlag(name, answer.reason if answer else "", known=False, item=item)
        else:
            yield _of(answer, name, text(answer.details, "result").strip())


def _home(case: Case) -> Iterator[DoorFlag]:
    for item, name in IN_THE_HOME:
        answer = case.answers.get(item)
        if answer is not None and answer.answer == "done":
            yield _of(answer, name, answer.note)


def _of(answer: Answer, name: str, told: str) -> DoorFlag:
    return DoorFlag(name, told, answer.by, answer.happened_at, item=answer.item)


def _there(case: Case) -> Iterator[DoorFlag]:
    seen = [note for note in case.contacts if THERE in note.breach_signs]
    if seen:
        newest = max(seen, key=lambda note: note.happened_at)
        yield DoorFlag("there", by=newest.by, at=newest.happened_at)


def _breaches(case: Case) -> Iterator[DoorFlag]:
    found = {entry.id: entry for entry in case.entries}
    for each in case.breaches[-1:]:
        entry = found.get(each.entry)
        if entry:
            yield DoorFlag("breach", by=entry.by, at=entry.happened_at)
