"""Which station, and as whom: what an enrolment says about the line, without any secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from app.ports import Enrolment
from sync.line import Patience, TlsLine
from sync.pinning import Trust

PORT = 8443


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int

    @property
    def url(self) -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"https://{shown}:{self.port}"


def address(typed: str) -> Address | None:
    """What an officer typed: host, host:port or https://host:port. None when it is no such thing."""
    text = typed.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        port = parts.port or PORT
    except ValueError:
        return None
    beside = parts.username or parts.password or parts.query or parts.fragment
    if parts.scheme != "https" or beside or parts.path.strip("/") or not _host(parts.hostname):
        return None
    return Address(str(parts.hostname), port)


def _host(name: str | None) -> bool:
    return bool(name) and all(letter.isalnum() or letter in ".-:_" for letter in str(name))


@dataclass(frozen=True, slots=True)
class Destination:
    """Keys and pins in hex, CA as PEM."""

    url: str
    ca: str
    backup_pin: str
    station_key: str
    stream: str
    training: bool

    @classmethod
    def of(cls, enrolment: Enrolment) -> Destination:
        return cls(
            enrolment.station_url,
            enrolment.station_ca,
            enrolment.backup_pin,
            enrolment.station_key,
            enrolment.stream,
            enrolment.training,
        )

    @classmethod
    def locked(cls, kept: Mapping[str, Any]) -> Destination:
        """From what a locked vault may read. KeyError when something is missing."""
        return cls(
            str(kept["station_url"]),
            str(kept["station_ca"]),
            str(kept["backup_pin"]),
            str(kept["station_key"]),
            str(kept["stream"]),
            bool(kept["training"]),
        )

    def line(self, patience: Patience | None = None) -> TlsLine:
        """A line to it; nothing is opened yet. ValueError when the address is none."""
        where = address(self.url)
        if where is None:
            raise ValueError("not a station address")
        return TlsLine(where.host, where.port, Trust(self.ca, self.backup_pin), patience)
