"""A calendar that the station sent lies sealed in the journal: there after every lock, kill and repair."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from app.calendar_versions import read_sent
from app.court_calendar import CourtCalendar
from app.ports import JournalFull
from storage.journal import SealedJournal
from storage.vault import SealedVault
from tests.fakes.calendar import boxing_day
from tests.fakes.clock import FakeClock
from tests.faults.killing import killed_after
from tests.faults.opened import Sealed, sealed
from tests.storage.enrolled import PIN, enrolled, notebook, unlocked
from tests.storage.room import no_room

NEWER = boxing_day("9000.2")
KILLS = 10


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def vault(tmp_path: Path, clock: FakeClock) -> Iterator[SealedVault]:
    handset = enrolled(tmp_path / "handset", clock)
    yield handset.vaults()[0]
    handset.close()


def journal(vault: SealedVault) -> SealedJournal:
    """Of the vault opened anew."""
    unlocked(vault)
    assert vault.open is not None
    return vault.open.journal


def test_calendar_is_there_after_lock_and_unlock(vault: SealedVault) -> None:
    assert journal(vault).calendar() == ""
    for text in (boxing_day(), NEWER):
        journal(vault).take_calendar(text)
        vault.lock()
        assert journal(vault).calendar() == text


def test_calendar_before_a_snapshot_is_in_it(vault: SealedVault, clock: FakeClock) -> None:
    opened = journal(vault)
    opened.take_calendar(NEWER)
    assert vault.open is not None
    vault.open.write_snapshot()
    vault.lock()
    assert journal(vault).calendar() == NEWER
    assert vault.open.snapshot_number == vault.open.log.place.number


def test_calendar_survives_salvage_of_what_was_damaged_after_it(vault: SealedVault, clock: FakeClock) -> None:
    opened = unlocked(vault)
    assert vault.open is not None
    vault.open.journal.take_calendar(NEWER)
    end = vault.open.log.place.end
    notebook(opened, clock).write("case", "answered", {"item": "arr-safety"})
    vault.lock()
    path = vault.folder / "journal"
    content = bytearray(path.read_bytes())
    content[end + 40] ^= 1
    path.write_bytes(content)
    (vault.folder / "snapshot").unlink(missing_ok=True)
    vault.unlock(PIN, salvage=True)
    assert vault.open is not None
    assert vault.open.missing
    assert vault.open.journal.calendar() == NEWER


def test_phone_that_is_full_keeps_the_calendar_that_it_has(vault: SealedVault) -> None:
    opened = journal(vault)
    opened.take_calendar(boxing_day())
    with no_room(), pytest.raises(JournalFull):
        opened.take_calendar(NEWER + "#" * 200_000)
    assert opened.calendar() == boxing_day()
    vault.lock()
    assert journal(vault).calendar() == boxing_day()


def test_nothing_of_the_calendar_stands_in_clear(vault: SealedVault) -> None:
    journal(vault).take_calendar(NEWER)
    vault.lock()
    content = b"".join(path.read_bytes() for path in vault.folder.rglob("*") if path.is_file())
    assert [word for word in (b"9000.2", b"proclaimed", b"calendar") if word in content] == []


def test_no_acknowledged_calendar_is_lost_by_a_kill(tmp_path: Path) -> None:
    vault, chosen, told = sealed(tmp_path / "phone"), random.Random(13), 0
    for _ in range(KILLS):
        said = killed_after(chosen.uniform(0, 0.05), partial(take_one_after_another, vault, told + 1))
        opening = vault.open()
        found = read_sent(opening.journal.calendar())
        opening.close()
        assert isinstance(found, CourtCalendar), "it is whole"
        assert int(found.version.split(".")[1]) >= int(said[-1])
        told = int(said[-1])
    assert told > KILLS


def take_one_after_another(vault: Sealed, number: int, tell: Callable[[str], None]) -> None:
    opening = vault.open()
    while True:
        opening.journal.take_calendar(boxing_day(f"9000.{number}"))
        tell(str(number))
        number += 1
