"""The station's own CA and its server certificate, renewed at a start when they near their end."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from sync.station.keyfiles import write

CA_DAYS, CA_RENEW_DAYS = 3650, 2 * 365
SERVER_DAYS, RENEW_DAYS = 365, 60
CA_NAME, SERVER_NAME = "Station CA", "Station"


@dataclass(frozen=True)
class Authority:
    """The CA: handsets pin its key, so a certificate that is renewed with the same key stays theirs."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(Encoding.PEM).decode()


def authority(path: Path, key: ec.EllipticCurvePrivateKey) -> Authority:
    """The CA of this key in `path`; made, or renewed, where it is not good for years."""
    if not _lasts(path, CA_RENEW_DAYS):
        public = key.public_key()
        made = (
            _begin(CA_NAME, CA_DAYS)
            .public_key(public)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs=True), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .sign(key, hashes.SHA256())
        )
        write(path, made.public_bytes(Encoding.PEM))
    return Authority(x509.load_pem_x509_certificate(path.read_bytes()), key)


def server(path: Path, key: ec.EllipticCurvePrivateKey, ca: Authority, names: Sequence[str]) -> Path:
    """The server certificate with the CA behind it, for this machine and `names`; a new one when it nears
    its end, lacks a name, or is another CA's."""
    wanted = {"localhost", "127.0.0.1", *names, *_own_name()}
    if not (_lasts(path, RENEW_DAYS) and _serves(path, wanted, ca)):
        made = _server(key, ca, sorted(wanted))
        write(path, made.public_bytes(Encoding.PEM) + ca.pem.encode())
    return path


def _own_name() -> set[str]:
    host = socket.gethostname()
    return {host} if host.isascii() and host else set()


def _lasts(path: Path, days: int) -> bool:
    """False also where it cannot be read: it is made again from the key, which is what handsets know."""
    try:
        ends = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
    except (FileNotFoundError, ValueError):
        return False
    return ends - datetime.now(UTC) > timedelta(days=days)


def _serves(path: Path, wanted: set[str], ca: Authority) -> bool:
    shown = x509.load_pem_x509_certificates(path.read_bytes())
    names = shown[0].extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    known = {str(name.value) for name in names}
    return wanted <= known and shown[-1] == ca.certificate


def _named(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _begin(subject: str, days: int) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(CA_NAME))
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=days))
    )


def _name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=signs, crl_sign=signs,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _server(key: ec.EllipticCurvePrivateKey, ca: Authority, names: Sequence[str]) -> x509.Certificate:
    public, above = key.public_key(), ca.key.public_key()
    return (
        _begin(SERVER_NAME, SERVER_DAYS)
        .public_key(public)
        .add_extension(x509.SubjectAlternativeName([_named(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(ca.key, hashes.SHA256())
    )
