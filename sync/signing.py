"""Ed25519: what the handset signs, and what the station has signed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.protocol.signed import signed_bytes

Sign = Callable[[bytes], str]
"""Takes the bytes to be signed, gives the signature in hex."""


def new_private() -> str:
    """A fresh private key, 32 bytes in hex."""
    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public_of(private: str) -> str:
    return _private(private).public_key().public_bytes_raw().hex()


def signer(private: str) -> Sign:
    """ValueError when it is not a private key."""
    key = _private(private)
    return lambda message: key.sign(message).hex()


def station_signed(station_key: str, what: str, body: dict[str, Any]) -> bool:
    """Whether `body` (receipt, enrolment, lease, entry or calendar) carries the station's signature."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(station_key))
        key.verify(bytes.fromhex(str(body.get("signature"))), signed_bytes(what, body))
    except (InvalidSignature, ValueError):
        return False
    return True


def _private(private: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private))
