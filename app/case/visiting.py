"""Welfare visits: what was planned, what happened, what did not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app import kinds
from app.case.amended import Recorded
from app.case.model import Visit, VisitNote
from app.case.writing import Writing, moment, text
from app.timekeeping import LONDON
from app.visits.cadence import due_days


def _planned(writing: Writing, recorded: Recorded) -> None:
    """The due list from the order. Replanning changes what is still to come, never what was."""
    body = recorded.body
    made = _day(text(body, "order_made"))
    days = body.get("days")
    if made is None or not isinstance(days, int):
        return
    since = recorded.happened_at.astimezone(LONDON).date()
    for key, visit in list(writing.visits.items()):
        if visit.plan and visit.stored == "planned" and not visit.records and visit.due >= since:
            del writing.visits[key]
    for due in due_days(text(body, "grade"), made, days):
        _add(writing, Visit(due.isoformat(), due, why="order", plan=recorded.entry.id))


def _extended(writing: Writing, recorded: Recorded) -> None:
    for words in recorded.body.get("dates", ()):
        due = _day(str(words))
        if due:
            _add(writing, Visit(due.isoformat(), due, why="extended", plan=recorded.entry.id))


def _agreed(writing: Writing, recorded: Recorded) -> None:
    body = recorded.body
    at = moment(body, "due") if "T" in text(body, "due") else None
    due = at.astimezone(LONDON).date() if at else _day(text(body, "due"))
    if due:
        key = text(body, "visit") or recorded.entry.id
        visit = Visit(
            key, due, at=at, why=text(body, "why"), officer=text(body, "officer"),
            channel=text(body, "channel"),
        )  # fmt: skip
        writing.visits[key] = visit


def _add(writing: Writing, visit: Visit) -> None:
    writing.visits.setdefault(visit.id, visit)


def _cancelled(writing: Writing, recorded: Recorded) -> None:
    visit = writing.visits.get(text(recorded.body, "visit"))
    if visit and visit.stored == "planned":
        writing.visits[visit.id] = replace(visit, stored="cancelled")


def _started(writing: Writing, recorded: Recorded) -> None:
    writing.started.append(recorded)


def _recorded(writing: Writing, recorded: Recorded) -> None:
    body = recorded.body
    happened = moment(body, "event_at") or recorded.happened_at
    note = VisitNote(
        entry=recorded.entry.id,
        for_visit=text(body, "for"),
        type=text(body, "type") or "visit",
        outcome=text(body, "outcome"),
        seen=bool(body.get("seen")),
        alone=bool(body.get("alone")),
        breach_signs=tuple(str(sign) for sign in body.get("breach_signs") or ()),
        note=text(body, "note"),
        by=recorded.by,
        happened_at=happened,
        written_at=recorded.entry.written_at,
        versions=recorded.versions,
        late_entry=bool(body.get("late_entry")),
    )
    writing.contacts.append(note)
    visit = writing.visits.get(note.for_visit)
    if visit:
        writing.visits[visit.id] = _with(visit, note)


def _with(visit: Visit, note: VisitNote) -> Visit:
    """A visit for one day clears that day alone, and only when she was seen and spoken to alone."""
    visit = replace(visit, records=(*visit.records, note))
    if not note.complete or visit.stored != "planned":
        return visit
    late = note.happened_at.astimezone(LONDON).date() > visit.due
    return replace(visit, stored="done", late=late)


def _no_answer(writing: Writing, recorded: Recorded) -> None:
    writing.no_answers.append(recorded)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10]) if words else None
    except ValueError:
        return None


RECORDERS = {
    kinds.VISITS_PLANNED: _planned,
    kinds.VISITS_EXTENDED: _extended,
    kinds.VISIT_AGREED: _agreed,
    kinds.VISIT_CANCELLED: _cancelled,
    kinds.VISIT_STARTED: _started,
    kinds.VISIT_RECORDED: _recorded,
    kinds.NO_ANSWER: _no_answer,
}
