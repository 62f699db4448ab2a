"""One officer's enrolment on this handset: the keys, the journal, and every way in which it stays shut."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.ports import (
    Clock,
    Enrolment,
    JournalFull,
    Keystore,
    Opened,
    Shut,
    StreamKeys,
    WaitFirst,
    WrongPin,
)
from storage import keys
from storage.anchor import Anchor
from storage.attempts import LIMIT, Attempts
from storage.durable import Held, hold, is_full, private_folder
from storage.enrolled import first_mark_of, mark_of, open_enrolment, seal_enrolment
from storage.keyring import Keyring
from storage.lease import Lease
from storage.opening import JOURNAL, Opening, open_journal
from storage.sealed_log import SealedLog
from storage.sealing import NotAuthentic


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
        file is written last, and the anchor after it says that there is a vault here."""
        if self._keystore.reduced and not enrolment.training:
            raise NotTraining
        private_folder(self.folder)
        data_key = keys.new_secret()
        log = SealedLog.create(self.folder / JOURNAL, data_key)
        log.close()
        ring = Keyring(self.folder, self.name, data_key, self._keystore)
        ring.create(bytes.fromhex(enrolment.recovery_key))
        self._keystore.set(f"transport:{self.name}", stream_keys.transport_private)
        self.lease.keep(enrolment.lease_secret, enrolment.lease_ends)
        kept = keys.KeyFile(
            vault=self.name,
            who=first_mark_of(self._keystore, enrolment.officer.number),
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
            sealed=seal_enrolment(data_key, self.name, enrolment, stream_keys),
        )
        kept = replace(kept, escrow=keys.wrap_force(kept, enrolment.recovery_key, data_key))
        self._write_pin(kept, pin, data_key)
        Anchor(self.name, self._keystore).restart(log.place)

    def is_there(self) -> bool:
        """Whether an enrolment was completed here, its key file lost or not."""
        return self._key_path.exists() or Anchor(self.name, self._keystore).read() is not None

    def is_of(self, number: str) -> bool:
        try:
            return keys.read_key_file(self._key_path).who == mark_of(self._keystore, number)
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
            return Shut.DAMAGED if self.is_there() else Shut.NOT_ENROLLED
        if not kept.pin or self.attempts.wrong >= LIMIT:
            return Shut.DESTROYED
        if self.lease.over():
            return Shut.LEASE_OVER
        return Shut.KEYSTORE_LOST if self._secrets(kept.generation) is None else None

    def unlock(self, pin: str, salvage: bool = False) -> Opened | WrongPin | WaitFirst | Shut:
        """Try a PIN. `salvage` opens a damaged journal with what authenticates, naming what is lost.

        JournalFull on a phone that has no room to count the try, or to salvage: nothing was tried.
        """
        try:
            return self._try(pin, salvage)
        except OSError as error:
            if is_full(error):
                raise JournalFull from None
            raise

    def _try(self, pin: str, salvage: bool) -> Opened | WrongPin | WaitFirst | Shut:
        shut = self.shut()
        if shut is Shut.DESTROYED:
            self._destroy(keys.read_key_file(self._key_path))
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
        self._destroy(kept)
        return Shut.DESTROYED

    def _destroy(self, kept: keys.KeyFile) -> None:
        """The PIN's way in, and nothing else: the force's stays. A kill in between is made good at the
        next try."""
        self._keystore.remove(f"pin:{self.name}:{kept.generation}")
        self.lease.drop()
        if kept.pin:
            keys.write_key_file(self._key_path, replace(kept, pin=""))

    def _open(self, kept: keys.KeyFile, data_key: bytes, salvage: bool) -> Opened | Shut:
        self.lock()
        try:
            self._lock_file = self._lock_file or hold(self.folder / "lock")
            enrolment, private = open_enrolment(data_key, self.name, kept.sealed, self.lease.ends())
        except Held:
            return Shut.HELD
        except (NotAuthentic, ValueError, TypeError, KeyError):
            return Shut.DAMAGED
        opened = open_journal(
            Opening.begin(self.folder, self.name, data_key, self._keystore),
            str(kept.locked["stream"]),
            salvage=salvage,
        )
        if isinstance(opened, Shut):
            return opened
        self.open = opened
        opened.stream_private = private
        return Opened(opened.journal, opened.records, enrolment, opened.log.repaired, opened.missing)

    # What a locked handset may use

    def locked(self) -> dict[str, Any]:
        """Station address, CA, pins and stream: enough to ask for the lease again, no names."""
        return keys.read_key_file(self._key_path).locked

    @property
    def training(self) -> bool:
        """As enrolled. Where that cannot be read, what the keystore allows."""
        try:
            return bool(self.locked().get("training"))
        except keys.KeyFileDamaged:
            return self._keystore.reduced

    def transport_private(self) -> str | None:
        return self._keystore.get(f"transport:{self.name}")

    def lock(self) -> None:
        """Drop keys and read model. What was committed is sealed already."""
        opened, self.open = self.open, None
        if opened:
            opened.close()
            with suppress(OSError):
                self.lease.see()

    def settle(self) -> None:
        """The phone goes into the background: the anchor is written now. Nothing where it is shut; a
        phone without room keeps the older one."""
        opened = self.open
        if opened:
            with suppress(OSError):
                opened.anchor.write(opened.log.place)

    def close(self) -> None:
        """Lock, and let the folder go to another process."""
        self.lock()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None
