"""The grade that an officer sets. Doorstep never computes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.notebook import Notebook


def grade_risk(
    book: Notebook,
    case: Case,
    grade: str,
    details: Mapping[str, Any] | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """standard, medium or high, replacing the grade that this phone knew. `details`: reason, form,
    ref, trigger, resolves (the ids of the grades in conflict that this one settles)."""
    standing = next(
        (known.entry for known in reversed(case.risk.grades) if known.grade == case.risk.standing),
        None,
    )
    body: dict[str, Any] = {"grade": grade, "replaces": standing, **(details or {})}
    return book.write(case.id, kinds.RISK_GRADED, body, clears=clears)
