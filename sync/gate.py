"""The journal as the syncer sees it: after `shut` returns, it is not touched again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import RLock
from typing import Any, Protocol

from app.entry import Entry
from app.ports import Journal


class SendingJournal(Journal, Protocol):
    """A journal that can also show what it sent before, for a station restored from an older copy, and
    that keeps what the station sends beside entries."""

    def own_after(self, seq: int) -> list[Entry]:
        """Own entries after `seq`, receipted or not, by seq."""

    def keep_contact(self, at: datetime) -> None:
        """Seal that the station answered at this time of its own."""

    def take_calendar(self, toml: str) -> None:
        """Seal a newer calendar of disregarded days that was verified. JournalFull."""


class GateShut(Exception):
    """The vault is being locked: the attempt ends where it is."""


class Gate:
    """One call at a time goes through; `shut` waits for that one and lets no other in."""

    def __init__(self, journal: SendingJournal) -> None:
        self._journal, self._turn, self._is_shut = journal, RLock(), False
        self.stream = journal.stream

    def shut(self) -> None:
        with self._turn:
            self._is_shut = True

    @contextmanager
    def _through(self) -> Iterator[SendingJournal]:
        with self._turn:
            if self._is_shut:
                raise GateShut
            yield self._journal

    def unsent(self, limit: int) -> list[Entry]:
        with self._through() as journal:
            return journal.unsent(limit)

    def own_after(self, seq: int) -> list[Entry]:
        with self._through() as journal:
            return journal.own_after(seq)

    def head(self) -> tuple[int, str]:
        with self._through() as journal:
            return journal.head()

    def cursor(self) -> int:
        with self._through() as journal:
            return journal.cursor()

    def take_receipt(self, receipt: dict[str, Any]) -> None:
        with self._through() as journal:
            journal.take_receipt(receipt)

    def refuse(self, entry_id: str, code: str, at: datetime) -> None:
        with self._through() as journal:
            journal.refuse(entry_id, code, at)

    def take_page(self, entries: Sequence[Entry], cursor: int) -> None:
        with self._through() as journal:
            journal.take_page(entries, cursor)

    def calendar(self) -> str:
        with self._through() as journal:
            return journal.calendar()

    def take_calendar(self, toml: str) -> None:
        with self._through() as journal:
            journal.take_calendar(toml)

    def keep_contact(self, at: datetime) -> None:
        with self._through() as journal:
            journal.keep_contact(at)
