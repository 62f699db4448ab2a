"""Files that are there after the battery was pulled."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path


def flush(descriptor: int) -> None:
    """Reach the medium. On iOS and macOS a plain fsync stops at the drive's cache."""
    if hasattr(fcntl, "F_FULLFSYNC"):
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def is_full(error: OSError) -> bool:
    """Whether it failed for want of room, and not because something is broken."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, content: bytes) -> None:
    """The old content or the new, never a mixture. OSError leaves the old and nothing beside it."""
    draft = path.with_name(path.name + ".new")
    try:
        _write(draft, content)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        flush(descriptor)
    finally:
        os.close(descriptor)


def private_folder(path: Path) -> Path:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


class Held(Exception):
    """Another process has this folder open."""


def hold(path: Path) -> int:
    """Take the lock file, for as long as the process lives. Held when it is taken."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise Held from None
    return descriptor
