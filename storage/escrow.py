"""The force's way in: a key sealed to its recovery public key, whose private half is offline."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from storage.sealing import derive, seal, unseal


def seal_to(recovery_public: bytes, key: bytes, place: bytes) -> bytes:
    """ephemeral public 32 | sealed key."""
    once = X25519PrivateKey.generate()
    public = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(recovery_public))
    return public + seal(derive(shared, public + recovery_public, b"escrow"), key, place)


def open_escrow(recovery_private: bytes, sealed: bytes, place: bytes) -> bytes:
    """What the force does with the private half. NotAuthentic for another key or place."""
    private = X25519PrivateKey.from_private_bytes(recovery_private)
    public, box = sealed[:32], sealed[32:]
    shared = private.exchange(X25519PublicKey.from_public_bytes(public))
    own = private.public_key().public_bytes_raw()
    return unseal(derive(shared, public + own, b"escrow"), box, place)
