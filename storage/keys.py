"""From PIN to data key. The key file holds two wraps of one random key: the PIN's and the force's.

PIN wrap: scrypt(PIN) + keystore secret + lease secret -> HKDF -> AES-GCM. Neither a copied file nor
a seen PIN opens it alone. Force wrap: storage.escrow. Parameters under the floor are refused.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.entry import canonical
from storage.durable import replace_file
from storage.escrow import seal_to
from storage.sealing import derive, seal, unseal

FLOOR_N, FLOOR_R, FLOOR_P = 1 << 16, 8, 2
SECRET = 32


class KeyFileDamaged(Exception):
    """The key file is there and cannot be used. It is kept as it is."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Byte values in hex. `pin` is empty after the tenth wrong PIN. `locked` is what a locked handset
    needs to reach its station; `sealed` is the rest of the enrolment, under the data key."""

    vault: str
    who: str
    salt: str
    generation: int
    pin: str
    escrow: str
    locked: dict[str, Any]
    sealed: str
    version: int = 1
    alg: str = "scrypt"
    n: int = FLOOR_N
    r: int = FLOOR_R
    p: int = FLOOR_P

    @property
    def place(self) -> bytes:
        return f"vault {self.vault} generation {self.generation}".encode()

    @property
    def escrow_place(self) -> bytes:
        return f"vault {self.vault}".encode()


def read_key_file(path: Path) -> KeyFile:
    """KeyFileDamaged for anything that is not a key file, whole and at or above the floor. A bad bit must
    not look like a wrong PIN: ten of those destroy the PIN."""
    try:
        told = json.loads(path.read_text("utf-8"))
        whole = told.pop("sum") == _sum(told)
        kept = KeyFile(**told)
        bytes.fromhex(kept.salt + kept.pin + kept.escrow + kept.sealed)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise KeyFileDamaged from None
    if not whole:
        raise KeyFileDamaged
    weak = kept.n < FLOOR_N or kept.r < FLOOR_R or kept.p < FLOOR_P
    if weak or kept.alg != "scrypt" or kept.version != 1:
        raise KeyFileDamaged
    return kept


def write_key_file(path: Path, kept: KeyFile) -> None:
    told = asdict(kept)
    replace_file(path, canonical({**told, "sum": _sum(told)}))


def _sum(told: dict[str, Any]) -> str:
    """Against bad flash, not against an attacker: whoever can write the file can write this too."""
    return hashlib.sha256(canonical(told)).hexdigest()


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must come together with the PIN: from the keystore, and the lease."""

    keystore: bytes
    lease: bytes


def pin_key(pin: str, kept: KeyFile, secrets: Secrets) -> bytes:
    salt = bytes.fromhex(kept.salt)
    stretched = Scrypt(salt=salt, length=32, n=kept.n, r=kept.r, p=kept.p).derive(pin.encode())
    return derive(stretched + secrets.keystore + secrets.lease, salt, b"pin")


def wrap_pin(kept: KeyFile, pin: str, secrets: Secrets, data_key: bytes) -> str:
    return seal(pin_key(pin, kept, secrets), data_key, kept.place).hex()


def unwrap_pin(kept: KeyFile, pin: str, secrets: Secrets) -> bytes:
    """The data key. NotAuthentic for a wrong PIN, another keystore or another lease."""
    return unseal(pin_key(pin, kept, secrets), bytes.fromhex(kept.pin), kept.place)


def wrap_force(kept: KeyFile, recovery_public: str, data_key: bytes) -> str:
    return seal_to(bytes.fromhex(recovery_public), data_key, kept.escrow_place).hex()


def new_secret() -> bytes:
    return os.urandom(SECRET)


def weak_pin(pin: str, shortest: int) -> str | None:
    """Why this PIN is not taken: short, letters, same, run; None when it is fine."""
    if not pin.isascii() or not pin.isdigit():
        return "letters"
    if len(pin) < shortest:
        return "short"
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps == {0}:
        return "same"
    return "run" if steps in ({1}, {-1}) else None
