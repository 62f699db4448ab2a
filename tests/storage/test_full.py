"""The phone is full: what was committed stays, nothing is half written, and the officer is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ports import JournalFull, Opened, Shut, WrongPin
from storage.handset import Handset
from storage.keystore_file import FileKeystore
from storage.sealed_log import ROOM
from storage.vault import SealedVault
from tests.fakes.clock import FakeClock
from tests.fakes.keystore import FakeKeystore
from tests.storage.enrolled import PIN, enrolled, enrolment, notebook, unlocked
from tests.storage.enrolled import keys as stream_keys
from tests.storage.room import no_room


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def handset(tmp_path: Path, clock: FakeClock) -> Iterator[Handset]:
    handset = enrolled(tmp_path / "handset", clock)
    yield handset
    handset.close()


@pytest.fixture
def vault(handset: Handset) -> SealedVault:
    return handset.vaults()[0]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_fact_that_does_not_fit_is_refused_and_the_draft_stays(vault: SealedVault, clock: FakeClock) -> None:
    opened = unlocked(vault)
    book = notebook(opened, clock)
    first = book.write("case", "answered", {"item": "arr-safety"})
    opened.journal.keep_draft("case/note", "typed", clock.now())
    with no_room(), pytest.raises(JournalFull):
        book.write("case", "answered", {"item": "arr-separate"}, clears=["case/note"])
    assert [entry.id for entry in opened.records.entries("case")] == [first.id]
    draft = opened.records.draft("case/note")
    assert draft is not None
    assert draft.value == "typed"


def test_work_goes_on_in_the_same_chain_as_soon_as_there_is_room(
    vault: SealedVault, clock: FakeClock
) -> None:
    opened = unlocked(vault)
    book = notebook(opened, clock)
    first = book.write("case", "answered", {"item": "arr-safety"})
    with no_room(), pytest.raises(JournalFull):
        book.write("case", "answered", {})
    second = book.write("case", "answered", {"item": "arr-separate"})
    assert (second.seq, second.prev) == (2, first.hash)
    vault.lock()
    assert [entry.id for entry in unlocked(vault).records.entries("case")] == [first.id, second.id]


def test_frame_that_fits_is_taken_where_there_is_no_room_ahead(vault: SealedVault, clock: FakeClock) -> None:
    """What is left is less than the room that is made ahead, and enough for the fact."""
    opened = unlocked(vault)
    book = notebook(opened, clock)
    book.write("case", "answered", {})
    assert vault.open is not None
    size = (vault.folder / "journal").stat().st_size
    written = 1
    with no_room(size + ROOM // 4):
        while vault.open.log.place.end <= size:
            book.write("case", "answered", {"item": "arr-safety", "note": "x" * 4000})
            written += 1
    vault.lock()
    assert len(unlocked(vault).records.entries("case")) == written


def test_first_fact_of_a_case_leaves_no_key_of_its_own_where_it_does_not_fit(
    vault: SealedVault, clock: FakeClock
) -> None:
    opened = unlocked(vault)
    before = files(vault.folder)
    with no_room(), pytest.raises(JournalFull):
        notebook(opened, clock).write("new", "incident_opened", {})
    assert files(vault.folder) == before


def test_vault_locks_and_drops_its_keys_all_the_same(vault: SealedVault, clock: FakeClock) -> None:
    book = notebook(unlocked(vault), clock)
    book.write("case", "answered", {})
    with no_room():
        vault.lock()
    assert vault.open is None
    assert len(unlocked(vault).records.entries("case")) == 1


def test_pin_cannot_be_tried_while_no_try_can_be_counted(vault: SealedVault) -> None:
    with no_room(), pytest.raises(JournalFull):
        vault.unlock("00000000")
    assert vault.attempts.wrong == 0
    assert vault.unlock("00000000") == WrongPin(9, 0)


def test_vault_opens_on_a_full_phone_whose_keystore_has_room(tmp_path: Path, clock: FakeClock) -> None:
    handset = enrolled(tmp_path / "other", clock, FakeKeystore())
    vault = handset.vaults()[0]
    notebook(unlocked(vault), clock).write("case", "answered", {})
    vault.lock()
    with no_room():
        opened = vault.unlock(PIN)
    assert isinstance(opened, Opened)
    assert len(opened.records.entries("case")) == 1
    handset.close()


def test_lease_that_ends_on_a_full_phone_is_over_all_the_same(vault: SealedVault, clock: FakeClock) -> None:
    clock.advance(hours=72)
    with no_room():
        assert vault.shut() is Shut.LEASE_OVER
    clock.advance(hours=-72)
    assert vault.lease.secret() is not None
    clock.advance(hours=72)
    assert vault.shut() is Shut.LEASE_OVER
    assert vault.lease.secret() is None, "deleted as soon as there was room"


def test_enrolment_without_room_leaves_no_vault(handset: Handset, clock: FakeClock) -> None:
    before = [vault.name for vault in handset.vaults()]
    with no_room(), pytest.raises(OSError, match="File too large"):
        handset.new_vault().create(enrolment(clock), stream_keys(), PIN)
    assert [vault.name for vault in handset.vaults()] == before


def test_salvage_without_room_leaves_the_damaged_journal_as_it_is(
    vault: SealedVault, clock: FakeClock
) -> None:
    book = notebook(unlocked(vault), clock)
    for number in range(4):
        book.write("case", "answered", {"item": f"item-{number}"})
    vault.lock()
    journal = vault.folder / "journal"
    flipped = bytearray(journal.read_bytes())
    flipped[len(bytes(flipped).rstrip(b"\0")) // 2] ^= 1
    journal.write_bytes(bytes(flipped))
    before = files(vault.folder)
    with no_room(4096), pytest.raises(JournalFull):
        vault.unlock(PIN, salvage=True)
    assert files(vault.folder) == before
    opened = vault.unlock(PIN, salvage=True)
    assert isinstance(opened, Opened)
    assert len(opened.records.entries("case")) == 3


def test_file_that_could_not_be_replaced_leaves_no_draft_of_itself(tmp_path: Path) -> None:
    keystore = FileKeystore(tmp_path)
    keystore.set("one", "1")
    with no_room(), pytest.raises(OSError, match="File too large"):
        keystore.set("two", "2")
    assert [path.name for path in tmp_path.iterdir()] == ["keystore.json"]
    assert (keystore.get("one"), keystore.get("two")) == ("1", None)
    assert FileKeystore(tmp_path).get("one") == "1"
