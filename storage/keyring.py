"""One random key per case, so that a case can be made unreadable alone.

The ring is sealed under the data key and a keystore secret that is replaced at each shredding: flash
may keep old blocks of the file, and that deletion is the real one. The secret is also sealed to the
force, so that a lost phone's journal stays readable to it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

from app.ports import JournalDamaged, JournalFull, Keystore
from storage.durable import replace_file
from storage.escrow import open_escrow, seal_to
from storage.keys import new_secret
from storage.sealing import NotAuthentic, derive, seal, unseal

_PLACE = b"keyring"
_FILE = "keyring"


class CaseKeys(Protocol):
    """Who has the keys of cases."""

    def key(self, case: str) -> bytes | None: ...


def _ring_key(data_key: bytes, secret: bytes) -> bytes:
    return derive(data_key, secret, b"keyring")


def _read(ring: str, key: bytes) -> dict[str, bytes]:
    found = json.loads(unseal(key, bytes.fromhex(ring), _PLACE))
    return {str(case): bytes.fromhex(each) for case, each in found.items()}


class ForceRing:
    """The case keys of a vault, read by the force without its keystore. OSError, ValueError, KeyError,
    NotAuthentic."""

    def __init__(self, folder: Path, data_key: bytes, recovery_private: bytes) -> None:
        kept = json.loads((folder / _FILE).read_text("utf-8"))
        secret = open_escrow(recovery_private, bytes.fromhex(kept["escrow"]), _PLACE)
        self._keys = _read(kept["ring"], _ring_key(data_key, secret))

    def key(self, case: str) -> bytes | None:
        return self._keys.get(case)


class Keyring:
    """The case keys of one vault."""

    def __init__(self, folder: Path, vault: str, data_key: bytes, keystore: Keystore) -> None:
        self._path = folder / _FILE
        self._vault, self._name = vault, f"ring:{vault}"
        self._data_key, self._keystore = data_key, keystore
        self._recovery = b""
        self._keys: dict[str, bytes] = {}

    def create(self, recovery_public: bytes) -> None:
        self._recovery = recovery_public
        self._write_anew()

    def open(self) -> None:
        """JournalDamaged when the ring or its secret is gone: a new ring would orphan every case."""
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            self._name = str(kept["secret"])
            self._recovery = bytes.fromhex(kept["recovery"])
            secret = bytes.fromhex(self._keystore.get(self._name) or "")
            self._keys = _read(kept["ring"], self._key(secret))
        except (OSError, ValueError, KeyError, TypeError, NotAuthentic):
            raise JournalDamaged("the keyring cannot be read") from None

    def _key(self, secret: bytes) -> bytes:
        return _ring_key(self._data_key, secret)

    def _write(self, secret: bytes) -> None:
        ring = json.dumps({case: key.hex() for case, key in self._keys.items()}).encode()
        content = {
            "secret": self._name,
            "recovery": self._recovery.hex(),
            "escrow": seal_to(self._recovery, secret, _PLACE).hex(),
            "ring": seal(self._key(secret), ring, _PLACE).hex(),
        }
        replace_file(self._path, json.dumps(content).encode())

    def _write_anew(self) -> None:
        """Under a new secret with a new name: a kill between the steps leaves old or new readable."""
        old, secret = self._name, new_secret()
        self._name = f"ring:{self._vault}:{new_secret().hex()[:8]}"
        self._keystore.set(self._name, secret.hex())
        self._write(secret)
        self._keystore.remove(old)

    def key(self, case: str) -> bytes | None:
        """The case's key, or None when it was shredded or never known here."""
        return self._keys.get(case)

    def ensure(self, case: str) -> bytes:
        """The case's key, made and durable before anything is sealed with it. JournalFull."""
        known = self._keys.get(case)
        if known is None:
            secret = self.secret()
            known = self._keys[case] = new_secret()
            try:
                self._write(secret)
            except OSError:
                del self._keys[case]
                raise JournalFull from None
        return known

    def shred(self, case: str) -> None:
        """Forget the case's key, and the secret under which old copies of the ring, and of a snapshot,
        could be read. JournalFull keeps both."""
        known = self._keys.pop(case, None)
        if known is not None:
            old = self._name
            try:
                self._write_anew()
            except OSError:
                self._keys[case], self._name = known, old
                raise JournalFull from None

    def secret(self) -> bytes:
        """What is sealed under it as well can be read until the next shredding. JournalDamaged when it
        is gone."""
        secret = self._keystore.get(self._name)
        if secret is None:
            raise JournalDamaged("the keyring's secret is gone")
        return bytes.fromhex(secret)
