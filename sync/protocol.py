"""What handset and station say to each other: paths, bodies, and the bytes that are signed.

Bodies are canonical JSON (app.entry.canonical), gzip-compressed when over 1 kB with the header
Content-Encoding: gzip. Every request after enrolment is signed with the stream's Ed25519 key.
Byte values travel as lower-case hex, times as ISO 8601 with offset.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from app.entry import canonical, sha256

VERSION = 1
HELLO = "/v1/hello"  # GET -> {"doorstep": VERSION, "time", "training"}; unsigned; the probe
CA = "/v1/ca"  # GET -> {"ca": PEM}; unsigned, fetched unverified once, then checked against the code
ENROL = "/v1/enrol"  # POST EnrolRequest -> EnrolAnswer; the one-time secret is its authority
PUSH = "/v1/push"  # POST PushRequest -> PushAnswer
PULL = "/v1/pull"  # GET ?after=CURSOR&limit=N -> PullAnswer
LEASE = "/v1/lease"  # POST {} signed with the *transport* key, which may do nothing else -> LeaseAnswer
DAMAGED = "/v1/damaged"  # POST {"missing": [seq]}; what salvage could not read -> {}

MAX_BODY = 4 * 1024 * 1024
"""Bytes of a body after decompression; more is refused with 413."""
MAX_ENTRY = 256 * 1024
PAGE = 100
"""Entries in the first page; halves on a broken line, grows by half on success, never under 4."""
MIN_PAGE = 4
CLOCK_SKEW_S = 300
"""A request whose time differs more from the station's is answered 401 clock; the answer gives the
station's time, the handset signs again with it (entries keep the times that they have)."""

H_STREAM = "Doorstep-Stream"
H_TIME = "Doorstep-Time"
H_NONCE = "Doorstep-Nonce"
H_SIGNATURE = "Doorstep-Signature"


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


def request_bytes(method: str, target: str, body: bytes, time: str, nonce: str) -> bytes:
    """What a request's signature covers. `target` is path and query; `body` as sent on the wire."""
    return "\n".join(("doorstep request 1", method, target, sha256(body), time, nonce)).encode()


def head_bytes(stream: str, seq: int, head_hash: str) -> bytes:
    """What the stream's key signs in a push: the head of its chain, which proves all behind it."""
    return "\n".join(("doorstep head 1", stream, str(seq), head_hash)).encode()


def signed_bytes(what: str, body: dict[str, Any]) -> bytes:
    """What the station's key signs: `what` is receipt, enrolment or lease; the body lacks `signature`."""
    plain = {key: value for key, value in body.items() if key != "signature"}
    return b"doorstep " + what.encode() + b" 1\n" + canonical(plain)


@dataclass(frozen=True, slots=True)
class EnrolRequest:
    """`escrow`: later sent again with the first push if the station asks; here the public halves."""

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
    """Entries of other streams in commit order; `cursor` stands after the last one."""

    entries: list[dict[str, Any]]
    cursor: int
    more: bool
    lease_ends: str
    time: str


@dataclass(frozen=True, slots=True)
class LeaseAnswer:
    """The lease secret of this PIN generation again, for a locked handset whose copy had ended."""

    lease_secret: str
    lease_ends: str
    time: str
    signature: str = ""


def body(message: Any) -> bytes:
    """A message as its canonical bytes."""
    return canonical(asdict(message))
