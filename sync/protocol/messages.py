"""The bodies, as canonical JSON (app.entry.canonical), and the codes of refusals."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from app.entry import canonical
from sync.protocol.paths import VERSION


class Refusal(StrEnum):
    """Codes in {"code": ..., "time": station time} with status 4xx. Words for people are content."""

    BAD_REQUEST = "bad-request"  # 400
    BAD_SIGNATURE = "bad-signature"  # 401
    CLOCK = "clock"  # 401
    REPLAY = "replay"  # 401
    REVOKED = "revoked"  # 403
    WRONG_CODE = "wrong-code"  # 403: unknown, used or over; the three are not told apart
    TRAINING_MISMATCH = "training-mismatch"  # 403
    UNKNOWN = "unknown"  # 404
    BEHIND = "behind"  # 409: {"taken": seq}; first_seq is further than the station has
    CHAIN = "chain"  # 409: {"taken": seq}; prev or a known entry's hash does not match
    TOO_BIG = "too-big"  # 413
    TOO_MANY = "too-many"  # 429


@dataclass(frozen=True, slots=True)
class EnrolRequest:
    """The one-time secret of the code, and the public halves of the keys that the handset made."""

    secret: str
    stream_key: str
    transport_key: str
    training: bool
    version: int = VERSION


@dataclass(frozen=True, slots=True)
class EnrolAnswer:
    """Signed with `station_key`, which is itself covered by the pinned CA of the line it came on."""

    stream: str
    officer: dict[str, str]  # number, name, rank, force, area, team
    training: bool
    ca: str
    backup_pin: str
    station_key: str
    recovery_key: str
    lease_secret: str
    lease_ends: str
    policy: dict[str, Any]
    time: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class PushRequest:
    """Entries first_seq..first_seq+len-1 as app.entry.to_json; `head` is the last one's hash."""

    stream: str
    first_seq: int
    entries: list[dict[str, Any]]
    head: str
    signature: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Signed by the station: it holds these entries, durably. `entries` = [[id, seq, hash]].

    `seq` and `head` are the last of the stream that the station holds: the anchor against rollback.
    """

    receipt: str
    stream: str
    entries: list[list[Any]]
    seq: int
    head: str
    time: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """`refused` = [[id, code]] for entries that the station keeps but a person must put right."""

    taken: int
    receipt: dict[str, Any]
    lease_ends: str
    time: str
    refused: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PullAnswer:
    """Entries of other streams in commit order; `cursor` stands after the last one. `calendar` is the
    version of the station's newest calendar; empty from a station that knew none of this."""

    entries: list[dict[str, Any]]
    cursor: int
    more: bool
    lease_ends: str
    time: str
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class LeaseAnswer:
    """The lease secret of this PIN generation again, for a locked handset whose copy had ended."""

    lease_secret: str
    lease_ends: str
    time: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class CalendarAnswer:
    """The station's newest calendar of disregarded days, as the text of its table."""

    version: str
    toml: str
    time: str
    signature: str = ""


def body(message: Any) -> bytes:
    """A message as its canonical bytes."""
    return canonical(asdict(message))
