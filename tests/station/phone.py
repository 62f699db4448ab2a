"""A handset by hand: it writes, signs and asks, and can be made to say anything."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from app.entry import Entry, canonical
from app.notebook import Notebook
from app.ports import Officer, Reach
from sync.client import Rewind, Said, StationClient, TurnedAway
from sync.page import push_request
from sync.protocol import paths
from sync.protocol.messages import PushAnswer
from sync.signing import new_private, public_of, signer
from sync.wire import Line
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.station.desk import StationDesk
from tests.station.scene import AREA, FORCE

OFFICER = Officer("4471", "Demo Officer", "PC", FORCE, AREA, "Response B")


@dataclass
class Phone:
    """Enrolled at `desk`. `line` is how it is reached; the desk itself where nothing stands between."""

    desk: StationDesk
    stream: str = "s-1"
    number: str = "4471"
    area: str = AREA
    force: str = FORCE
    clock: FakeClock = field(default_factory=FakeClock)
    line: Line | None = None

    def __post_init__(self) -> None:
        self.private, self.transport = new_private(), new_private()
        publics = public_of(self.private), public_of(self.transport)
        self.desk.enrol(self.stream, *publics, number=self.number, area=self.area, force=self.force)
        self.journal = FakeJournal(self.stream)
        self.client = StationClient(self.line or self.desk, self.stream, signer(self.private), self.clock)

    def write(self, number: int = 1, case: str = "case", kind: str = "answered", **body: Any) -> list[Entry]:
        who = replace(OFFICER, number=self.number, area=self.area, force=self.force)
        book = Notebook(self.journal, self.clock, who, "test")
        return [book.write(case, kind, body or {"item": f"item-{each}"}) for each in range(number)]

    def body(self, entries: list[Entry]) -> dict[str, Any]:
        """The push of these entries as it would go on the wire, for bending."""
        return asdict(push_request(entries, self.client.sign))

    def push(self, entries: list[Entry]) -> PushAnswer | Rewind | Reach:
        return self.client.push(push_request(entries, self.client.sign))

    def say(self, body: Any) -> Said:
        """Any body at all, properly signed as a request."""
        return self.client.ask("POST", paths.PUSH, canonical(body))

    def signed_head(self, seq: int, head: str) -> str:
        from sync.protocol.signed import head_bytes

        return self.client.sign(head_bytes(self.stream, seq, head))


def code(said: Said) -> str:
    """The code of a refusal; empty when it was none."""
    return said.code if isinstance(said, TurnedAway) else ""
