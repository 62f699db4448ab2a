"""One station for one folder, one program for one port: two would be two truths."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Held(Exception):
    """Another station serves from this folder."""


class PortTaken(Exception):
    """`port` cannot be listened on: somebody else does, or it is not ours to use."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


@contextmanager
def held(data: Path) -> Iterator[None]:
    """Until the end, or until the process is gone. Held."""
    descriptor = os.open(data / "serving.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Held from None
        yield
    finally:
        os.close(descriptor)
