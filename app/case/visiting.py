"""Welfare visits: what was planned, what happened, what did not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.case.amended import Recorded
from app.case.late import is_late
from app.case.model import Plan, Version, Visit, VisitNote
from app.case.reading import day, day_of, days, moment, text, texts, truth
from app.timekeeping import LONDON
from app.visits.cadence import due_days


class Diary:
    """Visits while a case is folded. Notes find their visits at the end, whoever wrote first."""

    def __init__(self) -> None:
        self._visits: dict[str, Visit] = {}
        self._cancelled: set[str] = set()
        self.plans: list[Plan] = []
        self.notes: list[VisitNote] = []
        self.started: list[Version] = []
        self.no_answers: list[Version] = []

    def planned(self, recorded: Recorded) -> None:
        """The due list from the order. Replanning changes what is still to come, never what was."""
        body = recorded.body
        made, length = day(body, "order_made"), days(body, "days")
        if made is None or length is None:
            return
        today = recorded.happened_at.astimezone(LONDON).date()
        named = {note.for_visit for note in self.notes}
        for key, visit in list(self._visits.items()):
            if visit.why == "order" and visit.due > today and key not in named:
                del self._visits[key]
        grade = text(body, "grade")
        dues = tuple(due_days(grade, made, length))
        self.plans.append(Plan(recorded.entry.id, grade, made, length, dues))
        self._add(dues, "order", recorded)

    def extended(self, recorded: Recorded) -> None:
        dues = [due for words in texts(recorded.body, "dates") if (due := day_of(words))]
        self._add(dues, "extended", recorded)

    def _add(self, dues: tuple[date, ...] | list[date], why: str, recorded: Recorded) -> None:
        for due in dues:
            visit = Visit(due.isoformat(), due, why=why, plan=recorded.entry.id)
            self._visits.setdefault(visit.id, visit)

    def agreed(self, recorded: Recorded) -> None:
        body = recorded.body
        at = moment(body, "due") if "T" in text(body, "due") else None
        due = at.astimezone(LONDON).date() if at else day(body, "due")
        if due is None:
            return
        key = text(body, "visit") or recorded.entry.id
        self._visits[key] = Visit(
            key, due, at=at, why=text(body, "why"), officer=text(body, "officer"),
            channel=text(body, "channel"),
        )  # fmt: skip

    def cancelled(self, recorded: Recorded) -> None:
        self._cancelled.add(text(recorded.body, "visit"))

    def begun(self, recorded: Recorded) -> None:
        self.started.append(recorded.newest)

    def unanswered(self, recorded: Recorded) -> None:
        self.no_answers.append(replace(recorded.newest, happened_at=recorded.happened_at))

    def happened(self, recorded: Recorded) -> None:
        body, entry = recorded.body, recorded.entry
        happened = moment(body, "event_at") or recorded.happened_at
        self.notes.append(
            VisitNote(
                entry=entry.id,
                for_visit=text(body, "for"),
                type=text(body, "type") or "visit",
                outcome=text(body, "outcome"),
                seen=truth(body, "seen"),
                alone=truth(body, "alone"),
                breach_signs=texts(body, "breach_signs"),
                note=text(body, "note"),
                by=entry.by,
                happened_at=happened,
                written_at=entry.written_at,
                versions=recorded.versions,
                late_entry=truth(body, "late_entry") or is_late(happened, entry.written_at),
            )
        )

    def visits(self) -> tuple[Visit, ...]:
        found = [self._stands(visit) for visit in self._visits.values()]
        return tuple(sorted(found, key=lambda visit: (visit.due, visit.id)))

    def _stands(self, visit: Visit) -> Visit:
        """A visit for one day clears that day alone, and only when she was seen and spoken to alone."""
        records = tuple(note for note in self.notes if note.for_visit == visit.id)
        seen = [note.happened_at for note in records if note.complete]
        if seen:
            late = min(seen).astimezone(LONDON).date() > visit.due
            return replace(visit, records=records, stored="done", late=late)
        stored = "cancelled" if visit.id in self._cancelled else visit.stored
        return replace(visit, records=records, stored=stored)
