from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.door.launched import ROOT
from tools import install

SKIPPING = "import pytest\n\n\ndef test_it():\n    pytest.skip('no server')\n"


class Agreeing:
    """Stands where pip stands, and remembers which locks it was given."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, lock: Path) -> list[str]:
        self.asked.append(lock.stem)
        return [sys.executable, "-c", ""]


def failing(lock: Path) -> list[str]:
    return [sys.executable, "-c", f"raise SystemExit('no {lock.stem}')"]


@pytest.fixture
def locks(tmp_path: Path) -> Path:
    for name in ("dev", "run"):
        (tmp_path / f"{name}.txt").write_text(f"{name}==1\n")
    (tmp_path / "venv").mkdir()
    return tmp_path


def wheel(folder: Path) -> Path:
    """The smallest package there can be."""
    path = folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as inside:
        inside.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        inside.writestr(
            "tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        inside.writestr("tiny-1.0.dist-info/RECORD", "")
    return path


def real_pip(lock: Path, to: Path) -> subprocess.CompletedProcess[str]:
    """The launcher's own pip command, into a folder and from one folder only."""
    command = [*install.pip(lock), "--target", str(to), "--no-index", "--find-links", str(lock.parent)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_second_start_installs_nothing(locks: Path) -> None:
    pip = Agreeing()
    for _ in range(2):
        assert install.install("run", locks, locks / "venv", pip) == 0
    assert pip.asked == ["run"]


def test_changed_lock_is_installed_again(locks: Path) -> None:
    pip = Agreeing()
    install.install("run", locks, locks / "venv", pip)
    (locks / "run.txt").write_text("run==2\n")
    install.install("run", locks, locks / "venv", pip)
    assert pip.asked == ["run", "run"]


def test_full_lock_satisfies_the_smaller_one(locks: Path) -> None:
    pip = Agreeing()
    install.install("dev", locks, locks / "venv", pip)
    install.install("run", locks, locks / "venv", pip)
    assert pip.asked == ["dev"]


def test_failed_install_is_not_taken_for_done(locks: Path) -> None:
    install.install("run", locks, locks / "venv", Agreeing())
    (locks / "run.txt").write_text("run==2\n")
    assert install.install("run", locks, locks / "venv", failing) == 1
    assert not install.is_installed(locks / "run.txt", locks / "venv" / "doorstep-run.lock")


def test_package_with_its_hash_is_installed(tmp_path: Path) -> None:
    digest = hashlib.sha256(wheel(tmp_path).read_bytes()).hexdigest()
    (tmp_path / "run.txt").write_text(f"tiny==1.0 --hash=sha256:{digest}\n")
    done = real_pip(tmp_path / "run.txt", tmp_path / "to")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("line", ["tiny==1.0", f"tiny==1.0 --hash=sha256:{'0' * 64}"])
def test_package_without_its_hash_is_refused(tmp_path: Path, line: str) -> None:
    wheel(tmp_path)
    (tmp_path / "run.txt").write_text(f"{line}\n")
    done = real_pip(tmp_path / "run.txt", tmp_path / "to")
    assert done.returncode != 0
    assert "hash" in done.stderr.lower()
    assert not (tmp_path / "to" / "tiny-1.0.dist-info").exists()


def test_skipped_test_is_not_green(tmp_path: Path) -> None:
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "tools.no_skips",
        "-c",
        str(ROOT / "pyproject.toml"),
    ]
    done = subprocess.run([*command, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Skipped tests count as failed here." in done.stdout
