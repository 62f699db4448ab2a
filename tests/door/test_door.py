from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.door.launched import ROOT

COMMANDS = (
    "run",
    "station",
    "reset",
    "test",
    "check",
    "figures",
    "bench",
    "screenshots",
    "apk",
    "doctor",
    "help",
)
PARTS = ("sh", "dirname", "cat", "id", "tr", "cmp")


def door(*typed: str, path: str | None = None, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": path or os.environ["PATH"], "CI": "true"}
    return subprocess.run(
        [str(at / "doorstep"), *typed],
        text=True, capture_output=True, stdin=subprocess.DEVNULL, env=environment, check=False,
    )  # fmt: skip


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A copy of the door on a machine that has a shell and next to nothing else."""
    script = (ROOT / "doorstep").read_text().replace(" /usr/", " /nowhere/").replace(" /opt/", " /nowhere/")
    (tmp_path / "doorstep").write_text(script)
    (tmp_path / "doorstep").chmod(0o755)
    (tmp_path / "bin").mkdir()
    for name in PARTS:
        found = shutil.which(name)
        assert found, name
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def pretend(folder: Path, name: str, script: str) -> None:
    (folder / "bin" / name).unlink(missing_ok=True)
    (folder / "bin" / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / "bin" / name).chmod(0o755)


def test_help_lists_every_command_on_one_screen() -> None:
    said = door("help")
    assert said.returncode == 0
    assert len(said.stdout.splitlines()) <= 24
    for command in COMMANDS:
        assert f"\n  {command} " in said.stdout


def test_no_command_at_all_is_a_call_for_help() -> None:
    assert door().stdout == door("help").stdout


def test_unknown_command_is_answered_with_a_sentence() -> None:
    said = door("rnu")
    assert said.returncode == 2
    assert said.stderr == 'doorstep: there is no command "rnu". ./doorstep help lists them.\n'


def test_door_is_plain_posix_shell() -> None:
    assert (ROOT / "doorstep").read_text().startswith("#!/bin/sh\n")
    for shell in filter(None, map(shutil.which, ("dash", "bash", "busybox"))):
        how = [shell, "sh", "-n"] if shell.endswith("busybox") else [shell, "-n"]
        subprocess.run([*how, str(ROOT / "doorstep")], check=True)


def test_machine_without_python_or_rights_is_told_the_one_line_to_type(bare: Path) -> None:
    pretend(bare, "id", "echo 1000")
    pretend(bare, "apt-get", "exit 9")
    said = door("run", path=str(bare / "bin"), at=bare)
    assert said.returncode == 1
    line = "sudo apt-get install -y --no-install-recommends python3 python3-venv"
    assert said.stderr == f"doorstep: this machine lacks python3 python3-venv. Type: {line}\n"


def test_machine_without_apt_is_told_what_it_lacks(bare: Path) -> None:
    said = door("run", path=str(bare / "bin"), at=bare)
    assert said.returncode == 1
    assert "no apt" in said.stderr


def test_sudo_that_needs_no_password_is_used(bare: Path) -> None:
    pretend(bare, "id", "echo 1000")
    pretend(bare, "sudo", f'echo "$*" >> {bare}/sudo; exit 0')
    pretend(bare, "apt-get", "exit 9")
    door("run", path=str(bare / "bin"), at=bare)
    asked = (bare / "sudo").read_text()
    assert "apt-get install -y --no-install-recommends python3 python3-venv" in asked


def test_failing_apt_fails_the_door(bare: Path) -> None:
    pretend(bare, "id", "echo 0")
    pretend(bare, "apt-get", "exit 100")
    said = door("run", path=str(bare / "bin"), at=bare)
    assert said.returncode == 1
    assert "apt could not install" in said.stderr


def test_doctor_names_every_missing_part_and_fails(bare: Path) -> None:
    said = door("doctor", path=str(bare / "bin"), at=bare)
    assert said.returncode == 1
    for part in ("Python", ".venv", "Chromium", "PostgreSQL"):
        assert f"  missing  {part} " in said.stdout


def test_doctor_is_content_where_the_tests_run() -> None:
    said = door("doctor")
    for part in ("Python", "Chromium", "PostgreSQL"):
        assert f"  here     {part} " in said.stdout


@pytest.mark.parametrize("command", ["figures", "bench", "screenshots"])
def test_command_without_its_module_says_so(bare: Path, command: str) -> None:
    said = door(command, path=str(bare / "bin"), at=bare)
    assert said.returncode == 1
    assert "is not there yet" in said.stderr
