"""A force sends a newer calendar: from the station's command to the deadline on a phone that was locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event

from app.clocks.face import RunningClock
from app.clocks.running import running_clocks
from app.court import serve_notice
from app.court_calendar import bundled
from app.incident import open_incident
from app.notebook import Notebook
from app.ports import Opened
from app.timekeeping import SystemClock
from main import Contact, Door
from storage.handset import Handset
from storage.vault import SealedVault
from tests.fakes.calendar import VERSION, boxing_day
from tests.handset.stations import Station
from views.changes import Changes
from views.services import Enrolling

PIN, PATIENCE_S = "90817263", 60.0
SERVED = datetime.fromisoformat("2026-12-23T16:00:00+00:00")


class Phone:
    """One handset as main.py wires it, without a screen; `restart` leaves what is on its disk."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, SystemClock()
        self.restart()

    def restart(self) -> None:
        self.changes, self._heard = Changes(), Event()
        self.handset = Handset(self.folder, self.clock)
        self.contact = Contact(self.handset, self.clock, self.changes)
        self.changes.subscribe(self._heard.set)

    def enrol(self, station: Station) -> None:
        made = Door(self.handset, self.clock).enrol(Enrolling(station.address, station.code(), PIN))
        assert isinstance(made, SealedVault), made

    def unlock(self) -> None:
        opened = self.handset.vaults()[0].unlock(PIN)
        assert isinstance(opened, Opened), opened
        self.opened = opened
        self.contact.open(opened)

    def lock(self) -> None:
        self.contact.close()
        self.handset.close()

    def serve(self) -> None:
        """A notice of Wednesday 23 December, 16:00."""
        book = Notebook(self.opened.journal, self.clock, self.opened.enrolment.officer, "test")
        opened = open_incident(book, "TRN 1148/26", SERVED)
        case = self.opened.records.case(opened.case)
        assert case is not None
        serve_notice(book, case, SERVED)

    def hearing(self) -> RunningClock:
        case = self.opened.records.cases()[0]
        known = running_clocks(case, SERVED, self.contact.calendar)
        return next(clock for clock in known if clock.id == "hearing")

    def until(self, holds: Callable[[], bool]) -> None:
        """Each change wakes it once more."""
        while not holds():
            assert self._heard.wait(PATIENCE_S), "nothing was heard of the station"
            self._heard.clear()


def moment(clock: RunningClock) -> str:
    assert clock.safe is not None
    return clock.safe.isoformat(timespec="minutes")


def test_newer_calendar_of_the_station_moves_a_deadline_and_stays_after_a_restart(tmp_path: Path) -> None:
    station, phone = Station(tmp_path), Phone(tmp_path / "handset")
    station.part.start()
    phone.enrol(station)
    phone.unlock()
    phone.serve()
    before = phone.hearing()
    assert (moment(before), before.calendar) == ("2026-12-26T16:00+00:00", bundled().version)

    file = tmp_path / "calendar.toml"
    file.write_text(boxing_day())
    assert station.command("calendar", str(file))["version"] == VERSION
    phone.contact.wake()
    phone.until(lambda: phone.contact.calendar.version == VERSION)
    after = phone.hearing()
    assert (moment(after), after.calendar) == ("2026-12-29T16:00+00:00", VERSION)
    assert phone.contact.state().failed is None

    phone.lock()
    station.part.stop()
    assert phone.contact.calendar is bundled()
    phone.restart()
    assert phone.contact.calendar is bundled()
    phone.unlock()
    again = phone.hearing()
    phone.lock()
    assert (moment(again), again.calendar) == ("2026-12-29T16:00+00:00", VERSION)
