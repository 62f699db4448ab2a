"""A document before it is drawn: words in their order, nothing about how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

T = TypeVar("T")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. `weight`: plain, strong, or small for what only a checker reads."""

    text: str
    weight: str = "plain"


@dataclass(frozen=True, slots=True)
class Facts:
    """What it is, and what it says."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`shares`: how wide each column is beside the others. The head is repeated on every page."""

    head: Row
    rows: tuple[Row, ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Statements (heading, text), counted from 1."""

    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Boxed:
    """What must not be overlooked."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """Lines to be filled in by hand, each with its label. They stay together on one page."""

    labels: tuple[str, ...]


Block = Words | Facts | Table | Numbered | Boxed | Signing


@dataclass(frozen=True, slots=True)
class Section:
    """`alone`: begins on a page of its own."""

    title: str
    blocks: tuple[Block, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page. `marks` (DRAFT, TRAINING) also lie across it. `page` holds {page} and
    {pages}. `name` is what a reader's window shows: neutral, with nobody's name."""

    marking: str
    marks: tuple[str, ...]
    reference: str
    version: str
    page: str
    name: str
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class Document:
    """`made_at` is the moment of the newest entry that it was made from, never the time of making."""

    title: str
    frame: Frame
    made_at: datetime
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """There is no such document of this case now. `because`: the last part of doc.refused.* keys."""

    because: tuple[str, ...]


def with_texts(value: T, change: Callable[[str], str]) -> T:
    """The same with `change` made to every text in it."""
    changed: Any = value
    if isinstance(value, str):
        changed = change(value)
    elif isinstance(value, tuple):
        changed = tuple(with_texts(each, change) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        told = {each.name: with_texts(getattr(value, each.name), change) for each in fields(value)}
        changed = replace(value, **told)
    return changed  # type: ignore[no-any-return]


def texts_of(value: object) -> list[str]:
    """Every text in it, in order."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    with_texts(value, keep)
    return found
