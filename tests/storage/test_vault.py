"""Keys: what opens the vault, what does not, and what stays when nothing does."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.ports import Opened, Shut, WaitFirst, WrongPin
from storage import keys
from storage.anchor import Anchor
from storage.attempts import DELAYS
from storage.durable import Held
from storage.handset import Handset
from storage.keys import weak_pin
from storage.sealed_log import LogClosed
from storage.vault import NotTraining, SealedVault
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


def test_the_count_of_wrong_pins_and_its_delay_survive_a_restart(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "other"
    handset = enrolled(folder, clock)
    for number, delay in enumerate(DELAYS, start=1):
        assert handset.vaults()[0].unlock("00000000") == WrongPin(10 - number, delay)
        handset.close()
        handset = Handset(folder, clock)
        again = handset.vaults()[0]
        assert (again.attempts.wrong, again.attempts.left) == (number, 10 - number)
        if delay:
            assert again.unlock(PIN) == WaitFirst(delay)
        clock.advance(seconds=delay)
    assert handset.vaults()[0].unlock("00000000") is Shut.DESTROYED
    handset.close()
    again = Handset(folder, clock).vaults()[0]
    assert again.unlock(PIN) is Shut.DESTROYED


def test_the_right_pin_in_between_begins_the_count_anew(vault: SealedVault, clock: FakeClock) -> None:
    for _ in range(3):
        vault.unlock("00000000")
    unlocked(vault)
    vault.lock()
    assert vault.unlock("00000000") == WrongPin(9, 0)


def test_a_part_of_a_second_still_counts_as_waiting(vault: SealedVault, clock: FakeClock) -> None:
    for _ in range(4):
        vault.unlock("00000000")
    clock.advance(seconds=4.5)
    assert vault.unlock(PIN) == WaitFirst(1)


def test_a_destruction_that_was_cut_short_is_finished_at_the_next_try(
    tmp_path: Path, clock: FakeClock
) -> None:
    """The tenth was counted, and the phone died before anything was destroyed."""
    keystore = FakeKeystore()
    handset = enrolled(tmp_path / "other", clock, keystore)
    vault = handset.vaults()[0]
    for _ in range(10):
        vault.attempts.count()
    assert [name for name in keystore.kept if name.startswith("pin:")]
    assert vault.unlock(PIN) is Shut.DESTROYED
    assert not [name for name in keystore.kept if name.startswith("pin:")]
    assert keys.read_key_file(vault.folder / "key.json").pin == ""
    handset.close()


def test_a_clock_set_back_gives_no_extra_guess(vault: SealedVault, clock: FakeClock) -> None:
    for _ in range(4):
        vault.unlock("00000000")
    clock.advance(days=-1)
    assert vault.unlock(PIN) == WaitFirst(5)


class DyingKeystore(FakeKeystore):
    """The phone dies as soon as the PIN's secret is asked for, once `dying` is set."""

    dying = False

    def get(self, name: str) -> str | None:
        if self.dying and name.startswith("pin:") and "attempts" in " ".join(self.kept):
            raise KeyboardInterrupt
        return super().get(name)


def test_a_wrong_try_is_counted_though_the_phone_dies_while_it_is_tried(
    tmp_path: Path, clock: FakeClock
) -> None:
    keystore = DyingKeystore()
    handset = enrolled(tmp_path / "other", clock, keystore)
    vault = handset.vaults()[0]
    keystore.dying = True
    with pytest.raises(KeyboardInterrupt):
        vault.unlock("00000000")
    keystore.dying = False
    assert vault.attempts.wrong == 1
    handset.close()


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


def test_a_clock_set_back_wins_no_hour_of_the_lease(vault: SealedVault, clock: FakeClock) -> None:
    """The phone has shown 71 hours; it is set back by two days and runs on for one."""
    clock.advance(hours=71)
    unlocked(vault)
    vault.lock()
    clock.advance(hours=-48)
    assert vault.shut() is None
    clock.advance(hours=49)
    assert vault.unlock(PIN) is Shut.LEASE_OVER


