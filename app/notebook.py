"""The officer's notebook: the one way in which a use case writes a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from app.court_calendar import CourtCalendar, bundled
from app.entry import Entry, Fact
from app.ids import new_id
from app.ports import Clock, Officer


class Ink(Protocol):
    """What a notebook needs of a journal; the whole of it is app.ports.Journal."""

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]: ...


@dataclass(frozen=True, slots=True)
class Notebook:
    """Who writes, with which clock and guidance, into which journal. `calendar` gives the court calendar that
    is in force when something is written."""

    journal: Ink
    clock: Clock
    officer: Officer
    content_version: str
    calendar: Callable[[], CourtCalendar] = bundled

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
        return self.journal.write(self._fact(case, kind, body, happened_at), clears=clears)[0]

    def write_all(
        self,
        case: str,
        facts: Sequence[tuple[str, Mapping[str, Any]]],
        clears: Sequence[str] = (),
        happened_at: datetime | None = None,
    ) -> list[Entry]:
        """Seal facts, each a kind and its body, that only hold together: all of them or none. JournalFull."""
        told = [self._fact(case, kind, body, happened_at) for kind, body in facts]
        return self.journal.write(*told, clears=clears)

    def write_across(
        self, facts: Sequence[tuple[str, str, Mapping[str, Any]]], clears: Sequence[str] = ()
    ) -> list[Entry]:
        """Seal facts of several cases, each a case, a kind and its body: all of them or none. JournalFull."""
        told = [self._fact(case, kind, body) for case, kind, body in facts]
        return self.journal.write(*told, clears=clears)

    def _fact(
        self, case: str, kind: str, body: Mapping[str, Any], happened_at: datetime | None = None
    ) -> Fact:
        now = self.clock.now()
        return Fact(
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
