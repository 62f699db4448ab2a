"""The officer's notebook: the one way in which a use case writes a fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from app.entry import Entry, Fact
from app.ids import new_id
from app.ports import Clock, Officer


class Ink(Protocol):
    """What a notebook needs of a journal; the whole of it is app.ports.Journal."""

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]: ...


@dataclass(frozen=True, slots=True)
class Notebook:
    """Who writes, with which clock and guidance, into which journal."""

    journal: Ink
    clock: Clock
    officer: Officer
    content_version: str

    def new_case(self) -> str:
        return new_id(self.clock.now())

    def write(
        self,
        case: str,
        kind: str,
        body: Mapping[str, Any],
        happened_at: datetime | None = None,
        clears: Sequence[str] = (),
    ) -> Entry:
        """Seal one fact, and with it the removal of the drafts it came from. JournalFull."""
        now = self.clock.now()
        fact = Fact(
            id=new_id(now),
            case=case,
            kind=kind,
            by=self.officer.number,
            happened_at=happened_at or now,
            written_at=now,
            clock=self.clock.evidence(),
            content_version=self.content_version,
            body=dict(body),
        )
        return self.journal.write(fact, clears=clears)[0]
