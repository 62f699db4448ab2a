"""Private keys as files that only the station may read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec


class KeysUnreadable(Exception):
    """A key file is not what it was when it was made."""


def write(path: Path, content: bytes) -> None:
    """0600; the old content or the new, never a mixture, and there after a power cut."""
    draft = path.with_name(path.name + ".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def raw(path: Path, make: Callable[[], bytes]) -> bytes:
    """The 32 bytes of the key, made when there is none yet. KeysUnreadable: never made anew over another."""
    if not path.exists():
        write(path, make())
    kept = path.read_bytes()
    if len(kept) != 32:
        raise KeysUnreadable
    return kept


def elliptic(path: Path) -> ec.EllipticCurvePrivateKey:
    """A P-256 key as PEM, made when there is none yet. KeysUnreadable."""
    if not path.exists():
        made = ec.generate_private_key(ec.SECP256R1())
        pem = made.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        write(path, pem)
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), None)
    except (ValueError, TypeError):
        raise KeysUnreadable from None
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise KeysUnreadable
    return key
