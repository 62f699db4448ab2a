"""Whether a handset's key signed it."""

from __future__ import annotations

import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_KEY = re.compile(r"[0-9a-f]{64}")


def is_key(value: object) -> bool:
    """An Ed25519 public key: 32 bytes in lower-case hex that are a point of the curve."""
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(value))
    except ValueError:
        return False
    return True


def verified(public: str, message: bytes, signature: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True
