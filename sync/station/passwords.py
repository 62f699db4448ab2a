"""Passwords of console accounts: scrypt, 32 MiB, a salt each."""

from __future__ import annotations

import secrets
from threading import BoundedSemaphore

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

SHORTEST = 12
_N, _R, _P = 1 << 15, 8, 1
_FEW = BoundedSemaphore(4)
"""Hashings at once: however many sign in, memory is left for the pushes."""
NOBODY = "00" * 16 + ":" + "00" * 32
"""Matches no password, and takes as long to say so: an unknown name is not told from a known one."""


def hashed(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{_scrypt(salt).derive(password.encode()).hex()}"


def matches(password: str, kept: str) -> bool:
    salt, _, key = kept.partition(":")
    try:
        with _FEW:
            _scrypt(bytes.fromhex(salt)).verify(password.encode(), bytes.fromhex(key))
    except InvalidKey:
        return False
    return True


def _scrypt(salt: bytes) -> Scrypt:
    return Scrypt(salt=salt, length=32, n=_N, r=_R, p=_P)
