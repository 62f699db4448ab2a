"""The handset's copy of the lease secret. After its end it is deleted, and the PIN alone opens nothing."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from app.ports import Clock, Keystore

SEEN_EVERY = timedelta(minutes=1)
"""How finely the highest time seen is kept."""


class Lease:
    """One vault's lease in the keystore: secret, end, and the highest time that the phone has shown.

    A clock that was set back wins nothing: what counts is the highest time since the station last gave
    or moved the lease.
    """

    def __init__(self, vault: str, keystore: Keystore, clock: Clock) -> None:
        self._secret, self._end, self._seen = f"lease:{vault}", f"lease-end:{vault}", f"lease-seen:{vault}"
        self._keystore, self._clock = keystore, clock

    def keep(self, secret: str, ends: datetime) -> None:
        self._keystore.set(self._end, ends.isoformat())
        self._keystore.set(self._seen, self._clock.now().isoformat())
        self._keystore.set(self._secret, secret)

    def move_end(self, ends: datetime) -> None:
        """Every successful sync moves the end; it never brings back a secret that was deleted."""
        secret = self.secret()
        if secret:
            self.keep(secret, ends)

    def ends(self) -> datetime | None:
        return self._time(self._end)

    def _time(self, name: str) -> datetime | None:
        kept = self._keystore.get(name)
        return datetime.fromisoformat(kept) if kept else None

    def latest(self) -> datetime:
        """The highest time seen, this moment included."""
        now, seen = self._clock.now(), self._time(self._seen)
        return now if seen is None else max(now, seen)

    def see(self) -> None:
        """Keep this moment where it is the highest. OSError where there is no room."""
        now, seen = self._clock.now(), self._time(self._seen)
        if seen is None or now - seen >= SEEN_EVERY:
            self._keystore.set(self._seen, now.isoformat())

    def over(self) -> bool:
        """Whether the end has passed. Deletes the secret when it has: on a phone without room it is over
        all the same, and deleted as soon as there is some."""
        ends = self.ends()
        if ends is None:
            return False
        latest = self.latest()
        with suppress(OSError):
            self.see()
            if latest >= ends:
                self.drop()
        return latest >= ends or self.secret() is None

    def secret(self) -> str | None:
        return self._keystore.get(self._secret)

    def drop(self) -> None:
        self._keystore.remove(self._secret)
