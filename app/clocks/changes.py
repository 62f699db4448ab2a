"""Each time a deadline moved after somebody could have seen it: by a correction, a second service, or a
newer calendar. Pure: the same entries and the same calendar give the same changes in any order of arrival.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.calendar_versions import newer
from app.case.amended import amendments_of
from app.case.apart import CLOCK_FACTS, as_left, clock_facts, last_words, stands
from app.case.model import Case
from app.case.reading import text
from app.clocks import deadlines
from app.clocks.worked import CUSTODY, HEARING, Worked, computed_in, work_out
from app.court_calendar import CourtCalendar
from app.entry import Entry


@dataclass(frozen=True, slots=True)
class DeadlineChange:
    """One move. `clock` is the id of app.clocks.running; `root` the entry that holds the fact, `entry` the
    one that moved it. `by` is empty and `at` None where a newer calendar moved it.

    `apart`: two officers wrote without knowing each other's word. `new` is what stands, `old` what does not.
    """

    clock: str
    root: str
    entry: str
    old: Worked
    new: Worked
    by: str
    at: datetime | None
    why: str
    apart: bool = False

    @property
    def earlier(self) -> bool:
        """Whether there is less time than was shown before."""
        return (self.new.safe, self.new.outer) < (self.old.safe, self.old.outer)


def deadline_changes(case: Case, calendar: CourtCalendar) -> tuple[DeadlineChange, ...]:
    """Every move of every deadline of this case, each clock's in the order in which it was written; what a
    calendar moved comes last, and only while that clock is still of use."""
    return tuple(change for history in _histories(case, calendar) for change in history.changes())


def deadline_now(case: Case, clock: str, calendar: CourtCalendar) -> Worked | None:
    """The deadline of this clock as it stands, from this calendar. None where nothing started it."""
    found = next((each for each in _histories(case, calendar) if each.clock == clock), None)
    return found.now() if found else None


def _histories(case: Case, calendar: CourtCalendar) -> Iterator[_History]:
    amendments = amendments_of(case.entries)
    told = [_Fact(each, amendments.get(each.id, [])) for each in case.entries if each.kind in CLOCK_FACTS]
    services = [each for each in told if each.entry.kind == kinds.NOTICE_SERVED]
    if services:
        yield _History(case, calendar, HEARING, services)
    for each in told:
        if each.entry.kind == kinds.BREACH_REPORTED:
            yield _History(case, calendar, f"{CUSTODY}/{each.entry.id}", [each])
    order = case.contested.get("order")
    standing = order.standing.entry if order and order.standing else ""
    yield from (_History(case, calendar, "order-end", [each]) for each in told if each.entry.id == standing)


@dataclass(frozen=True, slots=True)
class _Fact:
    """An entry that starts a clock, with its corrections in the order of the fold."""

    entry: Entry
    amendments: Sequence[Entry]

    def so_far(self, written: Container[str]) -> _Fact:
        return _Fact(self.entry, [each for each in self.amendments if each.id in written])


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a clock was worked out from, and what it gave. `facts`: app.case.apart.clock_facts."""

    root: str
    facts: tuple[Any, ...]
    worked: Worked


