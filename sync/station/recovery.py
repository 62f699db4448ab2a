"""The force's recovery pair: the public half goes to every handset, the private half lies offline.

Danger: whoever holds the private half and a phone can read what is on it. Only TRAINING keeps it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from sync.station.keyfiles import raw

PUBLIC, PRIVATE = "recovery.pub", "recovery-private.key"
_HEX = re.compile(rb"[0-9a-fA-F]{64}")
_LARGEST = 4096


class RecoveryKeyPresent(Exception):
    """A live station can read a recovery private half: it must be offline."""


class RecoveryKeyMissing(Exception):
    """A live station has no recovery public key to give to handsets."""


def training_pair(keys: Path) -> str:
    """The public half in hex; both are made at the first start."""
    made = raw(keys / PRIVATE, X25519PrivateKey.generate().private_bytes_raw)
    return _public(X25519PrivateKey.from_private_bytes(made))


def public_half(data: Path, keys: Path) -> str:
    """The force's public half in hex. RecoveryKeyMissing; RecoveryKeyPresent when its private half, or any
    file of that name, lies anywhere in the station's folder."""
    if any(data.rglob(PRIVATE)):
        raise RecoveryKeyPresent
    path = keys / PUBLIC
    told = path.read_bytes().strip() if path.exists() else b""
    if not _HEX.fullmatch(told):
        raise RecoveryKeyMissing
    public = told.decode().lower()
    if any(_public(key) == public for key in _private_keys(data)):
        raise RecoveryKeyPresent
    return public


def _private_keys(data: Path) -> Iterator[X25519PrivateKey]:
    """Whatever in the folder could be such a key: 32 bytes, 64 hex digits or PEM."""
    for path in data.rglob("*"):
        if path.is_file() and path.stat().st_size <= _LARGEST:
            yield from _keys_of(path.read_bytes())


def _keys_of(content: bytes) -> Iterator[X25519PrivateKey]:
    plain = content.strip()
    if len(content) == 32:
        yield X25519PrivateKey.from_private_bytes(content)
    if _HEX.fullmatch(plain):
        yield X25519PrivateKey.from_private_bytes(bytes.fromhex(plain.decode()))
    try:
        key = load_pem_private_key(plain, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return
    if isinstance(key, X25519PrivateKey):
        yield key


def _public(key: X25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()
