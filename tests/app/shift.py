"""Officers at work in a test: a clock that the test moves, a notebook each, and the case they write."""

from __future__ import annotations

from datetime import datetime

from app.answers import Given, answer_item
from app.case import Case, fold
from app.entry import STATION_STREAM, Entry
from app.held import Held
from app.incident import open_incident
from app.notebook import Notebook
from app.ports import Officer
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal

MONDAY = "2027-01-11T21:05+00:00"


def at(words: str) -> datetime:
    return datetime.fromisoformat(words)


class Shift:
    """One case, written by as many officers as the test asks for, each in a stream of their own."""

    def __init__(self, start: str = MONDAY) -> None:
        self.clock = FakeClock(at(start))
        self._station = FakeJournal(f"{STATION_STREAM}1")
        self._journals: dict[str, FakeJournal] = {"the station's": self._station}
        self.id = open_incident(self.officer(), "TRAIN-1", at(start)).case

    def officer(self, number: str = "4471", rank: str = "PC") -> Notebook:
        who = Officer(number, "TRAINING", rank, "Northvale", "Exampleton", "B")
        return Notebook(self.journal(number), self.clock, who, "test")

    def journal(self, number: str) -> FakeJournal:
        return self._journals.setdefault(number, FakeJournal(f"s-{number}"))

    def sergeant(self) -> Notebook:
        return self.officer("2210", "Sergeant")

    def superintendent(self, number: str = "0087") -> Notebook:
        """At the console: what is written there is the station's."""
        return self.at_station(number, "Superintendent")

    def at_station(self, number: str, rank: str) -> Notebook:
        who = Officer(number, "TRAINING", rank, "Northvale", "Exampleton", "B")
        return Notebook(self._station, self.clock, who, "test")

    def time(self, words: str) -> Shift:
        self.clock.time = at(words)
        return self

    def entries(self) -> list[Entry]:
        return [entry for journal in self._journals.values() for entry in journal.records.entries(self.id)]

    @property
    def case(self) -> Case:
        return fold(self.entries())

    def answer(self, item: str, answer: str = "done", **details: object) -> Entry | Held:
        return answer_item(self.officer(), self.case, Given(item, answer, details=details))

    def write(self, kind: str, book: Notebook | None = None, **body: object) -> Entry:
        return (book or self.officer()).write(self.id, kind, body)

    def drafts(self) -> list[str]:
        return [draft.key for journal in self._journals.values() for draft in journal.records.drafts()]
