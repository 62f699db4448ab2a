"""Keys: what opens the vault, what does not, and what stays when nothing does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.ports import Opened, Shut, WaitFirst, WrongPin
from storage import keys
from storage.attempts import DELAYS
from storage.escrow import open_escrow
from storage.handset import Handset
from storage.keys import weak_pin
from storage.vault import NotTraining, SealedVault
from tests.fakes.clock import FakeClock
from tests.fakes.keystore import FakeKeystore
from tests.storage.enrolled import PIN, RECOVERY, enrolled, enrolment, notebook, unlocked
from tests.storage.enrolled import keys as stream_keys


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


def test_the_right_pin_opens_and_what_was_written_is_there(vault: SealedVault, clock: FakeClock) -> None:
    entry = notebook(unlocked(vault), clock).write("case", "answered", {"item": "arr-safety"})
    vault.lock()
    again = unlocked(vault)
    assert [kept.id for kept in again.records.entries("case")] == [entry.id]
    assert again.journal.head() == (1, entry.hash)


def test_ten_wrong_pins_wait_longer_and_longer_and_then_destroy_the_pin(
    vault: SealedVault, clock: FakeClock
) -> None:
    for number, delay in enumerate(DELAYS, start=1):
        assert vault.unlock("00000000") == WrongPin(10 - number, delay)
        if delay:
            assert vault.unlock(PIN) == WaitFirst(delay)
        clock.advance(seconds=delay)
    assert vault.unlock("00000000") is Shut.DESTROYED
    clock.advance(days=1)
    assert vault.unlock(PIN) is Shut.DESTROYED


def test_the_force_opens_with_its_recovery_key_after_the_pin_was_destroyed(
    vault: SealedVault,
) -> None:
    data_key = _data_key(vault)
    kept = keys.read_key_file(vault.folder / "key.json")
    keys.write_key_file(vault.folder / "key.json", replace(kept, pin=""))
    private = RECOVERY.private_bytes_raw()
    assert vault.unlock(PIN) is Shut.DESTROYED
    assert open_escrow(private, bytes.fromhex(kept.escrow), kept.escrow_place) == data_key


def _data_key(vault: SealedVault) -> bytes:
    unlocked(vault)
    assert vault.open is not None
    data_key = vault.open.data_key
    vault.lock()
    return data_key


def test_a_clock_set_back_gives_no_extra_guess(vault: SealedVault, clock: FakeClock) -> None:
    for _ in range(4):
        vault.unlock("00000000")
    clock.advance(days=-1)
    assert vault.unlock(PIN) == WaitFirst(5)


def test_a_wrong_try_is_counted_though_the_phone_dies_while_it_is_tried(
    vault: SealedVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def battery_pulled(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(keys, "unwrap_pin", battery_pulled)
    with pytest.raises(KeyboardInterrupt):
        vault.unlock("00000000")
    assert vault.attempts.wrong == 1


def test_after_the_lease_the_station_must_be_asked_and_everything_is_kept(
    vault: SealedVault, clock: FakeClock
) -> None:
    notebook(unlocked(vault), clock).write("case", "answered", {})
    vault.lock()
    clock.advance(hours=72)
    assert vault.unlock(PIN) is Shut.LEASE_OVER
    clock.advance(hours=-72)
    assert vault.unlock(PIN) is Shut.LEASE_OVER, "the secret is deleted, not hidden"
    vault.lease.keep("11" * 32, enrolment(clock).lease_ends)
    assert len(unlocked(vault).records.entries("case")) == 1


def test_a_lost_keystore_is_named_and_nothing_is_made_anew(tmp_path: Path) -> None:
    clock, keystore = FakeClock(), FakeKeystore()
    handset = enrolled(tmp_path / "handset", clock, keystore)
    before = _files(tmp_path)
    keystore.kept.clear()
    assert handset.vaults()[0].unlock(PIN) is Shut.KEYSTORE_LOST
    assert _files(tmp_path) == before


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\x00", b'{"vault": 1}'])
def test_a_corrupt_key_file_stays_shut_and_stays_as_it_is(vault: SealedVault, content: bytes) -> None:
    path = vault.folder / "key.json"
    path.write_bytes(content)
    assert vault.unlock(PIN) is Shut.DAMAGED
    assert path.read_bytes() == content


def test_key_parameters_under_the_floor_are_refused(vault: SealedVault) -> None:
    path = vault.folder / "key.json"
    weakened = {**json.loads(path.read_text()), "n": 1 << 14}
    path.write_text(json.dumps(weakened))
    assert vault.unlock(PIN) is Shut.DAMAGED


def test_a_new_pin_opens_and_the_old_one_does_not(vault: SealedVault) -> None:
    unlocked(vault)
    assert vault.change_pin("50381746")
    vault.lock()
    assert vault.unlock(PIN) == WrongPin(9, 0)
    assert isinstance(vault.unlock("50381746"), Opened)


def test_a_live_enrolment_is_refused_where_the_keystore_is_only_a_file(
    tmp_path: Path, clock: FakeClock
) -> None:
    handset = Handset(tmp_path / "other", clock)
    live = replace(enrolment(clock), training=False)
    with pytest.raises(NotTraining):
        handset.new_vault().create(live, stream_keys(), PIN)
    assert handset.vaults() == []


def test_a_second_start_on_the_same_folder_is_held(handset: Handset, clock: FakeClock) -> None:
    from storage.durable import Held

    with pytest.raises(Held):
        Handset(handset.folder, clock)


def test_an_officer_finds_only_the_own_vault(handset: Handset) -> None:
    assert handset.vault_for("4471") is handset.vaults()[0]
    assert handset.vault_for("4502") is None
    assert b"4471" not in (handset.vaults()[0].folder / "key.json").read_bytes()


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("1234567", "short"),
        ("12345678", "run"),
        ("98765432", "run"),
        ("77777777", "same"),
        ("2741830a", "letters"),
        (PIN, None),
    ],
)
def test_a_weak_pin_is_named_by_its_weakness(pin: str, why: str | None) -> None:
    assert weak_pin(pin, 8) == why
