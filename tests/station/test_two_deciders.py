"""Two superintendents in two processes decide at once: one decision stands, the other is kept and told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app import kinds
from sync.station.accounts import Role
from tests.station.conftest import BOTH
from tests.station.console.referred import CASE, case_at, refer
from tests.station.desk import StationDesk
from tests.station.phone import Phone
from tests.station.scene import account

USERS = {"0087": "authorise", "0088": "refuse", "0089": "authorise"}


def opened(data: Path, number: str, act: str, address: str | None) -> subprocess.Popen[str]:
    words = [str(data), f"ao-{number}", act, *([address] if address else [])]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.station.decider", *words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


@BOTH
@pytest.mark.slow
def test_of_decisions_made_at_once_in_three_processes_one_stands(scene, address, clock, tmp_path):
    refer(Phone(StationDesk(scene), clock=clock))
    for number in USERS:
        account(scene, Role.AUTHORISING, f"ao-{number}", number=number)
    running = [opened(tmp_path, number, act, address) for number, act in USERS.items()]
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in running:
        assert each.stdin is not None
        print(file=each.stdin, flush=True)
    told = [each.communicate()[0].strip() for each in running]
    led = sorted(line.partition("?")[2].partition("=")[0] for line in told)
    assert led == ["done", "kept", "kept"], told
    case = case_at(scene)
    deciding = (kinds.REFERRAL_AUTHORISED, kinds.REFERRAL_REFUSED)
    assert len([each for each in case.entries if each.kind in deciding]) == 1
    kept = [each for each in case.entries if each.kind == kinds.DECISION_NOT_TAKEN]
    assert {each.by for each in kept} | {case.decisions[0].by} == set(USERS)
    ours = sorted((each for each in case.entries if each.of_station), key=lambda entry: entry.seq)
    assert [each.seq for each in ours] == list(range(1, len(ours) + 1))
    assert case.id == CASE
