"""Number and tag of the last frame, in the keystore: a shortened or older journal is seen.

The log may be ahead of the anchor, never behind it. What a lagging anchor cannot see is bounded by
the last receipt.
"""

from __future__ import annotations

from threading import Lock, Timer

from app.ports import Keystore
from storage.sealed_log import HEADER, Place

AFTER_S = 0.5
"""Commits within this time share one write of the anchor."""


class Anchor:
    """One vault's anchor."""

    def __init__(self, vault: str, keystore: Keystore) -> None:
        self._name, self._keystore = f"anchor:{vault}", keystore
        self._met: bytes | None = None
        self._lock = Lock()
        self._waiting: Timer | None = None
        self._newest: Place | None = None

    def read(self) -> tuple[int, bytes] | None:
        kept = self._keystore.get(self._name)
        if not kept:
            return None
        number, _, tag = kept.partition(":")
        return int(number), bytes.fromhex(tag)

    def passed(self, where: Place) -> bool:
        """Whether a snapshot made at `where` may be used: at or behind the anchor its place is proved
        by the frames that follow; past it, the snapshot itself is newer than the anchor."""
        kept = self.read()
        return kept is None or where.number != kept[0] or where.tag == kept[1]

    def meet(self, where: Place) -> None:
        """Remember the tag of the frame that the anchor names, as replay passes it."""
        kept = self.read_once
        if kept and where.number == kept[0]:
            self._met = where.tag

    @property
    def read_once(self) -> tuple[int, bytes] | None:
        if not hasattr(self, "_kept"):
            self._kept = self.read()
        return self._kept

    def agrees(self, end: Place) -> bool:
        """Whether a log that ends here holds the frame that the anchor names."""
        kept = self.read_once
        if kept is None:
            return True
        number, tag = kept
        if end.number < number:
            return False
        return self._met is None or self._met == tag

    def queue(self, where: Place) -> None:
        """Off the commit path, coalesced."""
        with self._lock:
            self._newest = where
            if self._waiting is None:
                self._waiting = Timer(AFTER_S, self._write_queued)
                self._waiting.daemon = True
                self._waiting.start()

    def _write_queued(self) -> None:
        with self._lock:
            self._waiting, newest = None, self._newest
        if newest:
            self.write(newest)

    def write(self, where: Place) -> None:
        """At once: on lock, background and receipt. Never moves back."""
        kept = self.read()
        if where.end > HEADER and (kept is None or kept[0] <= where.number):
            self._keystore.set(self._name, f"{where.number}:{where.tag.hex()}")

    def restart(self, where: Place) -> None:
        """After salvage the log begins anew; the damaged one is kept beside it."""
        self._keystore.set(self._name, f"{where.number}:{where.tag.hex()}")
