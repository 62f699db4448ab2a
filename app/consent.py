"""The conversation with the victim: each topic apart, each answer with its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case
from app.consents.company import beside
from app.consents.permission import permission
from app.consents.purposes import needs_consent, purpose, purposes
from app.entry import Entry
from app.language import spoken
from app.notebook import Notebook

STATES = (
    "given", "declined", "later", "not asked", "not safe to ask", "does not know",
    "not required", "opinion given", "withdrawn",
)  # fmt: skip
# Law lets these happen, or orders them, without her agreement; she is still asked or told.
NOT_REQUIRED = frozenset(each.topic for each in purposes() if not needs_consent(each.topic))


@dataclass(frozen=True, slots=True)
class Said:
    """Her answer to one topic. `details`: words, present, understood, scope, exclusions...

    `about` tells apart who may be told, where a topic asks about each of them.
    """

    item: str
    state: str
    details: Mapping[str, Any] = field(default_factory=dict)
    about: str | None = None


def record_consent(
    book: Notebook,
    case: Case,
    said: Said,
    happened_at: datetime | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """Keep what she answered, with version and language of the question as it stood on the phone.

    ValueError for a state not in STATES.
    """
    if said.state not in STATES:
        raise ValueError("not a state of consent")
    there = beside(case, book.officer.number, book.clock.now())
    body = {
        **there,
        **said.details,
        "item": said.item,
        "answer": said.state,
        "question_version": book.content_version,
    }
    body["question_language"] = spoken()
    if said.about:
        body["about"] = said.about
    return book.write(case.id, kinds.CONSENT_RECORDED, body, happened_at, clears)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A consent that she takes back, in her words."""

    item: str
    words: str = ""
    about: str | None = None


def withdraw_consent(
    book: Notebook,
    case: Case,
    withdrawn: Withdrawn,
    at: datetime | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """She changed her mind. What was permitted stops now; what was said stays readable."""
    when = (at or book.clock.now()).isoformat()
    body = {"item": withdrawn.item, "words": withdrawn.words, "withdrawn_at": when}
    if withdrawn.about:
        body["about"] = withdrawn.about
    return book.write(case.id, kinds.CONSENT_WITHDRAWN, body, at, clears)


def consent_required(item: str) -> bool:
    """Whether only a yes permits what the topic is about."""
    return needs_consent(item)


@dataclass(frozen=True, slots=True)
class Cocoon:
    """Whether neighbours may be told, and which houses. `because` holds the codes that block it."""

    allowed: bool
    because: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()


def cocoon(case: Case) -> Cocoon:
    """Cocoon watch needs her consent, named houses and both exclusions checked; either one blocks it."""
    watch = purpose("neighbours")
    assert watch is not None, "the content names it"
    found = permission(case, watch)
    return Cocoon(found.may, () if found.may else _codes(found.because), found.scope)


def _codes(because: tuple[str, ...]) -> tuple[str, ...]:
    """Put off, not safe, does not know: for a watch nobody has said yes or no."""
    unsaid = ("later", "not_safe_to_ask", "does_not_know", "opinion_given", "not_required")
    return tuple("not_asked" if each in unsaid else each for each in because)


@dataclass(frozen=True, slots=True)
class Awareness:
    """Area awareness that names nobody needs no consent, only that she cannot be made out."""

    available: bool
    because: tuple[str, ...] = ()


def awareness(case: Case) -> Awareness:
    area = purpose("awareness")
    assert area is not None, "the content names it"
    found = permission(case, area)
    return Awareness(found.may, () if found.may else found.because)
