"""A review of risk and plan as it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.model import Case
from app.case.risk import PROTECTIVE
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook
from app.review.rows import Row
from app.triggers import REVIEW


@dataclass(frozen=True, slots=True)
class Reviewed:
    """`why`: what was found. `grade`: where the officer graded again, with the same reason; empty: the
    grade stays. Doorstep sets none."""

    at: datetime
    why: str
    told: str
    plan: bool
    victim: bool
    grade: str = ""


def record_review(
    book: Notebook, case: Case, row: Row, done: Reviewed, clears: Sequence[str] = ()
) -> Entry | Held:
    """The review and, where one was set, the grade: both or neither. ValueError for a grade that is none.
    Held: reason where nothing was said of it."""
    if done.grade and done.grade not in PROTECTIVE:
        raise ValueError("not a risk grade")
    if not done.why.strip():
        return Held(("reason",))
    details = {
        "event": row.event,
        "trigger": row.trigger,
        "told": done.told.strip(),
        "plan_reviewed": done.plan,
        "victim_told": done.victim,
    }
    facts: list[tuple[str, dict[str, object]]] = [
        (kinds.ANSWERED, {"item": REVIEW, "answer": "done", "reason": done.why.strip(), "details": details})
    ]
    if done.grade:
        graded = {"grade": done.grade, "reason": done.why.strip(), "trigger": row.trigger}
        facts.append((kinds.RISK_GRADED, {**graded, "replaces": case.risk.entry or None}))
    return book.write_all(case.id, facts, clears, done.at)[0]