@dataclass(frozen=True, slots=True)
class _History:
    """One clock: what was said of its start, in the order of writing."""

    case: Case
    calendar: CourtCalendar
    clock: str
    facts: Sequence[_Fact]

    def changes(self) -> Iterator[DeadlineChange]:
        was: _Standing | None = None
        for said, fact, known in self._steps():
            now = self._stood(known)
            if was and now:
                yield from self._moved(said, fact, known, was, now)
            was = now or was
        if was:
            yield from self._by_calendar(was)

    def now(self) -> Worked | None:
        """As the calendar gives it now, whatever was computed before."""
        stood = self._stood(self.facts)
        return self._anew(stood) if stood else None

    def _steps(self) -> Iterator[tuple[Entry, _Fact, list[_Fact]]]:
        """Each thing said, the fact that it is about, and all that was known with it."""
        place = {entry.id: number for number, entry in enumerate(self.case.entries)}
        steps = [
            (max(place[said.id], place[fact.entry.id]), place[said.id], said, fact)
            for fact in self.facts
            for said in (fact.entry, *fact.amendments)
        ]
        written: set[str] = set()
        for _, _, said, fact in sorted(
            steps, key=lambda step: (step[0], step[2] is not step[3].entry, step[1])
        ):
            written.add(said.id)
            known = [each.so_far(written) for each in self.facts if each.entry.id in written]
            yield said, fact.so_far(written), known

    def _moved(
        self, said: Entry, fact: _Fact, known: Sequence[_Fact], was: _Standing, now: _Standing
    ) -> Iterator[DeadlineChange]:
        apart, lost = _apart(said, fact, known), was.worked
        if was.facts == now.facts:
            own = self._standing(fact, _left(said, fact))
            if not apart or own is None:
                return
            lost = own.worked
        if not lost.same_end(now.worked):
            why = text(said.body, "why") if said is not fact.entry else ""
            yield DeadlineChange(
                self.clock, fact.entry.id, said.id, lost, now.worked, said.by, said.written_at, why, apart
            )

    def _stood(self, known: Sequence[_Fact]) -> _Standing | None:
        """Of two services the earlier stands, as in app.case.court."""
        found = [self._standing(each, stands(each.entry, each.amendments)) for each in known]
        return min((each for each in found if each), key=lambda each: each.worked.start, default=None)

    def _standing(self, fact: _Fact, body: Mapping[str, Any]) -> _Standing | None:
        kind = fact.entry.kind
        dated = {"happened_at": fact.entry.happened_at.isoformat(), **body}
        worked, facts = work_out(kind, dated, self.case, self.calendar), clock_facts(kind, body)
        if worked is None:
            return None
        for said in reversed((fact.entry, *fact.amendments)):
            told = computed_in(said.body)
            if told and told.start == worked.start and clock_facts(kind, _left(said, fact)) == facts:
                return _Standing(fact.entry.id, facts, told)
        return _Standing(fact.entry.id, facts, worked)

    def _anew(self, stood: _Standing) -> Worked | None:
        fact = next(each for each in self.facts if each.entry.id == stood.root)
        dated = {
            "happened_at": fact.entry.happened_at.isoformat(),
            **stands(fact.entry, fact.amendments),
        }
        return work_out(fact.entry.kind, dated, self.case, self.calendar)

    def _by_calendar(self, was: _Standing) -> Iterator[DeadlineChange]:
        """What an older calendar gave is told only while the clock is still of use, and of a custody clock
        only where the 24 hours themselves gave it."""
        old, now = was.worked, self._anew(was)
        if now is None or not newer(now.calendar, old.calendar) or not self._of_use():
            return
        by_hearing = "hearing" in (old.basis, now.basis)
        if not by_hearing and not old.same_end(now):
            yield DeadlineChange(self.clock, was.root, was.root, old, now, "", None, "")

    def _of_use(self) -> bool:
        if self.case.referral.state == "closed":
            return False
        if self.clock == HEARING:
            return not deadlines.heard(self.case, self.calendar)
        breach = next((each for each in self.case.breaches if self.clock == f"{CUSTODY}/{each.entry}"), None)
        return breach is not None and not deadlines.produced(self.case, breach)


def _left(said: Entry, fact: _Fact) -> dict[str, Any]:
    """The body of the fact as the author of this entry left it."""
    return dict(said.body) if said is fact.entry else as_left(fact.entry, fact.amendments, said)


def _apart(said: Entry, fact: _Fact, known: Sequence[_Fact]) -> bool:
    """Whether it was written without knowing what somebody else said of the same time. Nobody serves a
    notice that they know to be served: a second service was always written apart."""
    if said is fact.entry:
        return len(known) > 1
    words = [last_words(fact.amendments, group.fields) for group in CLOCK_FACTS[fact.entry.kind]]
    return any(len(last) > 1 and said in last for last in words)
