"""What a handset says that does not start: one sentence, one next step, and nothing changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.timekeeping import TRAINING_CLOCK
from main import begin
from storage.durable import hold
from tests.journeys.stage import ROOT

PIN = "90817263"
ENROL = ["enrol", "--station", "127.0.0.1:1", "--code", "", "--pin", PIN]


def start(folder: Path, *words: str, tree: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *(words or ENROL), "--data", str(folder)],
        cwd=tree, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_folder_in_use_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = hold(tmp_path / "lock")
    assert begin([*ENROL, "--data", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        "Doorstep is already open on this handset. Use that window, or close it first.\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lock"]
    os.close(held)


def test_unreadable_keystore_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "keystore.json").write_text("{half")
    done = start(tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith(
        "The keystore of this handset cannot be read. Nothing was changed. Ask your administrator.\n"
    )
    assert (tmp_path / "keystore.json").read_text() == "{half"


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = start(tmp_path / "file" / "data")
    assert done.returncode == 2
    assert f"The folder {tmp_path / 'file' / 'data'} cannot be used for the records." in done.stderr
    assert "Traceback" not in done.stderr


def test_mistyped_code_is_said_on_the_command_line_in_the_words_of_the_screen(tmp_path: Path) -> None:
    done = start(tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith("The code is mistyped. Check each group of four and type it again.\n")


def test_malformed_guidance_names_the_file_and_the_next_step(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    shutil.copytree(ROOT / "app", tree / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "main.py", tree)
    for name in ("views", "storage", "sync", "assets"):
        (tree / name).symlink_to(ROOT / name)
    (tree / "app" / "content" / "tasks.toml").write_text("[broken")
    done = start(tmp_path / "data", tree=tree)
    assert done.returncode == 2
    assert done.stderr.startswith("The guidance cannot be read: tasks.toml: this is not TOML")
    assert done.stderr.endswith("Install Doorstep again.\n")
    assert not (tmp_path / "data").exists()


def test_training_clock_moves_a_handset_whose_keystore_is_only_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clock").write_text("2026-11-23T21:52:00+00:00")
    monkeypatch.setenv(TRAINING_CLOCK, str(tmp_path / "clock"))
    assert start(tmp_path / "data").stderr.endswith("type it again.\n")
