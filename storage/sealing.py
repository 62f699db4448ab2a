"""AES-256-GCM boxes and the keys derived for them. Random nonces: a rollback never repeats one."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12
TAG = 16
KEY = 32


class NotAuthentic(Exception):
    """The bytes were not sealed with this key for this place."""


def derive(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), KEY, salt, b"doorstep " + purpose).derive(key)


def seal(key: bytes, plain: bytes, place: bytes) -> bytes:
    """nonce | ciphertext | tag, bound to `place`."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, place)


def unseal(key: bytes, sealed: bytes, place: bytes) -> bytes:
    """NotAuthentic when a bit, the key or the place differs."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], place)
    except (InvalidTag, ValueError):
        raise NotAuthentic from None
