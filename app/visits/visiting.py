"""Plan welfare visits and record what happened, in the words of the trade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import kinds
from app.case.late import is_late
from app.case.model import Case
from app.court import order_days_held
from app.entry import Entry
from app.held import Held
from app.ids import new_id
from app.notebook import Notebook
from app.timekeeping import LONDON
from app.visits.cadence import cadence, due_days
from app.visits.extra import outstanding
from app.visits.replanning import change
from app.visits.schedule import status
from app.visits.window import Window, further_days


def plan_visits(book: Notebook, case: Case, grade: str, made: date, days: int) -> Entry | Held:
    """The due list of the order period, from the force's cadence for this grade. Held: order_days.

    ValueError for a grade that the cadence does not have.
    """
    if _unfit(grade, days):
        return Held(("order_days",))
    return book.write(case.id, kinds.VISITS_PLANNED, _plan(grade, made, days) | _since(book, case))


@dataclass(frozen=True, slots=True)
class Planning:
    """The due days of a window for a grade; `why` goes on with the days after a shorter order."""

    grade: str
    window: Window
    why: str = ""


def plan_window(book: Notebook, case: Case, planning: Planning, clears: Sequence[str] = ()) -> Entry | Held:
    """The due list of the window and, where the policy goes on after a shorter order, the days after it:
    in one frame, so that nothing can come between them. Where a plan stands already, it is about the days
    from that of the change. Held: order_days. ValueError as in plan_visits."""
    grade, counted = planning.grade, planning.window
    if _unfit(grade, counted.days):
        return Held(("order_days",))
    since = _since(book, case)
    facts = [(kinds.VISITS_PLANNED, _plan(grade, counted.first, counted.days) | since)]
    further = further_days(case, grade)
    if further:
        more = _extension(Extension(further[-1], further, planning.why))
        facts.append((kinds.VISITS_EXTENDED, {**more, "of_plan": True, **since}))
    return book.write_all(case.id, facts, clears)[0]


def _unfit(grade: str, days: int) -> bool:
    """Whether an order of so many days there is none. ValueError for a grade that the cadence has not."""
    if grade not in cadence()["grades"]:
        raise ValueError("not a risk grade")
    return order_days_held(days)


def _since(book: Notebook, case: Case) -> dict[str, str]:
    """The first day that a plan is about, where it takes the place of another."""
    if not case.plans:
        return {}
    changed = change(case)
    today = book.clock.now().astimezone(LONDON).date()
    return {"from": (changed.since if changed else today).isoformat()}


def _plan(grade: str, made: date, days: int) -> dict[str, Any]:
    dates = [day.isoformat() for day in due_days(grade, made, days)]
    return {"grade": grade, "order_made": made.isoformat(), "days": days, "dates": dates}


@dataclass(frozen=True, slots=True)
class Extension:
    """Further visits, after the order. They add days to visit, never days to the order."""

    until: date
    dates: tuple[date, ...]
    reason: str = ""


def extend_visits(
    book: Notebook, case: Case, extension: Extension, clears: Sequence[str] = ()
) -> Entry | Held:
    """Held with state where the case is closed. The order may not have reached this phone yet."""
    if case.referral.state == "closed":
        return Held(("state",))
    return book.write(case.id, kinds.VISITS_EXTENDED, _extension(extension), clears=clears)


def _extension(extension: Extension) -> dict[str, Any]:
    return {
        "until": extension.until.isoformat(),
        "dates": [day.isoformat() for day in extension.dates],
        "reason": extension.reason,
    }


def agree_visit(
    book: Notebook,
    case: Case,
    due: datetime | date,
    details: Mapping[str, Any] | None = None,
    clears: Sequence[str] = (),
) -> Entry | Held:
    """One visit agreed with her, at a time or on a day. `details`: why, channel, officer; `visit` with
    the id of a known visit moves that one.

    Held with state where that visit was made or its day is over: a missed visit stays a missed one.
    """
    moved = next((known for known in case.visits if known.id == (details or {}).get("visit")), None)
    if moved and status(moved, book.clock.now()) in ("done", "late", "missed"):
        return Held(("state",))
    body = {"visit": new_id(book.clock.now()), **(details or {}), "due": due.isoformat()}
    return book.write(case.id, kinds.VISIT_AGREED, body, clears=clears)


def cancel(book: Notebook, case: Case, visit: str, why: str, clears: Sequence[str] = ()) -> Entry | Held:
    """Held: reason without one; state where she has been seen already, or its day is over: it was missed."""
    if not why.strip():
        return Held(("reason",))
    known = next((each for each in case.visits if each.id == visit), None)
    if known and status(known, book.clock.now()) in ("done", "late", "missed", "cancelled"):
        return Held(("state",))
    return book.write(case.id, kinds.VISIT_CANCELLED, {"visit": visit, "why": why}, clears=clears)


@dataclass(frozen=True, slots=True)
class Missed:
    """Nobody came: why, and which supervisor was told of it."""

    visit: str
    why: str
    told: str = ""


def explain_missed(book: Notebook, case: Case, missed: Missed, clears: Sequence[str] = ()) -> Entry | Held:
    """Why a visit was missed. It stays missed, and on the list until she was seen.

    Held: reason without a why; state where its day is not over or she has been seen.
    """
    if not missed.why.strip():
        return Held(("reason",))
    now = book.clock.now()
    known = next((each for each in (*case.visits, *outstanding(case, now)) if each.id == missed.visit), None)
    if known is None or status(known, now) != "missed":
        return Held(("state",))
    body = {"visit": known.id, "due": known.due.isoformat(), "why": missed.why, "told": missed.told}
    return book.write(case.id, kinds.VISIT_MISSED, body, clears=clears)


def start_visit(
    book: Notebook,
    case: Case,
    visit: str,
    answers: Mapping[str, str] | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """Before knocking. `visit` is the due day, the visit's id, or extra."""
    body = {"for": visit, "answers": dict(answers or {})}
    return book.write(case.id, kinds.VISIT_STARTED, body, clears=clears)


def record_visit(
    book: Notebook,
    case: Case,
    note: Mapping[str, Any],
    happened_at: datetime | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """What happened at a visit or contact; shape in kinds.VISIT_RECORDED.

    Marked late when written on a later day or more than a shift after it, or where `note` says so.
    """
    written = book.clock.now()
    happened = happened_at or written
    late = note.get("late_entry") is True or is_late(happened, written)
    body = {**note, "event_at": happened.isoformat(), "late_entry": late}
    return book.write(case.id, kinds.VISIT_RECORDED, body, happened, clears)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the no-answer ladder, na-1 to na-7, at the visit `visit`.

    `details`: result, told, channel, entry, note, reason.
    """

    item: str
    visit: str
    details: Mapping[str, Any]


def record_no_answer(
    book: Notebook,
    case: Case,
    step: Step,
    happened_at: datetime | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    body = {**step.details, "item": step.item, "for": step.visit}
    return book.write(case.id, kinds.NO_ANSWER, body, happened_at, clears)
