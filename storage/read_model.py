"""What can be read back: entries, drafts and the cases they add up to. Reads come from memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from threading import RLock
from typing import Any

from sqlalchemy import Engine, or_
from sqlmodel import Session, col, delete, func, select, update

from app.case import Case, fold
from app.entry import NO_CASE, Entry, canonical, from_json, to_json
from app.ports import Draft, RecordState, SendState
from storage.tables import DraftRow, EntryRow, SettingRow, memory_engine


class ReadModel:
    """Implements app.ports.Records. The journal writes to it, after each frame is durable."""

    def __init__(self, own_stream: str, engine: Engine | None = None) -> None:
        self._own, self._engine = own_stream, engine or memory_engine()
        self._lock = RLock()
        self._cases: dict[str, Case] = {}
        self._sending: frozenset[str] = frozenset()

    @property
    def engine(self) -> Engine:
        return self._engine

    # What the journal tells

    def add(self, entries: Iterable[Entry], *, own: bool) -> None:
        rows = [_row(entry, own) for entry in entries]
        if not rows:
            return
        with self._lock, self._engine.begin() as connection:
            table = EntryRow.__table__  # type: ignore[attr-defined]
            connection.execute(table.insert().prefix_with("OR IGNORE"), rows)
            for case in {row["case_id"] for row in rows}:
                self._cases.pop(case, None)

    def set_receipt(self, receipt: str, at: str, entries: Sequence[Sequence[Any]]) -> None:
        with self._lock, Session(self._engine) as session:
            for entry_id, _, entry_hash in entries:
                session.execute(
                    update(EntryRow)
                    .where(col(EntryRow.id) == entry_id, col(EntryRow.hash) == entry_hash)
                    .values(receipt=receipt, receipt_at=at, refused=None)
                )
            session.commit()

    def set_refused(self, entry_id: str, code: str, at: str) -> None:
        with self._lock, Session(self._engine) as session:
            session.execute(
                update(EntryRow).where(col(EntryRow.id) == entry_id).values(refused=code, refused_at=at)
            )
            session.commit()

    def set_draft(self, key: str, value: Any, at: str) -> None:
        with self._lock, Session(self._engine) as session:
            session.merge(DraftRow(key=key, at=at, value=json.dumps(value)))
            session.commit()

    def drop_drafts(self, keys: Sequence[str]) -> None:
        with self._lock, Session(self._engine) as session:
            session.execute(delete(DraftRow).where(col(DraftRow.key).in_(keys)))
            session.commit()

    def set_setting(self, name: str, value: str) -> None:
        with self._lock, Session(self._engine) as session:
            session.merge(SettingRow(name=name, value=value))
            session.commit()

    def forget_case(self, case_id: str) -> None:
        """Leave tombstones: id, number and hash stay, so that the chain can still be checked."""
        with self._lock, Session(self._engine) as session:
            session.execute(update(EntryRow).where(col(EntryRow.case_id) == case_id).values(json_text=""))
            key = col(DraftRow.key)
            mine = or_(key == case_id, key.startswith(f"{case_id}/", autoescape=True))
            session.execute(delete(DraftRow).where(mine))
            session.commit()
            self._cases.pop(case_id, None)

    def mark_sending(self, ids: Iterable[str]) -> None:
        self._sending = frozenset(ids)

    # What screens ask

    def setting(self, name: str) -> str | None:
        with self._lock, Session(self._engine) as session:
            row = session.get(SettingRow, name)
            return row.value if row else None

    def entries(self, case_id: str) -> Sequence[Entry]:
        wanted = (
            select(EntryRow.json_text)
            .where(EntryRow.case_id == case_id, EntryRow.json_text != "")
            .order_by(EntryRow.written, EntryRow.stream, col(EntryRow.seq))
        )
        with self._lock, Session(self._engine) as session:
            return [from_json(json.loads(text)) for text in session.exec(wanted)]

    def case(self, case_id: str) -> Case | None:
        with self._lock:
            known = self._cases.get(case_id)
            if known is None:
                entries = self.entries(case_id)
                if not entries:
                    return None
                known = self._cases[case_id] = fold(entries)
            return known

    def cases(self) -> Sequence[Case]:
        wanted = (
            select(EntryRow.case_id)
            .where(EntryRow.json_text != "", EntryRow.case_id != NO_CASE)
            .group_by(EntryRow.case_id)
            .order_by(func.max(EntryRow.written).desc())
        )
        with self._lock, Session(self._engine) as session:
            ids = list(session.exec(wanted))
        return [case for case_id in ids if (case := self.case(case_id))]

    def unsent(self, limit: int) -> list[Entry]:
        wanted = (
            select(EntryRow.json_text)
            .where(col(EntryRow.own), col(EntryRow.receipt).is_(None), EntryRow.json_text != "")
            .order_by(col(EntryRow.seq))
            .limit(limit)
        )
        with self._lock, Session(self._engine) as session:
            return [from_json(json.loads(text)) for text in session.exec(wanted)]

    def unsent_count(self) -> int:
        wanted = select(func.count()).where(col(EntryRow.own), col(EntryRow.receipt).is_(None))
        with self._lock, Session(self._engine) as session:
            return int(session.exec(wanted).one())

    def unsent_of(self, case_id: str) -> int:
        """Own entries of a case that the station has not receipted."""
        wanted = select(func.count()).where(
            col(EntryRow.own), col(EntryRow.receipt).is_(None), EntryRow.case_id == case_id
        )
        with self._lock, Session(self._engine) as session:
            return int(session.exec(wanted).one())

    def own_after(self, seq: int) -> list[Entry]:
        """Own entries after `seq`, receipted or not: for a station restored from an older copy."""
        wanted = (
            select(EntryRow.json_text)
            .where(col(EntryRow.own), col(EntryRow.seq) > seq, EntryRow.json_text != "")
            .order_by(col(EntryRow.seq))
        )
        with self._lock, Session(self._engine) as session:
            return [from_json(json.loads(text)) for text in session.exec(wanted)]

    def send_states(self) -> Sequence[RecordState]:
        wanted = (
            select(EntryRow)
            .where(col(EntryRow.own), EntryRow.json_text != "")
            .order_by(col(EntryRow.seq).desc())
        )
        with self._lock, Session(self._engine) as session:
            return [self._state(row) for row in session.exec(wanted)]

    def _state(self, row: EntryRow) -> RecordState:
        entry = from_json(json.loads(row.json_text))
        if row.refused:
            return RecordState(entry, SendState.NEEDS_YOU, _at(row.refused_at), code=row.refused)
        if row.receipt:
            return RecordState(entry, SendState.AT_STATION, _at(row.receipt_at), row.receipt)
        sending = row.id in self._sending
        return RecordState(entry, SendState.SENDING if sending else SendState.ON_PHONE)

    def last_contact(self) -> datetime | None:
        return _at(self.setting("last_contact"))

    def draft(self, key: str) -> Draft | None:
        with self._lock, Session(self._engine) as session:
            row = session.get(DraftRow, key)
            return _draft(row) if row else None

    def drafts(self) -> Sequence[Draft]:
        with self._lock, Session(self._engine) as session:
            return [_draft(row) for row in session.exec(select(DraftRow).order_by(DraftRow.key))]


def _draft(row: DraftRow) -> Draft:
    return Draft(row.key, json.loads(row.value), datetime.fromisoformat(row.at))


def _at(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _row(entry: Entry, own: bool) -> dict[str, Any]:
    return {
        "id": entry.id,
        "stream": entry.stream,
        "seq": entry.seq,
        "case_id": entry.case,
        "kind": entry.kind,
        "own": own,
        "written": entry.written_at.astimezone(UTC).isoformat(),
        "hash": entry.hash,
        "json_text": canonical(to_json(entry)).decode(),
    }
