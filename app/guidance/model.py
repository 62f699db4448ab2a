"""Tasks and questions as content gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How an answer is given. Each has its part in views."""

    FOURWAY = "fourway"
    CHOICE = "choice"
    SEVERAL = "several"
    WORDS = "words"
    DETAILS = "details"
    CONSENT = "consent"


class FieldKind(StrEnum):
    TEXT = "text"
    LONG = "long"
    DAY = "day"
    MOMENT = "moment"
    CHOICE = "choice"
    YESNO = "yesno"


FOURWAY = ("done", "not done", "not applicable", "refused/unable")
UNDONE = ("not done", "refused/unable")
COULD_NOT_ASK = ("not asked", "not safe to ask")


@dataclass(frozen=True, slots=True)
class Field:
    """Something that goes with an answer. `needed` fields are asked for before it counts as complete."""

    id: str
    kind: FieldKind
    needed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Show a question only while `item` has one of these answers."""

    item: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One page. `rec` holds the codes of the record: time, reason, notes, evidence, person, must."""

    id: str
    task: str
    form: Form
    answers: tuple[str, ...]
    aside: tuple[str, ...] = ()
    rec: frozenset[str] = frozenset()
    fields: tuple[Field, ...] = ()
    reasons: tuple[str, ...] = ()
    shows_when: tuple[Condition, ...] = ()
    duty: str = ""
    aloud: bool = False
    source: str = ""

    @property
    def must(self) -> bool:
        return "must" in self.rec

    def field(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.id == name), None)


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the incident. `later` tasks are not listed on the handset."""

    id: str
    icon: str
    questions: tuple[Question, ...]
    listed: bool = True
    after: tuple[Condition, ...] = ()


class State(StrEnum):
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    CANNOT_START = "cannot-start"


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """How far a task is: answered of shown. `reason` is a wording key when it cannot start."""

    state: State
    done: int
    total: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What an answer lacks: the item, its field, and the wording key of the sentence that says so."""

    item: str
    field: str
    key: str


Words = Mapping[str, str]
