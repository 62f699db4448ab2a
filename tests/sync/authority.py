"""Made-up certificate authorities, for stations that are ours and for those that are not."""

from __future__ import annotations

import ssl
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from sync.pinning import key_pin

HOST = "127.0.0.1"
DAY = timedelta(days=1)


def named(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"TRAINING {common}")])


@dataclass(frozen=True)
class Keyed:
    """A certificate with its private key and what stands above it."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey
    above: tuple[x509.Certificate, ...] = ()

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(Encoding.PEM).decode()

    @property
    def pin(self) -> str:
        return key_pin(self.certificate).hex()

    def server(self) -> ssl.SSLContext:
        """A TLS server that shows this certificate and those above it."""
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "pem")
            private = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            shown = [each.public_bytes(Encoding.PEM) for each in (self.certificate, *self.above)]
            path.write_bytes(b"".join([private, *shown]))
            made.load_cert_chain(path)
        return made


def _builder(
    name: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, age: timedelta, life: timedelta
) -> x509.CertificateBuilder:
    start = datetime.now(UTC) - age
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def authority(name: str = "CA", key: ec.EllipticCurvePrivateKey | None = None, age: timedelta = DAY) -> Keyed:
    """A CA that signs itself, `age` old, for 400 days."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    usage = x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=True,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    built = (
        _builder(named(name), named(name), key.public_key(), age, 400 * DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
    )
    return Keyed(built.sign(key, SHA256()), key)


def station(ca: Keyed, host: str = HOST, age: timedelta = DAY, life: timedelta = 90 * DAY) -> Keyed:
    """A station's certificate, signed by `ca` and shown together with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    known = x509.AuthorityKeyIdentifier.from_issuer_public_key(ca.key.public_key())
    there = x509.IPAddress(ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
    built = (
        _builder(named("station"), ca.certificate.subject, key.public_key(), age, life)
        .add_extension(x509.SubjectAlternativeName([there]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(known, critical=False)
    )
    return Keyed(built.sign(ca.key, SHA256()), key, (ca.certificate,))
