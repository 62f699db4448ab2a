"""Whom a moved deadline has been told to. Nobody is taken to know it who has not said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.model import Case
from app.case.reading import moment, text, texts
from app.clocks.changes import DeadlineChange, deadline_changes, deadline_now
from app.clocks.worked import Worked
from app.court_calendar import CourtCalendar
from app.entry import Entry
from app.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Untold:
    """What one officer has not yet seen of one clock: `was` is what they may have seen, `now` what stands."""

    clock: str
    was: Worked
    now: Worked
    changes: tuple[DeadlineChange, ...]


def untold(case: Case, calendar: CourtCalendar, officer: str) -> tuple[Untold, ...]:
    """One for each clock that moved and of which this officer has not said to have seen it. Whoever moved it
    knows, unless another moved it apart from them; so does whoever put it right afterwards."""
    seen, knew = _seen_by(case).get(officer, set()), _knew(case, officer)
    left: dict[str, list[DeadlineChange]] = {}
    for each in deadline_changes(case, calendar):
        known = each.entry in knew or (each.by == officer and not each.apart)
        if not known and _mark(each) not in seen:
            left.setdefault(each.clock, []).append(each)
    return tuple(
        Untold(clock, changes[0].old, deadline_now(case, clock, calendar) or changes[-1].new, tuple(changes))
        for clock, changes in left.items()
    )


def say_seen(book: Notebook, case: Case, changes: Sequence[DeadlineChange]) -> list[Entry]:
    """This officer has seen these changes. One frame: JournalFull, and none of it is written."""
    facts = [
        {
            "of": each.entry,
            "clock": each.clock,
            "safe": each.new.safe.isoformat(),
            "outer": each.new.outer.isoformat(),
        }
        for each in changes
    ]
    return book.write_all(case.id, [(kinds.DEADLINE_CHANGE_SEEN, fact) for fact in facts])


@dataclass(frozen=True, slots=True)
class Audience:
    """Officers by their numbers: who has said to have seen a change, and who has not."""

    seen: tuple[str, ...]
    not_seen: tuple[str, ...]


def audience(case: Case, change: DeadlineChange) -> Audience:
    """Among those who wrote in this case on a handset, without whoever moved it alone. Who works at the
    console alone sees the change there, and has nothing to say it with."""
    seen = {who for who, marks in _seen_by(case).items() if _mark(change) in marks}
    known = {entry.by for entry in case.entries if not entry.of_station} - (
        {change.by} if not change.apart else set()
    )
    seen |= {who for who in known if change.entry in _knew(case, who)}
    return Audience(tuple(sorted(seen)), tuple(sorted(known - seen)))


def _knew(case: Case, officer: str) -> set[str]:
    """Corrections that this officer had before them when making one."""
    mine = (each.body for each in case.entries if each.kind == kinds.AMENDED and each.by == officer)
    return {name for body in mine for name in texts(body, "knew")}


_Mark = tuple[str, str, datetime | None, datetime | None]


def _mark(change: DeadlineChange) -> _Mark:
    """What was told, so that the same entry is told again when another result comes of it."""
    return change.entry, change.clock, change.new.safe, change.new.outer


def _seen_by(case: Case) -> dict[str, set[_Mark]]:
    marks: dict[str, set[_Mark]] = {}
    for each in case.changes_seen:
        body = each.body
        mark = (text(body, "of"), text(body, "clock"), moment(body, "safe"), moment(body, "outer"))
        marks.setdefault(each.by, set()).add(mark)
    return marks
