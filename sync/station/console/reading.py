"""Cases as the console shows them: folded from the ledger, for one's own area or force alone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Engine
from sqlmodel import Session, select

from app.case import Case, fold
from app.entry import Entry, from_json
from sync.station.accounts import SignedIn
from sync.station.tables import EntryRow, StreamRow


def _scope(who: SignedIn) -> tuple[bool, str, str]:
    """An authorising officer sees the force, everybody else the own area."""
    return who.role == "authorising officer", who.force, who.area


def cases(engine: Engine, who: SignedIn) -> list[Case]:
    """Every case of the scope, the one written in last first."""
    whole_force, force, area = _scope(who)
    wanted = select(EntryRow.case_id, EntryRow.json_text).where(EntryRow.force == force)
    if not whole_force:
        wanted = wanted.where(EntryRow.area == area)
    told: dict[str, list[Entry]] = defaultdict(list)
    with Session(engine) as session:
        for case_id, text in session.exec(wanted):
            told[case_id].append(from_json(json.loads(text)))
    folded = [case for case in map(fold, told.values()) if case.ref]
    return sorted(folded, key=lambda case: str(case.last_written), reverse=True)


def case(engine: Engine, who: SignedIn, case_id: str) -> tuple[Case, list[Entry]] | None:
    """One case with its entries. None both when it is not yours and when it is not there."""
    whole_force, force, area = _scope(who)
    wanted = select(EntryRow.json_text).where(EntryRow.case_id == case_id, EntryRow.force == force)
    if not whole_force:
        wanted = wanted.where(EntryRow.area == area)
    with Session(engine) as session:
        entries = [from_json(json.loads(text)) for text in session.exec(wanted)]
    return (fold(entries), entries) if entries else None


def handsets(engine: Engine, who: SignedIn) -> Sequence[StreamRow]:
    with Session(engine) as session:
        wanted = select(StreamRow).where(StreamRow.force == who.force)
        return session.exec(wanted.order_by(StreamRow.officer)).all()
