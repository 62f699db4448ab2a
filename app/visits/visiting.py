"""Plan welfare visits and record what happened, in the words of the trade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from app import kinds
from app.case.model import Case
from app.clocks.deadlines import order_end
from app.entry import Entry
from app.held import Held
from app.ids import new_id
from app.notebook import Notebook
from app.timekeeping import LONDON


def plan_visits(book: Notebook, case: str, grade: str, made: date, days: int) -> Entry:
    """The due list of the order period, from the force's cadence for this grade."""
    body = {"grade": grade, "order_made": made.isoformat(), "days": days}
    return book.write(case, kinds.VISITS_PLANNED, body)


def extend_visits(
    book: Notebook, case: Case, until: date, dates: Sequence[date]
) -> Entry | Held:
    """Visits after the order. They add days to visit, never days to the order."""
    ends = order_end(case)
    if ends is None:
        return Held(("state",))
    body = {"until": until.isoformat(), "dates": [day.isoformat() for day in dates]}
    return book.write(case.id, kinds.VISITS_EXTENDED, body)


def agree_visit(
    book: Notebook,
    case: str,
    due: datetime | date,
    details: Mapping[str, Any],
    clears: Sequence[str] = (),
) -> Entry:
    """One visit agreed with her, or extra. `details`: why, channel, officer."""
    body = {"visit": new_id(book.clock.now()), "due": due.isoformat(), **details}
    return book.write(case, kinds.VISIT_AGREED, body, clears=clears)


def cancel_visit(book: Notebook, case: str, visit: str, why: str) -> Entry | Held:
    if not why.strip():
        return Held(("reason",))
    return book.write(case, kinds.VISIT_CANCELLED, {"visit": visit, "why": why})


def start_visit(
    book: Notebook, case: str, visit: str, answers: Mapping[str, str] | None = None
) -> Entry:
    """Before knocking."""
    return book.write(case, kinds.VISIT_STARTED, {"for": visit, "answers": dict(answers or {})})


def add_visit_note(
    book: Notebook,
    case: str,
    visit: str,
    note: Mapping[str, Any],
    happened_at: datetime | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """What happened at a visit or contact; shape in kinds.VISIT_RECORDED. It is marked late when it
    is written on a later day than it happened."""
    written = book.clock.now()
    happened = happened_at or written
    late = happened.astimezone(LONDON).date() < written.astimezone(LONDON).date()
    body = {"for": visit, "event_at": happened.isoformat(), "late_entry": late, **note}
    return book.write(case, kinds.VISIT_RECORDED, body, happened, clears)


def record_no_answer(
    book: Notebook, case: str, item: str, visit: str, details: Mapping[str, Any]
) -> Entry:
    """One step of the no-answer ladder, na-1 to na-7."""
    return book.write(case, kinds.NO_ANSWER, {"item": item, "for": visit, **details})
