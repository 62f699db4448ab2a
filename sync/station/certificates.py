"""The station's keys: its CA and server certificate, its signing key, and in TRAINING a recovery pair."""

from __future__ import annotations

import hashlib
import ipaddress
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from sync.protocol.signed import signed_bytes

CA_YEARS, SERVER_DAYS, RENEW_DAYS = 10, 365, 30


class RecoveryKeyPresent(Exception):
    """A live station can read a recovery private half: it must be offline."""


class RecoveryKeyMissing(Exception):
    """A live station has no recovery public key to give to handsets."""


@dataclass(frozen=True)
class Keys:
    """What the station signs and serves with. Pins are SHA-256 of the public key, hex."""

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
        """The body with the station's signature, as sync.protocol.signed_bytes covers it."""
        return {**body, "signature": self.signing.sign(signed_bytes(what, dict(body))).hex()}


def keys_in(data: Path, *, training: bool) -> Keys:
    """Read the keys, making what is not there yet. Private files are 0600."""
    folder = data / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ca_key = _ec(folder / "ca.key")
    backup = _ec(folder / "backup-ca.key")
    ca = _ca(folder / "ca.pem", ca_key)
    server_key = _ec(folder / "server.key")
    server = _server(folder / "server.pem", server_key, ca, ca_key)
    signing = _raw(folder / "signing.key", Ed25519PrivateKey.generate().private_bytes_raw)
    return Keys(
        ca=ca.public_bytes(serialization.Encoding.PEM).decode(),
        ca_pin=_pin(ca_key),
        backup_pin=_pin(backup),
        signing=Ed25519PrivateKey.from_private_bytes(signing),
        recovery_public=_recovery(folder, training=training),
        server_certificate=server,
        server_key=folder / "server.key",
    )


def _recovery(folder: Path, *, training: bool) -> str:
    public, private = folder / "recovery.pub", folder / "recovery-private.key"
    if training:
        made = _raw(private, X25519PrivateKey.generate().private_bytes_raw)
        return X25519PrivateKey.from_private_bytes(made).public_key().public_bytes_raw().hex()
    if private.exists():
        raise RecoveryKeyPresent
    if not public.exists():
        raise RecoveryKeyMissing
    return public.read_text().strip()


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(path.name + ".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _raw(path: Path, make: object) -> bytes:
    if not path.exists():
        assert callable(make)
        _write(path, bytes(make()))
    return path.read_bytes()


def _ec(path: Path) -> ec.EllipticCurvePrivateKey:
    if not path.exists():
        made = ec.generate_private_key(ec.SECP256R1())
        pem = made.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        _write(path, pem)
    key = serialization.load_pem_private_key(path.read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


def _pin(key: ec.EllipticCurvePrivateKey) -> str:
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return hashlib.sha256(public).hexdigest()


def _name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _begin(subject: str, issuer: str, days: int) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=days))
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=signs, crl_sign=signs,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _ca(path: Path, key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    if not path.exists():
        public = key.public_key()
        made = (
            _begin("Station CA", "Station CA", CA_YEARS * 365)
            .public_key(public)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs=True), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .sign(key, hashes.SHA256())
        )
        _write(path, made.public_bytes(serialization.Encoding.PEM))
    return x509.load_pem_x509_certificate(path.read_bytes())


def _server(
    path: Path, key: ec.EllipticCurvePrivateKey, ca: x509.Certificate, ca_key: ec.EllipticCurvePrivateKey
) -> Path:
    """The server certificate with the CA behind it; a new one when it nears its end."""
    if path.exists():
        ends = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
        if ends - datetime.now(UTC) > timedelta(days=RENEW_DAYS):
            return path
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    host = socket.gethostname()
    if host.isascii() and host != "localhost":
        names.append(x509.DNSName(host))
    made = (
        _begin("Station", "Station CA", SERVER_DAYS)
        .public_key(key.public_key())
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(ca_key.public_key()), critical=False
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    _write(path, made.public_bytes(pem) + ca.public_bytes(pem))
    return path
