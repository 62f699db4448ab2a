"""One tap at a time: a second one while the first is at work means nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_going: set[str] = set()


@contextmanager
def one_tap(name: str) -> Iterator[bool]:
    """Whether this is the one that does the work called `name`."""
    if name in _going:
        yield False
        return
    _going.add(name)
    try:
        yield True
    finally:
        _going.discard(name)
