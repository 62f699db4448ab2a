"""What the station signs and serves with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from sync.protocol.signed import signed_bytes
from sync.station.base import WrongKind
from sync.station.certificates import authority, server
from sync.station.keyfiles import elliptic, raw, write
from sync.station.recovery import public_half, training_pair

_KIND = {True: b"training\n", False: b"live\n"}


@dataclass(frozen=True)
class Keys:
    """Pins are SHA-256 of the public key, hex; `ca` is PEM."""

    ca: str
    ca_pin: str
    backup_pin: str
    signing: Ed25519PrivateKey
    recovery_public: str
    server_certificate: Path
    server_key: Path

    @property
    def station_key(self) -> str:
        return self.signing.public_key().public_bytes_raw().hex()

    def sign(self, what: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """The body with the station's signature, as sync.protocol.signed covers it."""
        return {**body, "signature": self.signing.sign(signed_bytes(what, dict(body))).hex()}


def keys_in(data: Path, *, training: bool, names: Sequence[str] = ()) -> Keys:
    """Read the keys, making what is not there yet; `names` are where handsets reach the station.

    WrongKind, RecoveryKeyPresent, RecoveryKeyMissing, KeysUnreadable.
    """
    folder = data / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _of_kind(folder / "kind", training=training)
    recovery = training_pair(folder) if training else public_half(data, folder)
    ca = authority(folder / "ca.pem", elliptic(folder / "ca.key"))
    served = elliptic(folder / "server.key")
    signing = raw(folder / "signing.key", Ed25519PrivateKey.generate().private_bytes_raw)
    return Keys(
        ca=ca.pem,
        ca_pin=_pin(ca.key),
        backup_pin=_pin(elliptic(folder / "backup-ca.key")),
        signing=Ed25519PrivateKey.from_private_bytes(signing),
        recovery_public=recovery,
        server_certificate=server(folder / "server.pem", served, ca, names),
        server_key=folder / "server.key",
    )


def _of_kind(path: Path, *, training: bool) -> None:
    if not path.exists():
        write(path, _KIND[training])
    if path.read_bytes() != _KIND[training]:
        raise WrongKind


def _pin(key: ec.EllipticCurvePrivateKey) -> str:
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(public).hexdigest()
