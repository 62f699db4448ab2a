"""One fact: what an officer saw, asked, was told, did or decided.

An entry is never changed. Its canonical JSON is what the chain hashes, so a field that this
version does not know is carried in `extra` and comes back out untouched.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

GENESIS = "0" * 64
NO_CASE = "-"
"""Under this name stands what an officer does beside every case. It is no incident and in no list of them."""
STATION_STREAM = "station-"
"""How the streams are called that a station writes itself. It gives no handset such a stream."""


@dataclass(frozen=True, slots=True)
class ClockEvidence:
    """How the phone knew the time: wall clock (ISO), monotonic and offset in milliseconds.

    `boot_known` is false where the platform gives no boot id and a random one was made at start.
    `offset_ms` is the last difference, station minus phone, that a signed receipt gave.
    """

    wall: str
    monotonic_ms: int
    boot: str
    boot_known: bool
    offset_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry before the journal gives it its place in a stream."""

    id: str
    case: str
    kind: str
    by: str
    happened_at: datetime
    written_at: datetime
    clock: ClockEvidence
    content_version: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in its place: `seq` is gapless from 1 in `stream`, `prev` hashes the one before."""

    id: str
    stream: str
    seq: int
    prev: str
    case: str
    kind: str
    by: str
    happened_at: datetime
    written_at: datetime
    clock: ClockEvidence
    content_version: str
    body: Mapping[str, Any]
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        return sha256(canonical(to_json(self)))

    @property
    def of_station(self) -> bool:
        """Made at the station's console. Handsets take such an entry only with the station's signature."""
        return self.stream.startswith(STATION_STREAM)


_KNOWN = (
    "id", "stream", "seq", "prev", "case", "kind", "by",
    "happened_at", "written_at", "clock", "content_version", "body",
)  # fmt: skip


def place(fact: Fact, stream: str, seq: int, prev: str) -> Entry:
    """The fact as entry number `seq` of `stream`, after the entry whose hash is `prev`."""
    return Entry(
        fact.id, stream, seq, prev, fact.case, fact.kind, fact.by, fact.happened_at,
        fact.written_at, fact.clock, fact.content_version, fact.body,
    )  # fmt: skip


def to_json(entry: Entry) -> dict[str, Any]:
    """The entry as JSON values; times are ISO 8601 with the Europe/London offset of their moment."""
    evidence = entry.clock
    return {
        **entry.extra,
        "id": entry.id,
        "stream": entry.stream,
        "seq": entry.seq,
        "prev": entry.prev,
        "case": entry.case,
        "kind": entry.kind,
        "by": entry.by,
        "happened_at": entry.happened_at.isoformat(),
        "written_at": entry.written_at.isoformat(),
        "clock": {
            "wall": evidence.wall,
            "monotonic_ms": evidence.monotonic_ms,
            "boot": evidence.boot,
            "boot_known": evidence.boot_known,
            "offset_ms": evidence.offset_ms,
        },
        "content_version": entry.content_version,
        "body": dict(entry.body),
    }


def from_json(value: Mapping[str, Any]) -> Entry:
    """Read an entry back. ValueError, without content, when it is not one."""
    try:
        clock = value["clock"]
        return Entry(
            id=str(value["id"]),
            stream=str(value["stream"]),
            seq=int(value["seq"]),
            prev=str(value["prev"]),
            case=str(value["case"]),
            kind=str(value["kind"]),
            by=str(value["by"]),
            happened_at=_moment(value["happened_at"]),
            written_at=_moment(value["written_at"]),
            clock=ClockEvidence(
                str(clock["wall"]),
                int(clock["monotonic_ms"]),
                str(clock["boot"]),
                bool(clock["boot_known"]),
                None if clock["offset_ms"] is None else int(clock["offset_ms"]),
            ),
            content_version=str(value["content_version"]),
            body=dict(value["body"]),
            extra={key: value[key] for key in value if key not in _KNOWN},
        )
    except (KeyError, TypeError, ValueError):
        raise ValueError("this is not an entry") from None


def canonical(value: Any) -> bytes:
    """Sorted keys, UTF-8, no spaces: the bytes that every hash and signature is made of."""
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without offset")
    return moment
