"""Wrong PINs. Counted before the key is derived, so that pulling the battery gives no free guess."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from app.ports import Clock, Keystore

DELAYS = (0, 0, 0, 5, 30, 60, 300, 900, 3600)
"""Seconds to wait after the first, second, ... ninth wrong PIN."""
LIMIT = 10


class Attempts:
    """The counter of one vault, in the keystore. It survives restarts and copied files."""

    def __init__(self, vault: str, keystore: Keystore, clock: Clock) -> None:
        self._name = f"attempts:{vault}"
        self._keystore, self._clock = keystore, clock

    def _read(self) -> tuple[int, datetime | None, datetime | None]:
        kept = self._keystore.get(self._name)
        if not kept:
            return 0, None, None
        wrong, last, highest = kept.split("|")
        return int(wrong), datetime.fromisoformat(last), datetime.fromisoformat(highest)

    @property
    def wrong(self) -> int:
        return self._read()[0]

    @property
    def left(self) -> int:
        """How many more wrong PINs until the PIN is destroyed."""
        return max(0, LIMIT - self.wrong)

    def wait(self) -> int:
        """Seconds until the next try. A clock set back behind the highest time seen waits in full."""
        wrong, last, highest = self._read()
        if last is None or highest is None or wrong == 0:
            return 0
        delay = DELAYS[min(wrong, len(DELAYS)) - 1]
        now = self._clock.now()
        passed = (now - last).total_seconds() if now >= highest else 0.0
        return max(0, ceil(delay - passed))

    def count(self) -> int:
        """One more try, before it is made. Returns how many have been wrong if this one is. OSError where
        it cannot be kept: then no try is made."""
        wrong, _, highest = self._read()
        now = self._clock.now()
        self._keep(wrong + 1, now, max(highest or now, now))
        return wrong + 1

    def forget(self) -> None:
        self._keystore.remove(self._name)

    def _keep(self, wrong: int, last: datetime, highest: datetime) -> None:
        self._keystore.set(self._name, f"{wrong}|{last.isoformat()}|{highest.isoformat()}")
