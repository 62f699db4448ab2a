"""A handset with a journal in memory and a syncer, for tests against a desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from app.entry import Entry
from app.notebook import Notebook
from app.ports import Officer, Reach, SendState
from sync.client import StationClient
from sync.destination import Destination
from sync.notices import Notices
from sync.signing import new_private, public_of, signer
from sync.syncer import HandsetSyncer
from sync.wire import Asked, Heard, Line
from tests.fakes.clock import FakeClock
from tests.fakes.desk import Desk
from tests.fakes.journal import FakeJournal

OFFICER = Officer("4471", "Demo Officer", "PC", "Northvale", "Exampleton", "Response B")


@dataclass
class Bent:
    """A line on which the test may change what is asked, or what is heard."""

    line: Line
    before: Callable[[Asked], Reach | None] = lambda asked: None
    after: Callable[[Asked, Heard], Heard | Reach] = lambda asked, heard: heard

    def ask(self, asked: Asked) -> Heard | Reach:
        lost = self.before(asked)
        if lost:
            return lost
        heard = self.line.ask(asked)
        return heard if isinstance(heard, Reach) else self.after(asked, heard)

    def close(self) -> None:
        self.line.close()

    def cut(self) -> None:
        self.line.cut()


@dataclass
class Handset:
    """Enrolled at `desk` as `stream`. `restart` keeps the journal and nothing else."""

    desk: Desk
    stream: str = "s-1"
    clock: FakeClock = field(default_factory=FakeClock)
    private: str = field(default_factory=new_private)
    leases: list[datetime] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.journal = FakeJournal(self.stream)
        self.line = Bent(self.desk)
        self.desk.enrol(self.stream, public_of(self.private))
        self.restart()

    def restart(self) -> None:
        there = Destination("https://127.0.0.1:8443", "", "", self.desk.key, self.stream, training=True)
        client = StationClient(self.line, self.stream, signer(self.private), self.clock)
        told = Notices(self.journal.records.mark_sending, self.leases.append, self.unreadable.append)
        self.syncer = HandsetSyncer(self.journal, client, there, told)

    def write(self, number: int = 1, case: str = "case") -> list[Entry]:
        book = Notebook(self.journal, self.clock, OFFICER, "test")
        return [book.write(case, "answered", {"item": f"item-{each}"}) for each in range(number)]

    def unsent(self) -> list[str]:
        return [entry.id for entry in self.journal.unsent(10_000)]

    def states(self) -> list[SendState]:
        """Of the own entries, oldest first."""
        return [state.state for state in self.journal.records.send_states()][::-1]
