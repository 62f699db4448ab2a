"""The sync loop that main.py opens with a vault and closes with it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from app.ports import Opened
from app.timekeeping import SystemClock
from main import Contact, Door
from storage.handset import Handset
from storage.vault import SealedVault
from tests.handset.stations import Station
from views.changes import Changes
from views.services import Enrolling

PIN = "90817263"
PATIENCE_S = 60.0


def test_what_the_station_told_one_officer_is_gone_when_the_vault_is_opened_again(tmp_path: Path) -> None:
    station, clock, changes = Station(tmp_path), SystemClock(), Changes()
    station.part.start()
    phone = Handset(tmp_path / "handset", clock)
    vault = Door(phone, clock).enrol(Enrolling(station.address, station.code(), PIN))
    assert isinstance(vault, SealedVault)
    contact, heard = Contact(phone, clock, changes), Event()
    changes.subscribe(heard.set, "")
    first = vault.unlock(PIN)
    assert isinstance(first, Opened)
    contact.open(first)
    while contact.state().lease_ends is None:
        assert heard.wait(PATIENCE_S)
        heard.clear()
    contact.close()
    told = contact.state()
    station.part.stop()
    contact.open(first)
    afterwards = contact.state()
    contact.close()
    phone.close()
    assert told.lease_ends is not None
    assert afterwards.lease_ends is None
