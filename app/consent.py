"""The conversation with the victim: each topic apart, each answer with its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.notebook import Notebook

STATES = (
    "given", "declined", "later", "not asked", "not safe to ask", "does not know",
    "not required", "opinion given", "withdrawn",
)  # fmt: skip


def record_consent(
    book: Notebook,
    case: str,
    item: str,
    state: str,
    details: Mapping[str, Any] | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """What she answered to one topic. `details`: words, present, understood, scope, exclusions..."""
    body = {"item": item, "answer": state, "question_version": book.content_version}
    return book.write(case, kinds.CONSENT_RECORDED, {**body, **(details or {})}, clears=clears)


def withdraw_consent(
    book: Notebook, case: str, item: str, words: str = "", clears: Sequence[str] = ()
) -> Entry:
    """She changed her mind. What was permitted stops now; what was said stays readable."""
    now = book.clock.now()
    body = {"item": item, "words": words, "withdrawn_at": now.isoformat()}
    return book.write(case, kinds.CONSENT_WITHDRAWN, body, clears=clears)


@dataclass(frozen=True, slots=True)
class Cocoon:
    """Whether neighbours may be told. Needs consent and both exclusions checked; either blocks it."""

    allowed: bool
    because: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()


def cocoon(case: Case) -> Cocoon:
    consent = case.consents.get("cn-cocoon")
    if consent is None:
        return Cocoon(False, ("not_asked",))
    if consent.state != "given":
        code = {"declined": "declined", "withdrawn": "withdrawn"}.get(consent.state, "not_asked")
        return Cocoon(False, (code,))
    exclusions = consent.details.get("exclusions") or {}
    checks = [exclusions.get(name) for name in ("neighbours_involved", "raises_risk")]
    found = [
        name
        for name, value in zip(("neighbours_involved", "raises_risk"), checks, strict=True)
        if value is True
    ]
    if None in checks and not found:
        found = ["exclusion_not_checked"]
    if not consent.details.get("scope") and not found:
        found = ["scope"]
    scope = tuple(str(house) for house in consent.details.get("scope") or ())
    return Cocoon(not found, tuple(found), scope if not found else ())


def awareness_available(case: Case) -> bool:
    """Area awareness that names nobody needs no consent, only that she cannot be made out."""
    topic = case.consents.get("cn-awareness")
    return topic is not None and topic.details.get("identifiable") is False
