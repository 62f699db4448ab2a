"""What an answer says: from the case as it stands, and with what is typed laid over it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from app.case.model import Case
from app.case.reading import day, mapping, moment, text, texts
from app.consents.company import CAME_IN
from app.guidance.checking import fields_for, needs_reason
from app.guidance.model import UNDONE, Field, FieldKind, Form, Question
from app.timekeeping import LONDON
from views.drafts import Form as Typed
from views.parts.when import Faulty, at_clock, read_day, read_moment

ANOTHER = "another"
"""The reason that is none of those listed."""
PLAIN = (Form.DETAILS, Form.WORDS)
"""Forms that have nothing to choose: what is written is the answer."""
SPOKEN = ("given", "declined", "later", "does not know", "opinion given", "not required")
"""States in which somebody said something: who was there, how it was understood."""
EXCLUSIONS = ("neighbours_involved", "raises_risk")
HAPPENED = "happened"
LONGEST = 6
"""Digits of a number field."""
_ALWAYS = (
    Field("words", FieldKind.LONG),
    Field("present", FieldKind.TEXT),
    Field("understood", FieldKind.TEXT),
    Field("interpreter", FieldKind.TEXT),
)
_ASIDE = ("question_version", "exclusions", "reason", "note", "item", "answer", "about")


@dataclass(frozen=True, slots=True)
class Told:
    """`details` holds values by field: text, ISO day, ISO moment, bool, or a list of choices."""

    answer: str = ""
    reason: str = ""
    note: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    at: datetime | None = None


def key_of(item: str, about: str = "") -> str:
    return f"{item}/{about}" if about else item


def told_of(question: Question, case: Case, about: str = "") -> Told:
    """What stands; an empty one where nobody has answered."""
    key = key_of(question.id, about)
    if question.form is Form.CONSENT:
        consent = case.consents.get(key)
        if consent is None:
            return Told()
        said = consent.details
        words = {"words": consent.words} if consent.words and consent.state != "withdrawn" else {}
        details = {**beside_answer(said), **words}
        return Told(consent.state, text(said, "reason"), text(said, "note"), details, consent.at)
    answer = case.answers.get(key)
    if answer is None:
        return Told()
    if answer.answer == CAME_IN:
        return Told(details=dict(answer.details))
    return Told(answer.answer, answer.reason, answer.note, dict(answer.details), answer.happened_at)


def beside_answer(said: Mapping[str, Any]) -> dict[str, Any]:
    """What goes with an answer of the conversation, by field, both checks of a neighbour watch among it."""
    kept = {name: value for name, value in said.items() if name not in _ASIDE}
    return {**kept, **mapping(said, "exclusions")}


def fields_of(question: Question, answer: str) -> tuple[Field, ...]:
    """What is asked beside this answer. Of what somebody said, the words and who was there always."""
    if question.form is Form.WORDS and not question.fields:
        return _ALWAYS[:1]
    if question.form in PLAIN:
        return question.fields
    if not answer:
        return ()
    found = fields_for(question, answer)
    if question.form is Form.CONSENT and answer in SPOKEN:
        named = {each.id for each in found}
        own = tuple(each for each in question.fields if each.id in ("words", "present", "understood"))
        more = {each.id: each for each in (*_ALWAYS, *own) if each.id not in named}
        found = (*found, *more.values())
    return found


def has_reasons(question: Question, answer: str) -> bool:
    """Whether reasons open under the answer, to choose one."""
    return answer in UNDONE and bool(question.reasons)


def says_why(question: Question, answer: str) -> bool:
    """Whether the reason is written in the officer's own words."""
    return bool(answer) and needs_reason(question, answer) and not has_reasons(question, answer)


# Between what stands and the boxes of a form


def start_of(question: Question, told: Told) -> dict[str, str]:
    """The values that the boxes show while nothing is typed."""
    start = {"note": told.note, "reason": told.reason}
    for each in (*question.fields, *_ALWAYS):
        start |= _boxes(each, told.details.get(each.id))
    return {**start, **(moment_boxes(HAPPENED, told.at) if told.at else {})}


