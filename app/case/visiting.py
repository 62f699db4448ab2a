"""Welfare visits: what was planned, what happened, what did not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

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
        self._dropped: dict[str, Visit] = {}
        self.unmade: dict[str, Version] = {}
        self._cancelled: dict[str, date] = {}
        self.plans: list[Plan] = []
        self.notes: list[VisitNote] = []
        self.started: list[Version] = []
        self.no_answers: list[Version] = []

    def planned(self, recorded: Recorded) -> None:
        """The due list of an order. Replanning changes what is still to come, never what was: days before
        `from` were nobody's to keep."""
        body = recorded.body
        made, length = day(body, "order_made"), days(body, "days")
        if made is None or length is None:
            return
        self._drop_after(recorded.happened_at.astimezone(LONDON).date())
        grade, first = text(body, "grade"), day(body, "from") or made
        dues = _dates(body, made, length) or tuple(due_days(grade, made, length))
        self.plans.append(Plan(recorded.entry.id, grade, made, length, dues))
        self._add([due for due in dues if due >= first], Visit("", made, why="order", of_plan=True), recorded)

    def _drop_after(self, today: date) -> None:
        """Planned days still to come leave the list. One that somebody was at comes back: see visits()."""
        for key, visit in list(self._visits.items()):
            if visit.of_plan and visit.due > today:
                self._dropped[key] = self._visits.pop(key)

    def extended(self, recorded: Recorded) -> None:
        body = recorded.body
        first = day(body, "from") or date.min
        dues = [due for words in texts(body, "dates") if (due := day_of(words)) and due >= first]
        self._add(dues, Visit("", date.max, why="extended", of_plan=truth(body, "of_plan")), recorded)

    def _add(self, dues: Iterable[date], like: Visit, recorded: Recorded) -> None:
        for due in dues:
            visit = replace(like, id=due.isoformat(), due=due, plan=recorded.entry.id)
            self._visits.setdefault(visit.id, visit)

    def call_for(self, dues: Iterable[date], why: str) -> None:
        """Days that a change calls for and no plan holds."""
        for due in dues:
            self._visits.setdefault(due.isoformat(), Visit(due.isoformat(), due, why=why, of_plan=True))

    def agreed(self, recorded: Recorded) -> None:
        """A visit whose day was over when this was written stays a missed one; this is another."""
        body = recorded.body
        at = moment(body, "due") if "T" in text(body, "due") else None
        due = at.astimezone(LONDON).date() if at else day(body, "due")
        if due is None:
            return
        key = text(body, "visit") or recorded.entry.id
        known = self._visits.get(key)
        if known and known.due < recorded.entry.written_at.astimezone(LONDON).date():
            key = recorded.entry.id
        self._visits[key] = Visit(
            key, due, at=at, why=text(body, "why"), officer=text(body, "officer"),
            channel=text(body, "channel"),
        )  # fmt: skip

    def cancelled(self, recorded: Recorded) -> None:
        at = recorded.entry.written_at.astimezone(LONDON).date()
        self._cancelled.setdefault(text(recorded.body, "visit"), at)

    def explained(self, recorded: Recorded) -> None:
        """Why nobody came. It stays a missed visit."""
        key = text(recorded.body, "visit")
        self.unmade[key] = replace(recorded.newest, happened_at=recorded.happened_at)

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
        named = {note.for_visit for note in self.notes}
        named |= {text(each.body, "for") for each in (*self.no_answers, *self.started)}
        kept = {key: visit for key, visit in self._dropped.items() if key in named}
        found = [self._stands(visit) for visit in (kept | self._visits).values()]
        return tuple(sorted(found, key=lambda visit: (visit.due, visit.id)))

    def _stands(self, visit: Visit) -> Visit:
        """A visit for one day clears that day alone, and only when she was seen and spoken to alone."""
        records = tuple(note for note in self.notes if note.for_visit == visit.id)
        seen = [note.happened_at for note in records if note.complete]
        if seen:
            late = min(seen).astimezone(LONDON).date() > visit.due
            return replace(visit, records=records, stored="done", late=late)
        given_up = self._cancelled.get(visit.id)
        stored = "cancelled" if given_up and given_up <= visit.due else visit.stored
        return replace(visit, records=records, stored=stored)


def _dates(body: Mapping[str, Any], made: date, length: int) -> tuple[date, ...]:
    """The days as they were counted out when the plan was made; a day outside its window is none of them."""
    found = {due for words in texts(body, "dates") if (due := day_of(words))}
    return tuple(sorted(due for due in found if made <= due < made + timedelta(length)))
