"""SIGKILL at random moments: every write that was acknowledged is there afterwards."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from storage.sealed_log import SealedLog

KEY = bytes(range(32))
KILLS = int(os.environ.get("DOORSTEP_KILLS", "150"))


def write_until_killed(path: Path, tell: int, first: int) -> None:
    log = SealedLog(path, KEY)
    for _ in log.frames():
        pass
    log.repair()
    number = first
    while True:
        log.append(b"fact %d" % number)
        os.write(tell, b"%d\n" % number)
        number += 1


def test_no_acknowledged_fact_is_lost_by_a_kill(tmp_path: Path) -> None:
    path, chosen = tmp_path / "journal", random.Random(11)
    SealedLog.create(path, KEY).close()
    kept = 0
    for _ in range(KILLS):
        hear, tell = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(hear)
            write_until_killed(path, tell, kept)
        os.close(tell)
        time.sleep(chosen.uniform(0.001, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(hear, "rb") as told:
            acknowledged = [int(line) for line in told.read().splitlines()]
        kept = _check(path, kept, acknowledged)
    assert kept > KILLS


def _check(path: Path, before: int, acknowledged: list[int]) -> int:
    log = SealedLog(path, KEY)
    facts = [plain for _, plain in log.frames()]
    log.repair()
    log.close()
    assert facts == [b"fact %d" % number for number in range(len(facts))]
    assert len(facts) >= max(acknowledged, default=before - 1) + 1
    return len(facts)
