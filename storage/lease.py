"""The handset's copy of the lease secret. After its end it is deleted, and the PIN alone opens nothing."""

from __future__ import annotations

from datetime import datetime

from app.ports import Clock, Keystore


class Lease:
    """One vault's lease in the keystore: secret and end."""

    def __init__(self, vault: str, keystore: Keystore, clock: Clock) -> None:
        self._secret, self._end = f"lease:{vault}", f"lease-end:{vault}"
        self._keystore, self._clock = keystore, clock

    def keep(self, secret: str, ends: datetime) -> None:
        self._keystore.set(self._end, ends.isoformat())
        self._keystore.set(self._secret, secret)

    def move_end(self, ends: datetime) -> None:
        """Every successful sync moves the end; it never brings back a secret that was deleted."""
        if self._keystore.get(self._secret):
            self._keystore.set(self._end, ends.isoformat())

    def ends(self) -> datetime | None:
        kept = self._keystore.get(self._end)
        return datetime.fromisoformat(kept) if kept else None

    def over(self) -> bool:
        """Whether the end has passed. Deletes the secret when it has."""
        ends = self.ends()
        if ends is None:
            return False
        if self._clock.now() >= ends:
            self.drop()
        return self._keystore.get(self._secret) is None

    def secret(self) -> str | None:
        return self._keystore.get(self._secret)

    def drop(self) -> None:
        self._keystore.remove(self._secret)
