"""SIGKILL at random moments: every write that was acknowledged is there afterwards."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.entry import GENESIS
from app.ports import Draft
from storage.opening import Opening
from storage.sealed_log import SealedLog
from tests.fakes.clock import FakeClock
from tests.faults.killing import killed_after
from tests.faults.opened import Sealed, book, sealed

KEY = bytes(range(32))
KILLS = int(os.environ.get("DOORSTEP_KILLS", "100"))
CASES = 3


def test_no_acknowledged_frame_is_lost_by_a_kill(tmp_path: Path) -> None:
    path, chosen = tmp_path / "journal", random.Random(11)
    SealedLog.create(path, KEY).close()
    kept = 0
    for _ in range(KILLS):
        told = killed_after(chosen.uniform(0, 0.02), partial(write, path, kept))
        kept = checked(path, max([kept, *[int(line) + 1 for line in told]]))
    assert kept > KILLS


def write(path: Path, number: int, tell: Callable[[str], None]) -> None:
    log = SealedLog(path, KEY)
    for _ in log.frames():
        pass
    log.repair()
    while True:
        log.append(b"fact %d" % number)
        tell(str(number))
        number += 1


def checked(path: Path, acknowledged: int) -> int:
    log = SealedLog(path, KEY)
    facts = [plain for _, plain in log.frames()]
    log.repair()
    log.close()
    assert facts == [b"fact %d" % number for number in range(len(facts))]
    assert len(facts) >= acknowledged
    return len(facts)


def test_no_acknowledged_fact_or_draft_is_lost_by_a_kill(tmp_path: Path) -> None:
    """Facts, drafts that become facts, drafts that stay, snapshots and anchors, all at work."""
    vault, chosen = sealed(tmp_path), random.Random(12)
    told: list[str] = []
    for _ in range(KILLS // 4):
        told += killed_after(chosen.uniform(0, 0.05), partial(work, vault))
        opening = vault.open()
        number = len(found(opening))
        acknowledged = [int(line[1:]) for line in told if line[0] == "f"]
        assert number >= max(acknowledged, default=-1) + 1
        drafts_stand(opening, told)
        opening.close()
    assert len(told) > KILLS


def work(vault: Sealed, tell: Callable[[str], None]) -> None:
    opening = vault.open()
    notes, clock = book(opening), FakeClock()
    number = len(found(opening))
    while True:
        case = f"case-{number % CASES}"
        opening.journal.keep_draft(f"{case}/note", number, clock.now())
        tell(f"d{number}")
        clears = [f"{case}/note"] if number % 2 else []
        notes.write(case, "answered", {"item": number}, clears=clears)
        tell(f"f{number}")
        if number % 25 == 24:
            opening.write_snapshot()
        number += 1


def found(opening: Opening) -> list[int]:
    """Every fact in the order of the chain, which has no gap and no double."""
    entries = opening.journal.own_after(0)
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.prev for entry in entries] == [GENESIS, *[entry.hash for entry in entries]][: len(entries)]
    numbers = [int(entry.body["item"]) for entry in entries]
    assert numbers == list(range(len(numbers)))
    return numbers


def drafts_stand(opening: Opening, told: list[str]) -> None:
    """The newest draft of a case is there at least as it was acknowledged, unless it became a fact."""
    facts = len(found(opening))
    typed = [int(line[1:]) for line in told if line[0] == "d"]
    for case in range(CASES):
        last = max([number for number in typed if number % CASES == case], default=-1)
        draft: Draft | None = opening.records.draft(f"case-{case}/note")
        became_a_fact = last % 2 == 1 and last < facts
        if last >= 0 and not became_a_fact:
            assert draft is not None
            assert draft.value >= last
