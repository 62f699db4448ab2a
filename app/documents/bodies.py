"""The body of an entry in lines of key and value, without the compartment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.case.reading import day_of, moment, text
from app.documents.answers import Line
from app.documents.material import Material
from app.guidance.wording import slug
from app.visits.each_child import CHILDREN, each_child

_FIRST = ("item", "answer")
_WORDED = ("answer", "choice", "reason", "role", "outcome")


def body_lines(told: Material, kind: str, body: Mapping[str, Any]) -> Iterator[Line]:
    """Every field that was recorded, nested ones after one another, empty ones left out."""
    shown = told.compartment.body(kind, body)
    by_child = tuple(each_child(told.case, shown, told.guidance))
    left = {key: value for key, value in shown.items() if not (by_child and key == CHILDREN)}
    yield from _lines(told, left, text(body, "item"))
    yield from by_child


def _lines(told: Material, body: Mapping[str, Any], item: str) -> Iterator[Line]:
    # In an order of their own: a body comes from the wire with its fields in another order than it went.
    for key, value in sorted(body.items(), key=_place):
        inside = [value] if isinstance(value, Mapping) else _bodies(value)
        if inside:
            for each in inside:
                yield from _lines(told, each, key if told.guidance.question(key) else item)
        elif value not in (None, "", []):
            yield _label(told, key, item), _value(told, "" if key == "item" else item, value, key)


def _bodies(value: object) -> list[Mapping[str, Any]]:
    """A list of bodies; empty for any other value."""
    told = value if isinstance(value, list | tuple) else ()
    return [each for each in told if isinstance(each, Mapping)]


def _place(field: tuple[str, Any]) -> tuple[int, str]:
    return (_FIRST.index(field[0]) if field[0] in _FIRST else len(_FIRST)), field[0]


def _label(told: Material, key: str, item: str) -> str:
    """A question by its title, a field by the words of its question; else the name that the entry uses."""
    if told.guidance.question(key):
        return told.words(f"{key}.title")
    question = told.guidance.question(item)
    if question and question.field(key):
        return told.fill(told.guidance.field_words(question, key))
    for place in ("doc.field", "field"):
        if told.guidance.has(f"{place}.{key}"):
            return told.words(f"{place}.{key}")
    return key.replace("_", " ").capitalize()


def _value(told: Material, item: str, value: object, key: str = "") -> str:
    if isinstance(value, bool):
        return told.words("answer.yes" if value else "answer.no")
    if isinstance(value, list | tuple):
        return ", ".join(_value(told, item, each) for each in value)
    if key == "dob" and (born := day_of(str(value))):
        return told.born(born)
    return _worded(told, item, str(value))


def _worded(told: Material, item: str, said: str) -> str:
    """A time, a day, an item or an answer in words; anything else as it was written."""
    if (at := moment({"at": said}, "at")) and "T" in said:
        return told.moment(at)
    if len(said) == len("2026-11-24") and (on := day_of(said)):
        return told.day(on)
    question = told.guidance.question(item)
    if question and said in (*question.answers, *question.aside):
        return told.fill(told.guidance.answer_words(question, said))
    title = (f"{said}.title",) if told.guidance.question(said) else ()
    keys = (*title, *(f"{place}.{slug(said)}" for place in _WORDED))
    return next((told.words(key) for key in keys if told.guidance.has(key)), said)
