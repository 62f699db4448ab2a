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
from app.entry import Entry, from_json
from sync.station.accounts import SignedIn
from sync.station.base import for_reading
from sync.station.stamps import moment_of
from sync.station.tables import DamagedRow, EntryRow, StreamRow

SILENT_HOURS = 24


@dataclass(frozen=True, slots=True)
class Received:
    """An entry, and when the station took it."""

    entry: Entry
    at: datetime


def _in_sight(wanted: Any, who: SignedIn, table: type[EntryRow] | type[StreamRow]) -> Any:
    """Nobody sees another force; who works in one area sees no other."""
    wanted = wanted.where(table.force == who.force)
    return wanted if who.areas is None else wanted.where(table.area == who.areas)


def cases(engine: Engine, who: SignedIn) -> list[Case]:
    """Every case in sight, the one written in last first."""
    told: dict[str, list[Entry]] = defaultdict(list)
    with Session(for_reading(engine)) as session:
        wanted = _in_sight(select(EntryRow.case_id, EntryRow.json_text), who, EntryRow)
        for case_id, text in session.execute(wanted):
            told[case_id].append(from_json(json.loads(text)))
    folded = [case for case in map(fold, told.values()) if case.ref]
    return sorted(folded, key=lambda case: str(case.last_written), reverse=True)


def case(engine: Engine, who: SignedIn, case_id: str) -> tuple[Case, list[Received]] | None:
    """One case with its entries. None both when it is not yours and when it is not there."""
    wanted = select(EntryRow.json_text, EntryRow.received_at).where(col(EntryRow.case_id) == case_id)
    with Session(for_reading(engine)) as session:
        rows = session.execute(_in_sight(wanted, who, EntryRow)).all()
    received = [Received(from_json(json.loads(text)), moment_of(at)) for text, at in rows]
    return (fold([each.entry for each in received]), received) if received else None


@dataclass(frozen=True, slots=True)
class HandsetRow:
    """One enrolment. `silent`: in use, and not heard for a day: what it holds may not have arrived.
    `lost`: entries that the handset wrote and can read no more."""

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
    return HandsetRow(
        row.officer, row.area, enrolled, heard, row.taken, row.revoked, silent and not row.revoked, lost
    )
