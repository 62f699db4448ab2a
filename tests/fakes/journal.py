"""A journal in memory, for tests of what stands on one. tests/contracts proves it against the real."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.entry import GENESIS, Entry, Fact, place
from storage.read_model import ReadModel


class FakeJournal:
    """Same sentences as the sealed one; nothing is sealed and nothing outlives the process."""

    def __init__(self, stream: str = "s-1") -> None:
        self.stream = stream
        self.records = ReadModel(stream)
        self._head = (0, GENESIS)
        self._cursor = 0

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        written = []
        for fact in facts:
            entry = place(fact, self.stream, self._head[0] + 1, self._head[1])
            self._head = (entry.seq, entry.hash)
            written.append(entry)
        self.records.add(written, own=True)
        if clears:
            self.records.drop_drafts(clears)
        return written

    def keep_draft(self, key: str, value: Any, at: datetime) -> None:
        self.records.set_draft(key, value, at.isoformat())

    def drop_draft(self, key: str) -> None:
        self.records.drop_drafts([key])

    def take_page(self, entries: Sequence[Entry], cursor: int) -> None:
        self.records.add(entries, own=False)
        self._cursor = cursor

    def take_receipt(self, receipt: dict[str, Any]) -> None:
        at = str(receipt["time"])
        self.records.set_receipt(str(receipt["receipt"]), at, receipt["entries"])
        self.records.set_setting("last_contact", at)

    def refuse(self, entry_id: str, code: str, at: datetime) -> None:
        self.records.set_refused(entry_id, code, at.isoformat())

    def keep_contact(self, at: datetime) -> None:
        self.records.set_setting("last_contact", at.isoformat())

    def take_calendar(self, toml: str) -> None:
        self.records.set_setting("calendar", toml)

    def calendar(self) -> str:
        return self.records.setting("calendar") or ""

    def keep_language(self, language: str) -> None:
        self.records.set_setting("language", language)

    def language(self) -> str:
        return self.records.setting("language") or ""

    def unsent(self, limit: int) -> list[Entry]:
        return self.records.unsent(limit)

    def own_after(self, seq: int) -> list[Entry]:
        return self.records.own_after(seq)

    def head(self) -> tuple[int, str]:
        return self._head

    def cursor(self) -> int:
        return self._cursor
