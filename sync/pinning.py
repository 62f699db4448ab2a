"""A line to the enrolled station and to nobody else. Nothing of a request leaves before the peer is verified.

The phone's own trust store has no say: the only root is the CA of the enrolment, or the certificate
that the peer shows for the same key or for the backup key (SHA-256 of SubjectPublicKeyInfo).
"""

from __future__ import annotations

import hashlib
import hmac
import socket
import ssl
from dataclasses import dataclass
from typing import Any

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_DER = 2  # _ssl.ENCODING_DER


@dataclass(frozen=True, slots=True)
class Trust:
    """The CA as PEM; `backup_pin` is 64 hex digits, or empty when the force has no spare key."""

    ca: str
    backup_pin: str = ""


class NotACertificate(Exception):
    """What should be a CA certificate is none."""


def certificate(pem: str) -> x509.Certificate:
    """The first certificate of the text. NotACertificate when there is none or it is no CA."""
    try:
        return _authority(x509.load_pem_x509_certificate(pem.encode()))
    except ValueError:
        raise NotACertificate from None


def _authority(read: x509.Certificate) -> x509.Certificate:
    try:
        basic = read.extensions.get_extension_for_class(x509.BasicConstraints).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        raise NotACertificate from None
    if not basic.ca:
        raise NotACertificate
    return read


def key_pin(read: x509.Certificate) -> bytes:
    """SHA-256 of the public key as it stands in the certificate: 32 bytes. NotACertificate."""
    try:
        key = read.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except (UnsupportedAlgorithm, ValueError):
        raise NotACertificate from None
    return hashlib.sha256(key).digest()


def context(root: x509.Certificate) -> ssl.SSLContext:
    """TLS 1.2 or later, this root alone, strict certificates and strict host name."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.verify_flags |= ssl.VERIFY_X509_STRICT
    made.load_verify_locations(cadata=root.public_bytes(Encoding.PEM).decode())
    return made


def unverified() -> ssl.SSLContext:
    """Encrypted and nothing more. Danger: only to read a certificate, never to send what matters."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.check_hostname = False
    made.verify_mode = ssl.CERT_NONE
    return made


def pinned_root(shown: list[bytes], trust: Trust) -> x509.Certificate | None:
    """Of the certificates that a peer showed (DER), the CA whose key is pinned; None without one."""
    pins = [key_pin(certificate(trust.ca)), bytes.fromhex(trust.backup_pin)]
    for der in shown:
        try:
            read = _authority(x509.load_der_x509_certificate(der))
            pin = key_pin(read)
        except (NotACertificate, ValueError):
            continue
        if any(hmac.compare_digest(pin, known) for known in pins):
            return read
    return None


def chain(line: ssl.SSLSocket) -> list[bytes]:
    """What the peer showed, leaf first, in DER. Verified by nobody."""
    public: Any = getattr(line, "get_unverified_chain", None)  # Python 3.13 and later
    if public is not None:
        return [bytes(each) for each in public() or ()]
    inner: Any = getattr(line, "_sslobj", None)
    return [each.public_bytes(_DER) for each in inner.get_unverified_chain() or ()]


def wrap(plain: socket.socket, how: ssl.SSLContext, host: str) -> ssl.SSLSocket:
    """The socket under TLS with the handshake still to do. `plain` is used up."""
    return how.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
