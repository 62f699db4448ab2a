"""The station is killed while handsets push: what a receipt named is there after the next start."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

import pytest

from tests.station.conftest import BOTH
from tests.station.handset import EnrolledHandset, enrolled
from tests.station.process import Process

pytestmark = [BOTH, pytest.mark.slow]
HANDSETS, KILLS, BETWEEN = 3, 3, 8


@pytest.fixture
def station(tmp_path, address):
    made = Process(tmp_path / "station", ("--database", address) if address else ())
    made.start()
    yield made
    made.stop()


class Receipts:
    """Counts them over all handsets, and says when there are enough for the next kill."""

    def __init__(self) -> None:
        self._lock, self._count, self.enough = Lock(), 0, Event()

    def one_more(self) -> None:
        with self._lock:
            self._count += 1
            if self._count >= BETWEEN:
                self.enough.set()


def push_until_it_falls(handset: EnrolledHandset, receipts: Receipts) -> None:
    """New entries, one attempt after the other, until the station is gone."""
    while True:
        handset.write(2)
        if handset.sync().failed is not None:
            return
        receipts.one_more()


def test_nothing_acknowledged_is_lost_when_the_station_is_killed_in_the_middle_of_pushes(station):
    handsets = [enrolled(station, f"44{number:02}") for number in range(HANDSETS)]
    reader = enrolled(station, "4499")
    for _ in range(KILLS):
        receipts = Receipts()
        with ThreadPoolExecutor(HANDSETS) as crew:
            working = [crew.submit(push_until_it_falls, each, receipts) for each in handsets]
            assert receipts.enough.wait(60)
            station.kill()
            for done in working:
                done.result()
        acknowledged = [each.at_station() for each in handsets]
        station.start()
        assert reader.sync().failed is None
        there = {entry.id for entry in reader.journal.records.entries("case")}
        for ids in acknowledged:
            assert ids <= there
    for each in (*handsets, *handsets, reader):
        assert each.sync().failed is None
        assert each.unsent() == []
    written = sorted(entry.hash for each in handsets for entry in each.journal.own_after(0))
    assert sorted(reader.case()) == written
    for each in handsets:
        assert sorted(each.case()) == written
