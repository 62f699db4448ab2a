"""One folder of data, one holder. Two writers in one folder would be two truths."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tools.words import Refused


def grip(held: IO[str]) -> bool:
    """True when nobody else holds the file, by either way that Unix has of holding one."""
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def is_held(lock: Path) -> bool:
    with lock.open("r+") as held:
        return not grip(held)


def locks_in(folder: Path) -> Iterator[Path]:
    """The lock files of whoever works in the folder, ours or theirs."""
    for path in folder.rglob("*"):
        named = path.name.lower() in ("lock", ".lock") or path.suffix == ".lock"
        if named and path.is_file() and not path.is_symlink():
            yield path


def held_in(folder: Path) -> Path | None:
    """The first lock in the folder that somebody holds."""
    return next((lock for lock in locks_in(folder) if is_held(lock)), None)


class Hold:
    """A folder that is ours. Children inherit it, so it lasts until the last of them is gone."""

    def __init__(self, folder: Path, lock: IO[str]) -> None:
        self.folder = folder
        self._lock = lock

    def fileno(self) -> int:
        return self._lock.fileno()

    def name_holder(self, number: int) -> None:
        """Write down which running program a person would have to stop."""
        self._lock.seek(0)
        self._lock.truncate()
        self._lock.write(f"{number}\n")
        self._lock.flush()


@contextlib.contextmanager
def hold(folder: Path) -> Iterator[Hold]:
    """Refused when the folder is in use."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("a+") as lock:
        if not grip(lock):
            lock.seek(0)
            number = lock.read().strip()
            by = f" by program number {number}" if number else ""
            raise Refused(f"{folder} is in use{by}. Stop that Doorstep first (Ctrl-C in its window).")
        if folder.is_dir() and (other := held_in(folder)):
            raise Refused(f"{folder} is in use: something holds {other}. Stop it first.")
        yield Hold(folder, lock)
