"""Tasks and questions as content gives them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How an answer is given. Each has its part in views."""

    FOURWAY = "fourway"
    CHOICE = "choice"
    WORDS = "words"
    DETAILS = "details"
    CONSENT = "consent"


class FieldKind(StrEnum):
    TEXT = "text"
    LONG = "long"
    DAY = "day"
    MOMENT = "moment"
    NUMBER = "number"
    CHOICE = "choice"
    SEVERAL = "several"
    YESNO = "yesno"


FOURWAY = ("done", "not done", "not applicable", "refused/unable")
UNABLE = "refused/unable"
UNDONE = ("not done", UNABLE)
COULD_NOT_ASK = ("not asked", "not safe to ask")
WHICH = "which"
"""The field that tells refused from unable: one answer, two different things."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something that goes with an answer. `needed` fields are asked for before it counts as complete.

    `when` names the answers that it goes with; empty: every answer that applies. The value of a
    SEVERAL is a list of choices, of a YESNO a bool, of the others a text.
    """

    id: str
    kind: FieldKind
    needed: bool = False
    choices: tuple[str, ...] = ()
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """Show a question only while `item` has one of these answers."""

    item: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of a test: the answers that show it and those that say it is not shown; any other leaves it
    unknown. `bears` are items whose answers may be evidence of it. A limb that is not `needed` closes
    terms, not the notice."""

    shown: tuple[str, ...]
    not_shown: tuple[str, ...] = ()
    bears: tuple[str, ...] = ()
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One page. `rec` holds the codes of the record: time, reason, notes, evidence, person, must.

    `aside` are the answers of somebody who could not ask. `reasons` are common ones for not done.
    `hints` are w- wording principles. `consent` is the topic whose yes this measure stands on. `place`
    names the page that asks it among others: terms, service, application, breach, no-answer.
    """

    id: str
    task: str
    form: Form
    answers: tuple[str, ...]
    aside: tuple[str, ...] = ()
    rec: frozenset[str] = frozenset()
    fields: tuple[Field, ...] = ()
    reasons: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    shows_when: tuple[Condition, ...] = ()
    consent: str = ""
    duty: str = ""
    aloud: bool = False
    source: str = ""
    place: str = ""
    limb: Limb | None = None

    @property
    def must(self) -> bool:
        return "must" in self.rec

    def field(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.id == name), None)


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the incident. A task that is not `listed` is worked elsewhere: the visit, the station."""

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
