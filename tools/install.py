"""Installs a hashed lock into this environment, once per content of the lock."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HELD_BY = {"dev": ("dev", "run"), "run": ("run",), "lock": ("lock",)}
"""Lock to the locks that are satisfied with it."""


def is_installed(lock: Path, stamp: Path) -> bool:
    """True when this very lock was the last one to be installed under its name."""
    return stamp.is_file() and stamp.read_bytes() == lock.read_bytes()


def pip(lock: Path) -> list[str]:
    """No package without a hash, no build from source, nothing that the lock does not name."""
    return [
        *(sys.executable, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"),
        *("--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)),
    ]


def install(name: str, locks: Path, environment: Path, pip: Callable[[Path], list[str]] = pip) -> int:
    """0 when the lock is in place. Says what it does only when there is something to do."""
    stamps = {held: environment / f"doorstep-{held}.lock" for held in HELD_BY[name]}
    with (environment / "doorstep.installing").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if is_installed(locks / f"{name}.txt", stamps[name]):
            return 0
        print(f"Installing requirements/{name}.txt into .venv", flush=True)
        for stamp in stamps.values():
            stamp.unlink(missing_ok=True)
        if subprocess.run(pip(locks / f"{name}.txt"), check=False).returncode != 0:
            print(
                f"doorstep: requirements/{name}.txt could not be installed; the lines above say why. "
                "This needs a package registry.",
                file=sys.stderr,
            )
            return 1
        for held, stamp in stamps.items():
            stamp.write_bytes((locks / f"{held}.txt").read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(install(sys.argv[1], ROOT / "requirements", Path(sys.prefix)))
