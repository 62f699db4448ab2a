"""A handset that enrols at a station process as an officer does, and sends over pinned TLS."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.entry import Entry
from app.notebook import Notebook
from app.ports import SyncOutcome
from app.timekeeping import SystemClock
from sync.enrolment import EnrolmentOffer, enrol
from sync.notices import Notices
from sync.syncer import HandsetSyncer, syncer
from tests.fakes.journal import FakeJournal
from tests.station.process import Process


@dataclass
class EnrolledHandset:
    """`offer` is what a vault would keep; the journal lies in memory."""

    offer: EnrolmentOffer
    clock: SystemClock = field(default_factory=SystemClock)

    def __post_init__(self) -> None:
        self.journal = FakeJournal(self.offer.enrolment.stream)
        self.restart()

    def restart(self) -> None:
        """As after an unlock: the journal is there, what the process knew is not."""
        told = Notices(self.journal.records.mark_sending)
        private = self.offer.keys.stream_private
        self.syncer: HandsetSyncer = syncer(self.offer.enrolment, private, self.journal, self.clock, told)

    def write(self, number: int = 1, case: str = "case") -> list[Entry]:
        book = Notebook(self.journal, self.clock, self.offer.enrolment.officer, "test")
        return [book.write(case, "answered", {"item": f"item-{each}"}) for each in range(number)]

    def sync(self) -> SyncOutcome:
        return self.syncer.sync()

    def unsent(self) -> list[str]:
        return [entry.id for entry in self.journal.unsent(10_000)]

    def at_station(self) -> set[str]:
        """Ids that a receipt has named."""
        unsent = set(self.unsent())
        return {entry.id for entry in self.journal.own_after(0)} - unsent

    def case(self, case: str = "case") -> list[str]:
        return [entry.hash for entry in self.journal.records.entries(case)]


def officer(station: Process, number: str, area: str = "Exampleton") -> None:
    station.told("officer", "add", "--number", number, "--rank", "PC", "--area", area)


def code_for(station: Process, number: str) -> str:
    return str(station.told("code", "--officer", number)["code"])


def enrolled(station: Process, number: str = "4471", area: str = "Exampleton") -> EnrolledHandset:
    """Of a running station; the officer is added."""
    officer(station, number, area)
    offer = enrol(station.url, code_for(station, number), True, SystemClock())
    assert isinstance(offer, EnrolmentOffer), offer
    return EnrolledHandset(offer)
