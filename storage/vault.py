"""One officer's enrolment on this handset: the keys, the journal, and every way in which it stays shut."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.ports import (
    Clock,
    Enrolment,
    Keystore,
    Officer,
    Opened,
    Shut,
    StreamKeys,
    WaitFirst,
    WrongPin,
)
from storage import keys
from storage.attempts import LIMIT, Attempts
from storage.durable import Held, hold, private_folder
from storage.keyring import Keyring
from storage.lease import Lease
from storage.opening import Opening, open_journal
from storage.sealing import NotAuthentic, derive, seal, unseal


class NotTraining(Exception):
    """A live enrolment on a keystore that is only a file."""


class SealedVault:
    """Implements app.ports.Vault in one folder with a random name."""

    def __init__(self, folder: Path, keystore: Keystore, clock: Clock) -> None:
        self.folder, self._keystore, self.clock = folder, keystore, clock
        self.name = folder.name
        self._key_path = folder / "key.json"
        self.attempts = Attempts(self.name, keystore, clock)
        self.lease = Lease(self.name, keystore, clock)
        self._lock_file: int | None = None
        self.open: Opening | None = None

    # Enrolment

    def create(self, enrolment: Enrolment, stream_keys: StreamKeys, pin: str) -> None:
        """Make the keys and an empty journal. NotTraining, OSError; nothing is half made: the key
        file is written last."""
        if self._keystore.reduced and not enrolment.training:
            raise NotTraining
        private_folder(self.folder)
        data_key = keys.new_secret()
        ring = Keyring(self.folder, self.name, data_key, self._keystore)
        ring.create(bytes.fromhex(enrolment.recovery_key))
        self._keystore.set(f"transport:{self.name}", stream_keys.transport_private)
        self.lease.keep(enrolment.lease_secret, enrolment.lease_ends)
        kept = keys.KeyFile(
            vault=self.name,
            who=self._who(enrolment.officer.number),
            salt=keys.new_secret().hex(),
            generation=1,
            pin="",
            escrow="",
            locked={
                "stream": enrolment.stream,
                "training": enrolment.training,
                "station_url": enrolment.station_url,
                "station_ca": enrolment.station_ca,
                "backup_pin": enrolment.backup_pin,
                "station_key": enrolment.station_key,
                "recovery_key": enrolment.recovery_key,
            },
            sealed=self._seal_enrolment(data_key, enrolment, stream_keys),
        )
        kept = replace(kept, escrow=keys.wrap_force(kept, enrolment.recovery_key, data_key))
        self._write_pin(kept, pin, data_key)

    def _seal_enrolment(self, data_key: bytes, enrolment: Enrolment, held: StreamKeys) -> str:
        told = asdict(enrolment)
        told.pop("lease_secret")
        told["lease_ends"] = enrolment.lease_ends.isoformat()
        plain = json.dumps({"enrolment": told, "stream_private": held.stream_private}).encode()
        return seal(derive(data_key, b"", b"enrolment"), plain, self.name.encode()).hex()

    def _who(self, number: str) -> str:
        return officer_mark(self._keystore, number)

    def is_of(self, number: str) -> bool:
        try:
            return keys.read_key_file(self._key_path).who == self._who(number)
        except keys.KeyFileDamaged:
            return False

    # PIN

    def _write_pin(self, kept: keys.KeyFile, pin: str, data_key: bytes) -> None:
        """New keystore secret under a new name, then the key file, then the old secret goes: a kill
        between the steps leaves either generation working."""
        name = f"pin:{self.name}:{kept.generation}"
        self._keystore.set(name, keys.new_secret().hex())
        secrets = self._secrets(kept.generation)
        if secrets is None:
            raise NotAuthentic
        kept = replace(kept, pin=keys.wrap_pin(kept, pin, secrets, data_key))
        keys.write_key_file(self._key_path, kept)
        self._keystore.remove(f"pin:{self.name}:{kept.generation - 1}")

    def _secrets(self, generation: int) -> keys.Secrets | None:
        mine = self._keystore.get(f"pin:{self.name}:{generation}")
        lease = self.lease.secret()
        return keys.Secrets(bytes.fromhex(mine), bytes.fromhex(lease)) if mine and lease else None

    def change_pin(self, pin: str) -> bool:
        """A new PIN for an open vault. False when it is locked."""
        if self.open is None:
            return False
        kept = keys.read_key_file(self._key_path)
        changed = replace(kept, generation=kept.generation + 1, salt=keys.new_secret().hex())
        self._write_pin(changed, pin, self.open.data_key)
        return True

    # Unlock

    def shut(self) -> Shut | None:
        """Why no PIN would open it, or None."""
        try:
            kept = keys.read_key_file(self._key_path)
        except keys.KeyFileDamaged:
            return Shut.DAMAGED if self._key_path.exists() else Shut.NOT_ENROLLED
        if not kept.pin or self.attempts.wrong >= LIMIT:
            return Shut.DESTROYED
        if self.lease.over():
            return Shut.LEASE_OVER
        return Shut.KEYSTORE_LOST if self._secrets(kept.generation) is None else None

    def unlock(self, pin: str, salvage: bool = False) -> Opened | WrongPin | WaitFirst | Shut:
        """Try a PIN. `salvage` opens a damaged journal with what authenticates, naming what is lost."""
        shut = self.shut()
        if shut:
            return shut
        wait = self.attempts.wait()
        if wait:
            return WaitFirst(wait)
        wrong = self.attempts.count()
        kept = keys.read_key_file(self._key_path)
        secrets = self._secrets(kept.generation)
        if secrets is None:
            return Shut.KEYSTORE_LOST
        try:
            data_key = keys.unwrap_pin(kept, pin, secrets)
        except NotAuthentic:
            return self._wrong(kept, wrong)
        self.attempts.forget()
        return self._open(kept, data_key, salvage)

    def _wrong(self, kept: keys.KeyFile, wrong: int) -> WrongPin | Shut:
        if wrong < LIMIT:
            return WrongPin(LIMIT - wrong, self.attempts.wait())
        self._keystore.remove(f"pin:{self.name}:{kept.generation}")
        self.lease.drop()
        keys.write_key_file(self._key_path, replace(kept, pin=""))
        return Shut.DESTROYED

    def _open(self, kept: keys.KeyFile, data_key: bytes, salvage: bool) -> Opened | Shut:
        try:
            self._lock_file = self._lock_file or hold(self.folder / "lock")
        except Held:
            return Shut.HELD
        told = json.loads(
            unseal(derive(data_key, b"", b"enrolment"), bytes.fromhex(kept.sealed), self.name.encode())
        )
        opened = open_journal(
            Opening.begin(self.folder, self.name, data_key, self._keystore),
            str(kept.locked["stream"]),
            salvage=salvage,
        )
        if isinstance(opened, Shut):
            return opened
        self.open = opened
        opened.stream_private = str(told["stream_private"])
        enrolment = self._enrolment(told["enrolment"])
        return Opened(opened.journal, opened.records, enrolment, opened.log.repaired, opened.missing)

    def _enrolment(self, told: dict[str, Any]) -> Enrolment:
        ends = self.lease.ends() or datetime.fromisoformat(str(told.pop("lease_ends")))
        told.pop("lease_ends", None)
        officer = Officer(**told.pop("officer"))
        return Enrolment(officer=officer, lease_secret="", lease_ends=ends, **told)

    # What a locked handset may use

    def locked(self) -> dict[str, Any]:
        """Station address, CA, pins and stream: enough to ask for the lease again, no names."""
        return keys.read_key_file(self._key_path).locked

    def transport_private(self) -> str | None:
        return self._keystore.get(f"transport:{self.name}")

    def lock(self) -> None:
        """Drop keys and read model. What was committed is sealed already."""
        if self.open:
            self.open.close()
            self.open = None

    def close(self) -> None:
        """Lock, and let the folder go to another process."""
        self.lock()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    def on_commit(self, listener: Callable[[], None]) -> None:
        if self.open:
            self.open.journal.listeners.append(listener)


def officer_mark(keystore: Keystore, number: str) -> str:
    """An officer number as a keyed hash: the folder never tells who is enrolled."""
    secret = keystore.get("handset")
    if secret is None:
        secret = keys.new_secret().hex()
        keystore.set("handset", secret)
    return derive(bytes.fromhex(secret), number.encode(), b"officer").hex()
