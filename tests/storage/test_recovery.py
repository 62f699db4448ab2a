"""What the force opens with its own key, whatever became of the PIN, the keystore and the phone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.entry import Entry
from app.ports import Shut, WrongPin
from storage.attempts import DELAYS
from storage.handset import Handset
from storage.recovery import CannotRecover, main, recover
from storage.vault import SealedVault
from tests.fakes.clock import FakeClock
from tests.fakes.keystore import FakeKeystore
from tests.storage.enrolled import PIN, RECOVERY, enrolled, notebook, unlocked

PRIVATE = RECOVERY.private_bytes_raw()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def keystore() -> FakeKeystore:
    return FakeKeystore()


@pytest.fixture
def handset(tmp_path: Path, clock: FakeClock, keystore: FakeKeystore) -> Iterator[Handset]:
    handset = enrolled(tmp_path / "handset", clock, keystore)
    yield handset
    handset.close()


@pytest.fixture
def vault(handset: Handset) -> SealedVault:
    return handset.vaults()[0]


@pytest.fixture
def unsent(vault: SealedVault, clock: FakeClock) -> list[Entry]:
    """Two facts that the station has never seen, and something that was being typed."""
    opened = unlocked(vault)
    book = notebook(opened, clock)
    written = [book.write("case", "answered", {"item": item}) for item in ("arr-safety", "vic-alone")]
    opened.journal.keep_draft("case/note", "I want", clock.now())
    vault.lock()
    return written


def destroy(vault: SealedVault, clock: FakeClock) -> None:
    """Ten wrong PINs, as many hours as they take."""
    for delay in DELAYS:
        assert isinstance(vault.unlock("00000000"), WrongPin)
        clock.advance(seconds=delay)
    assert vault.unlock("00000000") is Shut.DESTROYED


def test_tenth_wrong_pin_destroys_the_pin_and_the_force_still_opens(
    vault: SealedVault, clock: FakeClock, keystore: FakeKeystore, unsent: list[Entry]
) -> None:
    destroy(vault, clock)
    assert not [name for name in keystore.kept if name.startswith("pin:")]
    assert vault.lease.secret() is None
    assert vault.unlock(PIN) is Shut.DESTROYED
    found = recover(vault.folder, PRIVATE)
    assert [entry.id for entry in found.entries] == [entry.id for entry in unsent]
    assert [entry.hash for entry in found.entries] == [entry.hash for entry in unsent]
    assert (found.drafts, found.missing) == ({"case/note": "I want"}, ())


def test_keystore_that_is_gone_with_its_phone_costs_the_force_nothing(
    vault: SealedVault, keystore: FakeKeystore, unsent: list[Entry]
) -> None:
    keystore.kept.clear()
    assert vault.shut() is Shut.KEYSTORE_LOST
    assert len(recover(vault.folder, PRIVATE).entries) == len(unsent)


def test_recovery_changes_nothing_in_the_folder(vault: SealedVault, unsent: list[Entry]) -> None:
    before = {path.name: path.read_bytes() for path in vault.folder.iterdir()}
    recover(vault.folder, PRIVATE)
    assert {path.name: path.read_bytes() for path in vault.folder.iterdir()} == before


def test_recovery_reads_past_damage_and_names_what_is_lost(vault: SealedVault, unsent: list[Entry]) -> None:
    journal = vault.folder / "journal"
    whole = bytearray(journal.read_bytes())
    whole[120] ^= 1
    journal.write_bytes(bytes(whole))
    found = recover(vault.folder, PRIVATE)
    assert ([entry.id for entry in found.entries], found.missing) == ([unsent[1].id], (1,))


def test_another_key_opens_nothing(vault: SealedVault, unsent: list[Entry]) -> None:
    stranger = X25519PrivateKey.generate().private_bytes_raw()
    with pytest.raises(CannotRecover, match="does not open"):
        recover(vault.folder, stranger)


@pytest.mark.parametrize("name", ["key.json", "keyring", "journal"])
def test_missing_file_is_said(vault: SealedVault, unsent: list[Entry], name: str) -> None:
    (vault.folder / name).unlink()
    with pytest.raises(CannotRecover, match="missing or damaged"):
        recover(vault.folder, PRIVATE)


def test_shredded_case_stays_shredded_for_the_force(
    vault: SealedVault, clock: FakeClock, unsent: list[Entry]
) -> None:
    opened = unlocked(vault)
    opened.journal.take_receipt(
        {
            "receipt": "r-1",
            "stream": "s-1",
            "entries": [[entry.id, entry.seq, entry.hash] for entry in unsent],
            "seq": 2,
            "head": unsent[-1].hash,
            "time": clock.now().isoformat(),
        }
    )
    assert vault.open is not None
    assert vault.open.journal.shred_case("case")
    assert recover(vault.folder, PRIVATE).entries == ()


@pytest.mark.parametrize("content", [PRIVATE, PRIVATE.hex().encode() + b"\n"])
def test_command_writes_entries_and_drafts_a_line_each(
    vault: SealedVault,
    unsent: list[Entry],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes,
) -> None:
    key = tmp_path / "private"
    key.write_bytes(content)
    assert main([str(vault.folder), str(key)]) == 0
    told = capsys.readouterr()
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert [line.get("id") or line["draft"] for line in lines] == [*[each.id for each in unsent], "case/note"]
    assert told.err == "2 entries, 1 drafts. Frames lost: none.\n"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("zz", "The private key cannot be read: its file holds 32 bytes or 64 hex digits.\n"),
        ("00", "The private key cannot be read: its file holds 32 bytes or 64 hex digits.\n"),
        ("11" * 32, "This key does not open this vault.\n"),
    ],
)
def test_command_says_what_is_wrong(
    vault: SealedVault,
    unsent: list[Entry],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    key: str,
    said: str,
) -> None:
    path = tmp_path / "private"
    path.write_text(key)
    assert main([str(vault.folder), str(path)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", said)
