"""What a handset was given and sent, by reference: for the report of a personal-data breach within 72 hours,
DPA 2018 s.67.

It is the most that can have been on it. The station does not know what was written and not sent.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, func, or_
from sqlmodel import Session, col, select

from app.case import Case, fold
from app.entry import NO_CASE, Entry, from_json
from sync.station.administration.revoking import Revocation, handset_of, revocation_of
from sync.station.base import for_reading
from sync.station.stamps import moment_of
from sync.station.tables import DamagedRow, EntryRow, StreamRow


@dataclass(frozen=True, slots=True)
class HeldCase:
    """One incident that was on it. `people` is how many were recorded, `undisclosed` whether one of them has
    an address that must not be known."""

    ref: str
    initials: str
    people: int
    undisclosed: bool
    sent: int
    given: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """`counted`: whether the station counted what it gave. If not, all of the area until the last contact
    is taken for given."""

    officer: str
    area: str
    enrolled_at: datetime
    heard_at: datetime | None
    sent: int
    lost: int
    counted: bool
    cases: Sequence[HeldCase]
    revocation: Revocation | None
    revoked: bool

    @property
    def people(self) -> int:
        return sum(case.people for case in self.cases)

    @property
    def undisclosed(self) -> int:
        return sum(case.undisclosed for case in self.cases)


def inventory(engine: Engine, stream: str, force: str) -> Inventory | None:
    """None when there is no such handset in this force."""
    with Session(for_reading(engine)) as session:
        row = handset_of(session, stream, force)
        if row is None:
            return None
        lost = session.execute(select(func.count()).where(DamagedRow.stream == stream)).scalar()
        return Inventory(
            officer=row.officer,
            area=row.area,
            enrolled_at=moment_of(row.enrolled_at),
            heard_at=moment_of(row.last_contact) if row.last_contact else None,
            sent=row.taken,
            lost=int(lost or 0),
            counted=row.pulled is not None,
            cases=_cases(session, row),
            revocation=revocation_of(session, stream),
            revoked=row.revoked,
        )


def _given(row: StreamRow) -> ColumnElement[bool]:
    here = (col(EntryRow.force) == row.force) & (col(EntryRow.area) == row.area)
    if row.pulled is not None:
        return here & (col(EntryRow.area_seq) <= row.pulled)
    return here & (col(EntryRow.received_at) <= (row.last_contact or row.enrolled_at))


def _cases(session: Session, row: StreamRow) -> list[HeldCase]:
    wanted = select(EntryRow.case_id, EntryRow.stream, EntryRow.json_text).where(
        col(EntryRow.case_id) != NO_CASE
    )
    wanted = wanted.where(or_(col(EntryRow.stream) == row.id, _given(row)))
    told: dict[str, list[tuple[bool, Entry]]] = defaultdict(list)
    for case_id, stream, text in session.execute(wanted):
        told[case_id].append((stream == row.id, from_json(json.loads(text))))
    held = [_held(fold([entry for _, entry in entries]), entries) for entries in told.values()]
    return sorted(held, key=lambda each: each.ref)


def _held(case: Case, entries: Sequence[tuple[bool, Any]]) -> HeldCase:
    sent = sum(own for own, _ in entries)
    return HeldCase(
        ref=case.ref,
        initials=case.initials,
        people=len(case.people),
        undisclosed=case.undisclosed or any(each.undisclosed for each in case.people),
        sent=sent,
        given=len(entries) - sent,
    )
