"""Files that are damaged, missing, older or swapped: the vault says so, and makes nothing anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ports import Opened, Shut
from storage.handset import Handset
from storage.keystore_file import KeystoreUnreadable
from storage.sealed_log import HEADER
from storage.vault import SealedVault
from tests.fakes.clock import FakeClock
from tests.storage.enrolled import PIN, enrolled, notebook, unlocked


@pytest.fixture
def handset(tmp_path: Path) -> Iterator[Handset]:
    handset = enrolled(tmp_path / "handset", FakeClock())
    yield handset
    handset.close()


@pytest.fixture
def vault(handset: Handset) -> SealedVault:
    """With five facts of two cases, locked."""
    vault = handset.vaults()[0]
    book = notebook(unlocked(vault), FakeClock())
    for number in range(5):
        book.write(f"case-{number % 2}", "answered", {"item": f"item-{number}"})
    vault.lock()
    return vault


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def entries(opened: object) -> list[str]:
    assert isinstance(opened, Opened)
    found = [entry for case in opened.records.cases() for entry in opened.records.entries(case.id)]
    return sorted(str(entry.body["item"]) for entry in found)


ALL = [f"item-{number}" for number in range(5)]


@pytest.mark.parametrize(
    ("name", "shut"),
    [("key.json", Shut.DAMAGED), ("keyring", Shut.DAMAGED), ("journal", Shut.ROLLED_BACK)],
)
def test_missing_file_is_named_and_not_made_anew(
    handset: Handset, vault: SealedVault, name: str, shut: Shut
) -> None:
    (vault.folder / name).unlink()
    before = files(vault.folder)
    assert vault in handset.vaults(), "the officer is enrolled here"
    assert vault.unlock(PIN) is shut
    assert vault.unlock(PIN, salvage=True) is shut
    assert files(vault.folder) == before


def test_journal_of_a_vault_that_was_never_opened_is_not_made_anew_either(handset: Handset) -> None:
    vault = handset.vaults()[0]
    (vault.folder / "journal").unlink()
    assert vault.unlock(PIN) is Shut.ROLLED_BACK
    assert not (vault.folder / "journal").exists()


@pytest.mark.parametrize("name", ["key.json", "keyring", "journal"])
def test_file_cut_anywhere_is_damage_and_stays_as_it_is(vault: SealedVault, name: str) -> None:
    path = vault.folder / name
    whole = path.read_bytes().rstrip(b"\0")
    for length in {0, 1, 40, len(whole) // 3, len(whole) // 2, len(whole) - 1}:
        path.write_bytes(whole[:length])
        assert vault.unlock(PIN) in (Shut.DAMAGED, Shut.ROLLED_BACK), length
        assert path.read_bytes() == whole[:length]
    path.write_bytes(whole)
    assert entries(vault.unlock(PIN)) == ALL


def test_bad_bit_in_the_key_file_is_damage_and_never_a_wrong_pin(vault: SealedVault) -> None:
    path = vault.folder / "key.json"
    whole = path.read_bytes()
    told = json.loads(whole)
    for name in ("salt", "pin", "escrow", "sealed", "who", "sum"):
        at = whole.index(told[name].encode())
        path.write_bytes(whole[:at] + (b"1" if whole[at : at + 1] == b"0" else b"0") + whole[at + 1 :])
        assert vault.unlock(PIN) is Shut.DAMAGED, name
        assert vault.attempts.wrong == 0
    path.write_bytes(whole)
    assert entries(vault.unlock(PIN)) == ALL


def test_bad_bit_in_the_keyring_is_damage(vault: SealedVault) -> None:
    path = vault.folder / "keyring"
    whole = path.read_bytes()
    at = whole.index(b'"ring"') + 40
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    assert vault.unlock(PIN) is Shut.DAMAGED
    path.write_bytes(whole)
    assert entries(vault.unlock(PIN)) == ALL


@pytest.mark.parametrize("name", ["journal", "keyring", "key.json"])
def test_file_of_another_vault_is_not_taken(tmp_path: Path, vault: SealedVault, name: str) -> None:
    other = enrolled(tmp_path / "other", FakeClock())
    stranger = other.vaults()[0]
    notebook(unlocked(stranger), FakeClock()).write("case-0", "answered", {"item": "strange"})
    other.close()
    shutil.copy(stranger.folder / name, vault.folder / name)
    assert not isinstance(vault.unlock(PIN), Opened)


def frames(journal: bytes) -> list[bytes]:
    found, at = [], HEADER
    while (length := int.from_bytes(journal[at : at + 4], "little")) > 0:
        found.append(journal[at : at + 32 + length])
        at += 32 + length
    return found


@pytest.mark.parametrize("order", [(0, 2, 1, 3, 4), (0, 1, 3, 4), (0, 1, 2, 2, 3, 4), (1, 2, 3, 4)])
def test_frames_that_were_swapped_removed_or_doubled_are_noticed(
    vault: SealedVault, order: tuple[int, ...]
) -> None:
    path = vault.folder / "journal"
    whole = path.read_bytes()
    parts = frames(whole)
    assert len(parts) == 5
    changed = whole[:HEADER] + b"".join(parts[number] for number in order)
    path.write_bytes(changed + bytes(4096))
    assert vault.unlock(PIN) is Shut.DAMAGED


def test_frame_put_back_to_an_older_one_is_noticed(vault: SealedVault) -> None:
    path = vault.folder / "journal"
    older = path.read_bytes()
    book = notebook(unlocked(vault), FakeClock())
    book.write("case-0", "answered", {"item": "item-9"})
    vault.lock()
    path.write_bytes(older)
    assert vault.unlock(PIN) is Shut.ROLLED_BACK


@pytest.mark.parametrize("cut", [1, 3])
def test_journal_cut_at_a_frame_is_seen_by_the_anchor(vault: SealedVault, cut: int) -> None:
    path = vault.folder / "journal"
    whole = path.read_bytes()
    parts = frames(whole)
    path.write_bytes(whole[:HEADER] + b"".join(parts[:-cut]) + bytes(4096))
    assert vault.unlock(PIN) is Shut.ROLLED_BACK


def test_journal_cut_behind_a_snapshot_is_seen_although_the_snapshot_remembers(vault: SealedVault) -> None:
    unlocked(vault)
    assert vault.open is not None
    vault.open.write_snapshot()
    vault.lock()
    path = vault.folder / "journal"
    whole = path.read_bytes()
    path.write_bytes(whole[:HEADER] + b"".join(frames(whole)[:2]) + bytes(4096))
    assert vault.unlock(PIN) is Shut.ROLLED_BACK


@pytest.mark.parametrize("damage", ["cut", "flip", "older", "gone", "strange"])
def test_bad_snapshot_is_ignored_and_loses_nothing(vault: SealedVault, damage: str) -> None:
    book = notebook(unlocked(vault), FakeClock())
    assert vault.open is not None
    vault.open.write_snapshot()
    path = vault.folder / "snapshot"
    older = path.read_bytes()
    book.write("case-0", "answered", {"item": "item-5"})
    vault.open.write_snapshot()
    vault.lock()
    newer = path.read_bytes()
    changed = {
        "cut": newer[: len(newer) // 2],
        "flip": newer[:-9] + bytes([newer[-9] ^ 1]) + newer[-8:],
        "older": older,
        "gone": b"",
        "strange": b'{"end": 64}\nnothing',
    }
    path.write_bytes(changed[damage])
    assert entries(vault.unlock(PIN)) == [*ALL, "item-5"]


def test_salvage_says_what_is_lost_keeps_the_damaged_file_and_lasts(vault: SealedVault) -> None:
    path = vault.folder / "journal"
    whole = path.read_bytes()
    third = whole.index(frames(whole)[2]) + 60
    damaged = whole[:third] + bytes([whole[third] ^ 1]) + whole[third + 1 :]
    path.write_bytes(damaged)
    assert vault.unlock(PIN) is Shut.DAMAGED
    opened = vault.unlock(PIN, salvage=True)
    assert entries(opened) == ["item-0", "item-1", "item-3", "item-4"]
    assert isinstance(opened, Opened)
    assert opened.missing == (3,)
    assert (vault.folder / "journal.damaged-1").read_bytes() == damaged
    vault.lock()
    again = vault.unlock(PIN)
    assert entries(again) == ["item-0", "item-1", "item-3", "item-4"]


def test_frames_behind_the_end_of_a_salvaged_log_are_named_by_the_anchor(vault: SealedVault) -> None:
    path = vault.folder / "journal"
    whole = path.read_bytes()
    parts = frames(whole)
    second = parts[1][:40] + bytes([parts[1][40] ^ 1]) + parts[1][41:]
    path.write_bytes(whole[:HEADER] + parts[0] + second + parts[2] + bytes(4096))
    assert vault.unlock(PIN) is Shut.DAMAGED
    opened = vault.unlock(PIN, salvage=True)
    assert isinstance(opened, Opened)
    assert opened.missing == (2, 4, 5)


def test_second_salvage_keeps_both_damaged_files(vault: SealedVault) -> None:
    path = vault.folder / "journal"
    for _ in range(2):
        whole = path.read_bytes()
        parts = frames(whole)
        at = whole.index(parts[1]) + 40
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert vault.unlock(PIN) is Shut.DAMAGED
        assert isinstance(vault.unlock(PIN, salvage=True), Opened)
        vault.lock()
    assert {"journal.damaged-1", "journal.damaged-2"} <= {path.name for path in vault.folder.iterdir()}


def test_late_anchor_of_a_journal_that_was_put_aside_is_never_written(vault: SealedVault) -> None:
    """A commit queues its anchor; salvage within that half second begins a log with fewer frames."""
    book = notebook(unlocked(vault), FakeClock())
    book.write("case-0", "answered", {"item": "item-5"})
    assert vault.open is not None
    anchor = vault.open.anchor
    vault.lock()
    written = anchor.read()
    anchor._write_queued()
    assert anchor.read() == written


@pytest.mark.parametrize("content", [b"{ half", b"", b"[]", b"\xff", b"null"])
def test_keystore_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    """Twice: a start that failed leaves the folder to the next one."""
    folder = tmp_path / "other"
    enrolled(folder, FakeClock()).close()
    (folder / "keystore.json").write_bytes(content)
    for _ in range(2):
        with pytest.raises(KeystoreUnreadable):
            Handset(folder, FakeClock())
    assert (folder / "keystore.json").read_bytes() == content


def test_lost_keystore_is_named_and_no_secret_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "other"
    first = enrolled(folder, FakeClock())
    first.close()
    (folder / "keystore.json").unlink()
    again = Handset(folder, FakeClock())
    assert [vault.shut() for vault in again.vaults()] == [Shut.KEYSTORE_LOST]
    assert again.vault_for("4471") is None
    assert not (folder / "keystore.json").exists()
    again.close()


def test_enrolment_that_was_cut_short_leaves_no_vault(handset: Handset) -> None:
    """Folder, keyring and journal are there, the key file is not: nobody was enrolled."""
    half = handset.folder / "vaults" / "0123456789abcdef"
    half.mkdir()
    (half / "keyring").write_text("{}")
    assert [vault.name for vault in handset.vaults()] != []
    assert half.name not in [vault.name for vault in handset.vaults()]
