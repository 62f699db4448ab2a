"""Answer what the guidance asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app import kinds
from app.entry import Entry
from app.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Given:
    """What the officer gives: the answer's id and what goes with it."""

    item: str
    answer: str
    reason: str = ""
    note: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    about: str | None = None


def answer_item(
    book: Notebook,
    case: str,
    given: Given,
    happened_at: datetime | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """Keep an answer. The one before stays among the versions."""
    body: dict[str, Any] = {"item": given.item, "answer": given.answer}
    for name in ("reason", "note", "about"):
        value = getattr(given, name)
        if value:
            body[name] = value
    if given.details:
        body["details"] = dict(given.details)
    return book.write(case, kinds.ANSWERED, body, happened_at, clears)
