"""Attempts to give notice of the hearing: each one an entry, for the court asks for them, s.27(7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.answers import Given, answer_item
from app.case.model import Case
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook

ITEM, ATTEMPT = "sv-hearing-notice", "attempt"


@dataclass(frozen=True, slots=True)
class Attempt:
    """Where, when and by whom it was tried, and what came of it; `evidence` is a reference."""

    at: datetime
    place: str
    who: str
    result: str
    evidence: str = ""


def record_attempt(book: Notebook, case: Case, tried: Attempt, clears: Sequence[str] = ()) -> Entry | Held:
    """Held: place, who, result: an attempt without them shows no reasonable effort."""
    lacking = tuple(name for name in ("place", "who", "result") if not getattr(tried, name).strip())
    if lacking:
        return Held(lacking)
    told = {name: getattr(tried, name).strip() for name in ("place", "who", "result", "evidence")}
    details = {"at": tried.at.isoformat(), **{name: value for name, value in told.items() if value}}
    return answer_item(book, case, Given(ITEM, ATTEMPT, details=details), tried.at, clears)
