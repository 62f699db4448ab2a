"""Answer what the guidance asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.facts.gate import disabled_items
from app.held import Held
from app.language import spoken
from app.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Given:
    """What the officer gives: the answer's id and what goes with it. `about` is a person's id."""

    item: str
    answer: str
    reason: str = ""
    note: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    about: str | None = None


def answer_item(
    book: Notebook,
    case: Case,
    given: Given,
    happened_at: datetime | None = None,
    clears: Sequence[str] = (),
) -> Entry | Held:
    """Keep an answer, and in which language the question stood on the phone; the one before stays among
    the versions.

    Held with dv-cohabit when a premises term is wanted for a home that they do not share, s.24(8).
    """
    if given.item in disabled_items(case) and given.answer in ("yes", "done"):
        return Held(("dv-cohabit",))
    body: dict[str, Any] = {"item": given.item, "answer": given.answer, "question_language": spoken()}
    for name in ("reason", "note", "about"):
        value = getattr(given, name)
        if value:
            body[name] = value
    if given.details:
        body["details"] = dict(given.details)
    if given.item.startswith("cp-"):
        body["replaces"] = _standing(case, given)
    return book.write(case.id, kinds.ANSWERED, body, happened_at, clears)


def _standing(case: Case, given: Given) -> str | None:
    key = f"{given.item}/{given.about}" if given.about else given.item
    known = case.contested.get(key)
    return known.standing.entry if known and known.standing else None
