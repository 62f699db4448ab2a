"""One function a measure: what it did and how long that took on this machine."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.case import fold
from app.notebook import Notebook
from app.timekeeping import SystemClock
from storage.sealed_log import SealedLog
from tests.fakes.clock import FakeClock
from tests.faults.opened import Sealed, book, sealed
from tests.station.handset import enrolled
from tests.station.process import Process
from tests.storage.enrolled import PIN
from tests.storage.enrolled import enrolled as with_officer

FACTS = int(os.environ.get("DOORSTEP_FACTS", "5000"))
NOTE = "R.M. says the door was forced at about twenty to ten. " * 10
Measure = Callable[[Path], str]


@contextmanager
def timed() -> Iterator[list[float]]:
    """Milliseconds, in a list that is filled at the end."""
    took: list[float] = []
    start = time.perf_counter()
    yield took
    took.append((time.perf_counter() - start) * 1000)


def ms(times: list[float]) -> str:
    ordered = sorted(times)
    most = ordered[len(ordered) * 95 // 100]
    return f"median {statistics.median(ordered):.1f} ms, 95 of 100 within {most:.1f} ms"


def frame(folder: Path) -> str:
    """One sealed frame of 600 bytes, durable."""
    log, times = SealedLog.create(folder / "journal", bytes(32)), []
    for _ in range(500):
        with timed() as took:
            log.append(NOTE.encode()[:600])
        times += took
    log.close()
    return ms(times)


def commit(folder: Path) -> str:
    """One fact through the journal: durable and readable again."""
    opening, times = sealed(folder).open(), []
    notes = book(opening)
    for _ in range(500):
        with timed() as took:
            notes.write("case", "answered", {"item": "vic-own-words", "answer": "done", "note": NOTE})
        times += took
    opening.close()
    return ms(times)


def unlock(folder: Path) -> str:
    """PIN to keys: scrypt and the two secrets."""
    handset, times = with_officer(folder, FakeClock()), []
    vault = handset.vaults()[0]
    for _ in range(5):
        with timed() as took:
            vault.unlock(PIN)
        vault.lock()
        times += took
    handset.close()
    return f"median {statistics.median(times):.0f} ms with an empty journal"


def filled(folder: Path) -> Sealed:
    """A vault with that many facts in a hundred cases."""
    vault = sealed(folder)
    opening = vault.open()
    notes = book(opening)
    for number in range(FACTS):
        body = {"item": f"item-{number}", "answer": "done", "note": NOTE[:200]}
        notes.write(f"case-{number % 100}", "answered", body)
    opening.log.close()
    return vault


def reading(folder: Path) -> str:
    """Keys to the list of cases, with every frame read and with a snapshot."""
    vault = filled(folder)
    with timed() as whole:
        opening = vault.open()
        opening.records.cases()
    opening.write_snapshot()
    opening.close()
    with timed() as short:
        opening = vault.open()
        opening.records.cases()
    opening.close()
    size = (vault.folder / "journal").stat().st_size / 1e6
    return f"{FACTS} facts, {size:.1f} MB: {whole[0]:.0f} ms, with a snapshot {short[0]:.0f} ms"


def folding(folder: Path) -> str:
    """One case of 200 facts, from its entries."""
    opening, times = sealed(folder).open(), []
    notes = book(opening)
    for number in range(200):
        notes.write("case", "answered", {"item": f"item-{number}", "answer": "done"})
    entries = opening.records.entries("case")
    for _ in range(50):
        with timed() as took:
            fold(entries)
        times += took
    opening.close()
    return ms(times)


def pushing(folder: Path) -> str:
    """A thousand facts over TLS to a station process, receipted, and down again to a colleague."""
    station = Process(folder / "station")
    station.start()
    try:
        mine, theirs = enrolled(station), enrolled(station, "4502")
        writer = Notebook(mine.journal, SystemClock(), mine.offer.enrolment.officer, "bench")
        for number in range(1000):
            writer.write("case", "answered", {"item": f"item-{number}", "answer": "done", "note": NOTE[:200]})
        with timed() as up:
            outcome = mine.sync()
        with timed() as down:
            theirs.sync()
    finally:
        station.stop()
    if outcome.failed or len(theirs.case()) != 1000:
        return "did not come through"
    return f"{outcome.pushed} up in {up[0] / 1000:.1f} s, down in {down[0] / 1000:.1f} s"


MEASURES: dict[str, Measure] = {
    "Sealed frame": frame,
    "Commit": commit,
    "Unlock": unlock,
    "Read at unlock": reading,
    "Fold": folding,
    "Push and pull": pushing,
}
