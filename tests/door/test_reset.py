from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from tests.door.launched import ROOT


def reset(data: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.reset", "--data", str(data), *more]
    return subprocess.run(
        command, cwd=ROOT, text=True, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in ("station", "handset-1"):
        (tmp_path / "data" / name).mkdir(parents=True)
        (tmp_path / "data" / name / "lock").write_text("")
    return tmp_path / "data"


def test_reset_names_what_is_lost_and_removes_it(data: Path) -> None:
    done = reset(data, "--yes")
    assert done.returncode == 0
    assert "ledger" in done.stdout
    assert "handset-1" in done.stdout
    assert not data.exists()


def test_reset_removes_nothing_when_nobody_can_answer(data: Path) -> None:
    done = reset(data)
    assert done.returncode == 1
    assert "nothing was removed" in done.stderr
    assert data.exists()


@pytest.mark.parametrize("way", [fcntl.flock, fcntl.lockf])
def test_reset_refuses_while_something_holds_a_folder(data: Path, way) -> None:
    with (data / "handset-1" / "lock").open("r+") as lock:
        way(lock, fcntl.LOCK_EX)
        done = reset(data, "--yes")
    assert done.returncode == 1
    assert "Doorstep is running" in done.stderr
    assert data.exists()


def test_reset_without_data_says_so(tmp_path: Path) -> None:
    done = reset(tmp_path / "none", "--yes")
    assert done.returncode == 0
    assert "nothing to remove" in done.stdout
