"""The station as the phone knows it: what is written at the console comes in with the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.entry import GENESIS, STATION_STREAM, Entry, Fact, place
from app.notebook import Notebook
from app.ports import Officer
from tests.views.harness import Ring
from tests.views.tonight import journal


@dataclass
class Pages:
    """Implements app.notebook.Ink: each fact is in the station's stream, and on the phone at once."""

    phone: Ring
    written: list[Entry] = field(default_factory=list)

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        for fact in facts:
            head = self.written[-1].hash if self.written else GENESIS
            self.written.append(place(fact, f"{STATION_STREAM}{id(self)}", len(self.written) + 1, head))
        new, kept = self.written[-len(facts) :], journal(self.phone)
        kept.take_page(new, kept.cursor() + len(new))
        for entry in new:
            self.phone.services.changes.say(entry.case)
        return new


def superintendent(phone: Ring, number: str = "0087", rank: str = "Superintendent") -> Notebook:
    """At the console, with the notebook of the decisions."""
    who = Officer(number, "TRAINING", rank, "Northvale (TRAINING)", "Exampleton", "")
    return Notebook(Pages(phone), phone.clock, who, "test")