def _boxes(each: Field, value: Any) -> dict[str, str]:
    if value is None:
        return {}
    if each.kind is FieldKind.MOMENT:
        at = moment({"at": value}, "at")
        return moment_boxes(each.id, at) if at else {}
    if each.kind is FieldKind.DAY:
        found = day({"day": value}, "day")
        return _day_boxes(each.id, found) if found else {}
    return {each.id: "\n".join(texts({"value": value}, "value"))} if _is_text(each.kind) else {}


def _is_text(kind: FieldKind) -> bool:
    return kind in (FieldKind.TEXT, FieldKind.LONG, FieldKind.NUMBER)


def _day_boxes(name: str, found: date) -> dict[str, str]:
    parts = {"day": found.day, "month": found.month, "year": found.year}
    return {f"{name}.{part}": str(value) for part, value in parts.items()}


def moment_boxes(name: str, at: datetime) -> dict[str, str]:
    """A moment in the boxes of a moment field; the hour that comes twice with its zone."""
    there = at.astimezone(LONDON)
    clock = time(there.hour, there.minute)
    boxes = {**_day_boxes(name, there.date()), f"{name}.time": f"{there:%H:%M}"}
    if at_clock(there.date(), clock) is Faulty.TWICE:
        boxes[f"{name}.zone"] = (there.tzname() or "").lower()
    return boxes


Faults = dict[str, str]
"""By field: the wording key that says what is wrong."""


def with_typed(question: Question, told: Told, form: Typed, now: datetime) -> tuple[Told, Faults]:
    """`told` with everything that can be read from the form; what cannot stays as it stood."""
    typed, faults = form.typed(), Faults()
    details = dict(told.details)
    for each in fields_of(question, told.answer):
        if any(name == each.id or name.startswith(f"{each.id}.") for name in typed):
            value = _read(question, each, form)
            if isinstance(value, Faulty):
                faults[each.id] = value
            else:
                details[each.id] = value
    at = told.at
    if any(name.startswith(f"{HAPPENED}.") for name in typed):
        read = read_moment(form, HAPPENED)
        if isinstance(read, Faulty):
            faults[HAPPENED] = read
        elif read and read > now:
            faults[HAPPENED] = "ui.moment.problem.future"
        else:
            at = read or at
    details = {name: value for name, value in details.items() if value not in ("", None, [])}
    note = form.get("note").strip() if "note" in typed else told.note
    reason = form.get("reason").strip() if "reason" in typed else told.reason
    return replace(told, note=note, reason=reason, details=details, at=at), faults


def _read(question: Question, each: Field, form: Typed) -> Any:
    if each.kind is FieldKind.DAY:
        found = read_day(form, each.id)
        return found.isoformat() if isinstance(found, date) else found
    if each.kind is FieldKind.MOMENT:
        at = read_moment(form, each.id)
        return at.isoformat() if isinstance(at, datetime) else at
    words = form.get(each.id).strip()
    if each.kind is FieldKind.NUMBER and words:
        return words if words.isdigit() and len(words) <= LONGEST else Faulty.NUMBER
    return lines(words) if in_lines(question, each) else words


def in_lines(question: Question, each: Field) -> bool:
    """Who may be told is a list: one house or person a line."""
    return question.form is Form.CONSENT and each.id == "scope"


def lines(words: str) -> list[str]:
    return [line.strip() for line in words.replace(";", "\n").splitlines() if line.strip()]


def answer_in_words(question: Question, details: Mapping[str, Any]) -> str:
    """What a page without choices is answered with: the first thing that it says."""
    return next(_said(question, details), "")


def _said(question: Question, details: Mapping[str, Any]) -> Iterator[str]:
    for each in fields_of(question, ""):
        value = details.get(each.id)
        if isinstance(value, bool):
            yield "yes" if value else "no"
        elif value:
            yield ", ".join(texts({"value": value}, "value"))
