"""Bodies on the wire: gzip and JSON both ways, and never more than the limit is unpacked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

from app.ports import Reach
from sync.protocol.limits import MAX_BODY
from sync.protocol.packing import WORTH_PACKING, Unpackable, deflate, inflate


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. `target` is path and query, `body` as it goes on the wire."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer. `body` as it came, `packed` when it is gzip."""

    status: int
    body: bytes
    packed: bool = False


class Line(Protocol):
    """One place to ask. Reach: nothing, or nothing whole, came back."""

    def ask(self, asked: Asked) -> Heard | Reach: ...

    def close(self) -> None:
        """Let the connection go; the next question opens a new one."""

    def cut(self) -> None:
        """From any thread: end what is running, and ask no more."""


def pack(body: bytes) -> tuple[bytes, dict[str, str]]:
    """The body for the wire and the headers that describe it."""
    headers = {"Accept-Encoding": "gzip"}
    if not body:
        return body, headers
    headers["Content-Type"] = "application/json"
    if len(body) > WORTH_PACKING:
        headers["Content-Encoding"] = "gzip"
        body = deflate(body)
    return body, headers


def unpack(heard: Heard, limit: int = MAX_BODY) -> dict[str, Any] | Reach:
    """The JSON object of an answer; TOO_BIG past `limit` bytes, BROKEN when it is none."""
    plain = _inflate(heard.body, limit) if heard.packed else heard.body
    if isinstance(plain, Reach):
        return plain
    if len(plain) > limit:
        return Reach.TOO_BIG
    try:
        value = json.loads(plain)
    except (ValueError, RecursionError):
        return Reach.BROKEN
    return value if isinstance(value, dict) else Reach.BROKEN


def _inflate(body: bytes, limit: int) -> bytes | Reach:
    plain = inflate(body, limit)
    if isinstance(plain, bytes):
        return plain
    return Reach.TOO_BIG if plain is Unpackable.TOO_BIG else Reach.BROKEN
