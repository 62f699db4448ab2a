"""The grade that an officer sets. Doorstep never computes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app import kinds
from app.case.model import Case
from app.case.risk import PROTECTIVE
from app.entry import Entry
from app.held import Held, is_supervisor
from app.notebook import Notebook


def grade_risk(
    book: Notebook,
    case: Case,
    grade: str,
    details: Mapping[str, Any] | None = None,
    clears: Sequence[str] = (),
) -> Entry | Held:
    """standard, medium or high, replacing the grade that this phone knew. ValueError for another word.

    `details`: reason, form, ref, trigger, resolves (the entries of the grades in conflict that this one
    settles). Held: reason without one; rank where a conflict is resolved below sergeant.
    """
    if grade not in PROTECTIVE:
        raise ValueError("not a risk grade")
    said = dict(details or {})
    if not str(said.get("reason", "")).strip():
        return Held(("reason",))
    if said.get("resolves") and not is_supervisor(book.officer.rank):
        return Held(("rank",))
    body: dict[str, Any] = {**said, "grade": grade, "replaces": case.risk.entry or None}
    return book.write(case.id, kinds.RISK_GRADED, body, clears=clears)
