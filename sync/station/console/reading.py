"""Cases as the console shows them: folded from the ledger, for one's own area or force alone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, func
from sqlmodel import Session, col, select

from app.case import Case, fold
from app.entry import NO_CASE, Entry, from_json
from sync.station.accounts import SignedIn
from sync.station.base import for_reading
from sync.station.stamps import moment_of
from sync.station.tables import DamagedRow, EntryRow, StreamRow

SILENT_HOURS = 24
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Received:
    """An entry, when the station took it, and as which number of its area."""

    entry: Entry
    at: datetime
    number: int


def _in_sight(wanted: Any, who: SignedIn, table: type[EntryRow] | type[StreamRow]) -> Any:
    """Nobody sees another force; who works in one area sees no other."""
    wanted = wanted.where(table.force == who.force)
    return wanted if who.areas is None else wanted.where(table.area == who.areas)


Mark = tuple[int, int]
"""How many entries a case has in sight, and the newest number of its area."""


class Shelf:
    """Cases as they were folded last. One of which more has come in is folded anew."""

    def __init__(self, engine: Engine) -> None:
        self._engine = for_reading(engine)
        self._folded: dict[tuple[str, str | None, str], tuple[Mark, Case]] = {}

    def cases(self, who: SignedIn) -> list[Case]:
        """Every case in sight, the one written in last first."""
        with Session(self._engine) as session:
            marks = _marks(session, who)
            stale = [case for case, mark in marks.items() if self._known(who, case, mark) is None]
            for case, entries in _entries(session, who, stale).items():
                self._folded[who.force, who.areas, case] = (marks[case], fold(entries))
        known = [self._known(who, case, mark) for case, mark in marks.items()]
        found = [each for each in known if each is not None and each.ref]
        return sorted(found, key=lambda each: str(each.last_written), reverse=True)

    def _known(self, who: SignedIn, case: str, mark: Mark) -> Case | None:
        folded = self._folded.get((who.force, who.areas, case))
        return folded[1] if folded and folded[0] == mark else None


def _marks(session: Session, who: SignedIn) -> dict[str, Mark]:
    wanted = select(EntryRow.case_id, func.count(), func.max(EntryRow.area_seq)).where(
        col(EntryRow.case_id) != NO_CASE
    )
    rows = session.execute(_in_sight(wanted, who, EntryRow).group_by(EntryRow.case_id))
    return {str(case): (int(count), int(newest)) for case, count, newest in rows}


def _entries(session: Session, who: SignedIn, cases: Sequence[str]) -> dict[str, list[Entry]]:
    told: dict[str, list[Entry]] = defaultdict(list)
    for first in range(0, len(cases), _AT_ONCE):
        some = cases[first : first + _AT_ONCE]
        wanted = select(EntryRow.case_id, EntryRow.json_text).where(col(EntryRow.case_id).in_(some))
        for case, text in session.execute(_in_sight(wanted, who, EntryRow)):
            told[case].append(from_json(json.loads(text)))
    return told


def case(engine: Engine, who: SignedIn, case_id: str) -> tuple[Case, list[Received]] | None:
    """One case with its entries. None both when it is not yours and when it is not there."""
    with Session(for_reading(engine)) as session:
        return case_in(session, who, case_id)


def case_in(session: Session, who: SignedIn, case_id: str) -> tuple[Case, list[Received]] | None:
    """The same within a transaction: for a decision, after the case is held (own_stream.notebook)."""
    if case_id == NO_CASE:
        return None
    wanted = select(EntryRow.json_text, EntryRow.received_at, EntryRow.area_seq).where(
        col(EntryRow.case_id) == case_id
    )
    rows = session.execute(_in_sight(wanted, who, EntryRow)).all()
    received = [Received(from_json(json.loads(text)), moment_of(at), int(seq)) for text, at, seq in rows]
    return (fold([each.entry for each in received]), received) if received else None


@dataclass(frozen=True, slots=True)
class HandsetRow:
    """One enrolment. `silent`: in use, and not heard for a day: what it holds may not have arrived.
    `lost`: entries that the handset wrote and can read no more."""

    stream: str
    officer: str
    area: str
    enrolled_at: datetime
    heard_at: datetime | None
    held: int
    revoked: bool
    silent: bool
    lost: int


def handsets(engine: Engine, who: SignedIn, now: datetime) -> Sequence[HandsetRow]:
    """Those in sight, the silent ones first, then by officer."""
    with Session(for_reading(engine)) as session:
        rows = session.execute(_in_sight(select(StreamRow), who, StreamRow)).scalars().all()
        lost = dict(
            session.execute(select(DamagedRow.stream, func.count()).group_by(DamagedRow.stream)).all()
        )
        told = [_handset(row, now, int(lost.get(row.id, 0))) for row in rows]
    return sorted(told, key=lambda row: (not row.silent, row.revoked, row.officer, row.enrolled_at))


def _handset(row: StreamRow, now: datetime, lost: int) -> HandsetRow:
    heard = moment_of(row.last_contact) if row.last_contact else None
    silent = heard is None or now - heard > timedelta(hours=SILENT_HOURS)
    enrolled = moment_of(row.enrolled_at)
    silent = silent and not row.revoked
    return HandsetRow(row.id, row.officer, row.area, enrolled, heard, row.taken, row.revoked, silent, lost)


def beside_cases(session: Session, who: SignedIn) -> list[Entry]:
    """What officers in sight did beside every case, in the order in which it came in."""
    wanted = select(EntryRow.json_text).where(col(EntryRow.case_id) == NO_CASE)
    rows = session.execute(_in_sight(wanted, who, EntryRow).order_by(EntryRow.area, EntryRow.area_seq))
    return [from_json(json.loads(text)) for (text,) in rows]
