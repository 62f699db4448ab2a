"""The bytes that each end signs. Byte values travel as lower-case hex, times as ISO 8601 with offset."""

from __future__ import annotations

from typing import Any

from app.entry import canonical, sha256


def request_bytes(method: str, target: str, body: bytes, time: str, nonce: str) -> bytes:
    """What a request's signature covers. `target` is path and query; `body` as sent on the wire."""
    return "\n".join(("doorstep request 1", method, target, sha256(body), time, nonce)).encode()


def head_bytes(stream: str, seq: int, head_hash: str) -> bytes:
    """What the stream's key signs in a push: the head of its chain, which proves all behind it."""
    return "\n".join(("doorstep head 1", stream, str(seq), head_hash)).encode()


def signed_bytes(what: str, body: dict[str, Any]) -> bytes:
    """What the station's key signs: `what` is receipt, enrolment, lease, entry or calendar; the body lacks
    `signature`."""
    plain = {key: value for key, value in body.items() if key != "signature"}
    return b"doorstep " + what.encode() + b" 1\n" + canonical(plain)
