"""Number and tag of the last frame, in the keystore: a shortened or older journal is seen.

The log may be ahead of the anchor, never behind it. What a lagging anchor cannot see is bounded by
the last receipt.
"""

from __future__ import annotations

from threading import Lock, Timer

from app.ports import Keystore
from storage.sealed_log import Place

AFTER_S = 0.5
"""Commits within this time share one write of the anchor."""


class Anchor:
    """One vault's anchor."""

    def __init__(self, vault: str, keystore: Keystore) -> None:
        self._name, self._keystore = f"anchor:{vault}", keystore
        self._kept = self.read()
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

    # At unlock

    def passed(self, where: Place) -> bool:
        """Whether a snapshot made at `where` may be used: at or behind the anchor its place is proved
        by the frames that follow; past it, the snapshot itself is newer than the anchor."""
        return self._kept is None or where.number != self._kept[0] or where.tag == self._kept[1]

    def meet(self, where: Place) -> None:
        """Remember the tag of the frame that the anchor names, as replay passes it."""
        if self._kept and where.number == self._kept[0]:
            self._met = where.tag

    def agrees(self, end: Place) -> bool:
        """Whether a log that ends here holds the frame that the anchor names."""
        if self._kept is None:
            return True
        number, tag = self._kept
        return end.number >= number and (self._met is None or self._met == tag)

    # While it is open

    def queue(self, where: Place) -> None:
        """Off the commit path, coalesced."""
        with self._lock:
            self._newest = where
            if self._waiting is None:
                self._waiting = Timer(AFTER_S, self._write_queued)
                self._waiting.daemon = True
                self._waiting.start()

    def _write_queued(self) -> None:
        """A phone without room keeps the older anchor: the log is ahead of it, which is allowed."""
        with self._lock:
            waiting, self._waiting = self._waiting, None
            if waiting and self._newest:
                try:
                    self._forward(self._newest)
                except OSError:
                    return

    def write(self, where: Place) -> None:
        """At once: on lock, background and receipt. OSError where the keystore has no room."""
        with self._lock:
            self._forward(where)

    def _forward(self, where: Place) -> None:
        """Never back."""
        kept = self.read()
        if kept is None or kept[0] <= where.number:
            self.restart(where)

    def restart(self, where: Place) -> None:
        """Where a log begins: at enrolment, and after salvage, when the damaged one is kept beside it."""
        self._keystore.set(self._name, f"{where.number}:{where.tag.hex()}")
        self._kept = where.number, where.tag

    def stop(self) -> None:
        """Nothing is written any more: a late write would name a frame of a log that was put aside."""
        with self._lock:
            if self._waiting:
                self._waiting.cancel()
            self._waiting = self._newest = None