def test_a_clock_that_was_far_ahead_does_not_end_the_lease_that_the_station_gives_next(
    vault: SealedVault, clock: FakeClock
) -> None:
    clock.advance(days=400)
    assert vault.shut() is Shut.LEASE_OVER
    clock.advance(days=-400)
    vault.lease.keep("11" * 32, enrolment(clock).lease_ends)
    assert vault.shut() is None


def test_each_contact_moves_the_end_and_never_brings_a_deleted_secret_back(
    vault: SealedVault, clock: FakeClock
) -> None:
    clock.advance(hours=70)
    vault.lease.move_end(enrolment(clock).lease_ends)
    clock.advance(hours=70)
    assert vault.shut() is None
    clock.advance(hours=2)
    assert vault.shut() is Shut.LEASE_OVER
    vault.lease.move_end(enrolment(clock).lease_ends)
    assert vault.shut() is Shut.LEASE_OVER


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


@pytest.mark.parametrize("weaker", [{"n": 1 << 15}, {"r": 4}, {"p": 1}, {"alg": "pbkdf2"}, {"version": 2}])
def test_key_parameters_under_the_floor_are_refused(vault: SealedVault, weaker: Any) -> None:
    path = vault.folder / "key.json"
    kept = keys.read_key_file(path)
    keys.write_key_file(path, replace(kept, **weaker))
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


def test_a_new_pin_that_is_cut_short_leaves_the_old_one(tmp_path: Path, clock: FakeClock) -> None:
    """The keystore has the new secret, and the key file could not be written."""
    handset = enrolled(tmp_path / "other", clock, FakeKeystore())
    vault = handset.vaults()[0]
    unlocked(vault)
    with no_room(), pytest.raises(OSError, match="File too large"):
        vault.change_pin("50381746")
    vault.lock()
    assert isinstance(vault.unlock(PIN), Opened)
    handset.close()


def test_a_locked_vault_takes_no_new_pin(vault: SealedVault) -> None:
    assert not vault.change_pin("50381746")


def test_a_second_start_on_the_same_folder_is_held(handset: Handset, clock: FakeClock) -> None:
    with pytest.raises(Held):
        Handset(handset.folder, clock)


def test_the_folder_is_free_again_when_its_process_ends(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "other"
    enrolled(folder, clock).close()
    child = os.fork()
    if child == 0:
        Handset(folder, clock)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    again = Handset(folder, clock)
    assert len(again.vaults()) == 1
    again.close()


def test_a_vault_that_is_open_elsewhere_is_held(vault: SealedVault, clock: FakeClock) -> None:
    unlocked(vault)
    other = SealedVault(vault.folder, vault._keystore, clock)
    assert other.unlock(PIN) is Shut.HELD


def test_whoever_still_holds_the_journal_of_a_locked_vault_writes_nothing(
    vault: SealedVault, clock: FakeClock
) -> None:
    book = notebook(unlocked(vault), clock)
    book.write("case", "answered", {})
    vault.lock()
    before = (vault.folder / "journal").read_bytes()
    with pytest.raises(LogClosed):
        book.write("case", "answered", {})
    assert (vault.folder / "journal").read_bytes() == before


def test_a_second_unlock_closes_the_first(vault: SealedVault, clock: FakeClock) -> None:
    first = notebook(unlocked(vault), clock)
    notebook(unlocked(vault), clock).write("case", "answered", {})
    with pytest.raises(LogClosed):
        first.write("case", "answered", {})


def test_the_anchor_is_written_at_once_on_receipt_background_and_lock(
    vault: SealedVault, clock: FakeClock
) -> None:
    opened = unlocked(vault)
    entry = notebook(opened, clock).write("case", "answered", {})
    assert vault.open is not None
    anchor = vault.open.anchor
    vault.settle()
    assert _number(anchor) == 1
    ids = [[entry.id, entry.seq, entry.hash]]
    told = {"receipt": "r", "entries": ids, "seq": 1, "head": entry.hash, "time": clock.now().isoformat()}
    opened.journal.take_receipt(told)
    assert _number(anchor) == 2
    opened.journal.keep_draft("case/note", "x", clock.now())
    vault.lock()
    assert _number(anchor) == 3


def _number(anchor: Anchor) -> int:
    kept = anchor.read()
    assert kept is not None
    return kept[0]


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
