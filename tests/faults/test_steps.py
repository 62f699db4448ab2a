"""SIGKILL before every single file operation of what must not be left half done."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from app.ports import Opened, Shut, WrongPin
from storage.handset import Handset
from storage.opening import Opening
from storage.recovery import recover
from tests.fakes.clock import FakeClock
from tests.faults.killing import Work, killed_before
from tests.faults.opened import Sealed, book, items, sealed
from tests.storage.enrolled import PIN, RECOVERY, enrolled, unlocked

OTHER = "50381746"
ALL = [f"item-{number}" for number in range(4)]


@pytest.fixture
def vault(tmp_path: Path) -> Sealed:
    """Two cases with two facts each."""
    found = sealed(tmp_path / "whole")
    opening = found.open()
    for number in range(4):
        book(opening).write(f"case-{number // 2}", "answered", {"item": f"item-{number}"})
    opening.close()
    return found


def every_step(vault: Sealed, ready: Callable[[Sealed], Work], fewest: int = 3) -> Iterator[Sealed]:
    """A copy of the vault for each step before which the work was killed, and one where it came through."""
    step, killed = 0, True
    while killed:
        step += 1
        copy = Sealed(vault.root.with_name(f"step-{step}"), vault.name, vault.data_key)
        shutil.copytree(vault.root, copy.root)
        killed = killed_before(step, partial(ready, copy))
        yield copy
        shutil.rmtree(copy.root)
    assert step > fewest, "it was killed in the middle as well"


def test_snapshot_that_is_killed_loses_nothing(vault: Sealed) -> None:
    for copy in every_step(vault, lambda here: here.open().write_snapshot):
        assert items(copy.open()) == ALL


def test_lock_that_is_killed_loses_nothing(vault: Sealed) -> None:
    for copy in every_step(vault, lambda here: written(here).close):
        assert items(copy.open()) == ALL


def written(vault: Sealed) -> Opening:
    """Open, with a draft whose anchor waits."""
    opening = vault.open()
    opening.journal.keep_draft("case-0/note", "typed", FakeClock().now())
    return opening


def receipted(vault: Sealed) -> None:
    opening = vault.open()
    entries = opening.journal.own_after(0)
    told = [[entry.id, entry.seq, entry.hash] for entry in entries]
    time = "2026-11-23T22:39:00+00:00"
    head = entries[-1].hash
    opening.journal.take_receipt(
        {"receipt": "r", "stream": "s-1", "entries": told, "seq": 4, "head": head, "time": time}
    )
    opening.close()


def shredding(vault: Sealed) -> Work:
    return partial(vault.open().journal.shred_case, "case-0")


def test_shredding_that_is_killed_is_finished_at_the_next_unlock_and_spares_the_others(vault: Sealed) -> None:
    receipted(vault)
    for copy in every_step(vault, shredding):
        opening = copy.open()
        assert items(opening) == ALL[2:]
        assert opening.ring.key("case-0") is None
        opening.close()


def test_first_fact_of_a_case_that_is_killed_is_there_or_not_at_all(vault: Sealed) -> None:
    def ready(here: Sealed) -> Work:
        return partial(book(here.open()).write, "case-9", "answered", {"item": "new"})

    for copy in every_step(vault, ready, fewest=2):
        assert items(copy.open()) in (ALL, [*ALL, "new"])


def test_salvage_that_is_killed_can_be_done_again(vault: Sealed) -> None:
    journal = vault.folder / "journal"
    whole = bytearray(journal.read_bytes())
    whole[len(bytes(whole).rstrip(b"\0")) // 2] ^= 1
    journal.write_bytes(bytes(whole))
    left = items(Sealed(shutil.copytree(vault.root, vault.root.with_name("straight")), vault.name,
                        vault.data_key).open(salvage=True))  # fmt: skip
    assert len(left) == 3
    for copy in every_step(vault, lambda here: partial(here.open, salvage=True)):
        found = copy.tried()
        if found is Shut.DAMAGED:
            found = copy.open(salvage=True)
        assert not isinstance(found, Shut)
        assert items(found) == left


def test_enrolment_that_is_killed_leaves_a_vault_that_opens_or_none(tmp_path: Path) -> None:
    clock, step, killed, seen = FakeClock(), 0, True, set[int]()
    while killed:
        step += 1
        folder = tmp_path / str(step)
        killed = killed_before(step, partial(partial, enrolled, folder, FakeClock()))
        handset = Handset(folder, clock)
        seen.add(len(handset.vaults()))
        for vault in handset.vaults():
            unlocked(vault)
        handset.close()
    assert seen == {0, 1}


def changing(folder: Path) -> Work:
    vault = Handset(folder, FakeClock()).vaults()[0]
    unlocked(vault)
    return partial(vault.change_pin, OTHER)


def test_new_pin_that_is_killed_leaves_one_pin_that_opens(tmp_path: Path) -> None:
    enrolled(tmp_path / "whole", FakeClock()).close()
    step, killed, opened_by = 0, True, set[str]()
    while killed:
        step += 1
        folder = shutil.copytree(tmp_path / "whole", tmp_path / str(step))

        killed = killed_before(step, partial(changing, folder))
        handset = Handset(folder, FakeClock())
        tried = {pin: handset.vaults()[0].unlock(pin) for pin in (OTHER, PIN)}
        assert sorted(type(each) is Opened for each in tried.values()) == [False, True]
        opened_by |= {pin for pin, each in tried.items() if isinstance(each, Opened)}
        handset.close()
    assert opened_by == {PIN, OTHER}


def test_destruction_that_is_killed_is_a_destruction_and_the_force_still_opens(vault: Sealed) -> None:
    handset = Handset(vault.root, FakeClock())
    for _ in range(9):
        handset.vaults()[0].attempts.count()
    handset.close()

    def tenth(here: Sealed) -> Work:
        clock = FakeClock()
        clock.advance(hours=2)
        return partial(Handset(here.root, clock).vaults()[0].unlock, "00000000")

    for copy in every_step(vault, tenth):
        clock = FakeClock()
        clock.advance(hours=4)
        again = Handset(copy.root, clock)
        tried = again.vaults()[0].unlock("00000000")
        assert tried is Shut.DESTROYED
        assert not isinstance(tried, WrongPin)
        again.close()
        assert len(recover(copy.folder, RECOVERY.private_bytes_raw()).entries) == 4
