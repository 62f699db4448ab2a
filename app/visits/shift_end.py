"""What an officer leaves behind at the end of a shift: what is open, and giving it to whoever comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.held import Held
from app.in_hand import in_hand
from app.notebook import Notebook
from app.visits.claiming import Of, giving_back
from app.visits.claims import holders
from app.visits.schedule import DueVisit, due_list, needing_somebody


@dataclass(frozen=True, slots=True)
class ShiftEnd:
    """`mine`: open visits that this officer took, those to come included. `nobodys`: visits of this shift
    that nobody took. `incidents`: what this officer has in hand and offered to nobody; `offered`: offered,
    and not accepted yet."""

    mine: Sequence[DueVisit]
    nobodys: Sequence[DueVisit]
    incidents: Sequence[Case]
    offered: Sequence[Case]

    @property
    def open(self) -> bool:
        return bool(self.mine or self.nobodys or self.incidents or self.offered)


def shift_end(cases: Iterable[Case], officer: str, now: datetime) -> ShiftEnd:
    every = list(cases)
    rows = due_list(every, now)
    hand = [case for case in every if in_hand(case, officer)]
    return ShiftEnd(
        mine=[row for row in rows if officer in holders(row.case, row.visit)],
        nobodys=[row for row in needing_somebody(rows) if not holders(row.case, row.visit)],
        incidents=[case for case in hand if not case.ownership.offered_to],
        offered=[case for case in hand if case.ownership.offered_to],
    )


def give_all_back(
    book: Notebook, rows: Sequence[DueVisit], note: str = "", clears: Sequence[str] = ()
) -> list[Entry] | Held:
    """Every visit that this officer took, back for whoever comes next with one note: all of them or none.
    Held with state where none is this officer's."""
    me = book.officer.number
    bodies = ((row.case.id, giving_back(Of(row.case, row.visit), me, note)) for row in rows)
    told = [(case, kinds.VISIT_GIVEN_BACK, body) for case, body in bodies if body]
    return book.write_across(told, clears) if told else Held(("state",))
