"""Who is asking: body, signature, time and nonce of every request of a handset."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, delete, select
from starlette.requests import Request

from sync.protocol.limits import CLOCK_SKEW_S, MAX_BODY
from sync.protocol.messages import Refusal
from sync.protocol.packing import Unpackable, inflate
from sync.protocol.paths import H_NONCE, H_SIGNATURE, H_STREAM, H_TIME
from sync.protocol.signed import request_bytes
from sync.station.refused import Refused
from sync.station.signatures import verified
from sync.station.stamps import stamp
from sync.station.tables import NonceRow, StreamRow
from sync.station.upserts import insert_or

_SWEPT = 200
"""Old nonces that one request clears away at most."""


async def whole_body(request: Request) -> bytes | Refused:
    """The body as it came, never more than the limit is read."""
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > MAX_BODY:
            return Refused(Refusal.TOO_BIG, 413)
    return bytes(read)


def unpacked(request: Request, wire: bytes) -> Any | Refused:
    """The JSON of a body, gzip or plain. Bombs stop at the limit."""
    if request.headers.get("content-encoding") == "gzip":
        plain = inflate(wire, MAX_BODY)
        if plain is Unpackable.TOO_BIG:
            return Refused(Refusal.TOO_BIG, 413)
        wire = b"" if plain is Unpackable.BROKEN else plain
    try:
        return json.loads(wire)
    except (ValueError, RecursionError):
        return Refused(Refusal.BAD_REQUEST, 400)


@dataclass(frozen=True, slots=True)
class Asking:
    """A request as it came."""

    request: Request
    wire: bytes

    def header(self, name: str) -> str:
        return str(self.request.headers.get(name, ""))

    @property
    def target(self) -> str:
        query = self.request.url.query
        return self.request.url.path + (f"?{query}" if query else "")


def admit(session: Session, asking: Asking, now: datetime, *, transport: bool = False) -> StreamRow | Refused:
    """The stream whose key signed this request. A nonce serves once; a revoked stream never."""
    stream = session.get(StreamRow, asking.header(H_STREAM))
    nonce, time = asking.header(H_NONCE), asking.header(H_TIME)
    if stream is None or not 16 <= len(nonce) <= 64:
        return Refused(Refusal.BAD_SIGNATURE, 401)
    message = request_bytes(asking.request.method, asking.target, asking.wire, time, nonce)
    public = stream.transport_key if transport else stream.stream_key
    if not verified(public, message, asking.header(H_SIGNATURE)):
        return Refused(Refusal.BAD_SIGNATURE, 401)
    if stream.revoked:
        return Refused(Refusal.REVOKED, 403)
    if not _timely(time, now):
        return Refused(Refusal.CLOCK, 401)
    return stream if _unused(session, nonce, now) else Refused(Refusal.REPLAY, 401)


def _timely(time: str, now: datetime) -> bool:
    try:
        return abs((datetime.fromisoformat(time) - now).total_seconds()) <= CLOCK_SKEW_S
    except (ValueError, TypeError):
        return False


def _unused(session: Session, nonce: str, now: datetime) -> bool:
    """Nonces are kept as long as a request with them could still be timely."""
    old = stamp(now - timedelta(seconds=3 * CLOCK_SKEW_S))
    gone = (
        select(NonceRow.nonce)
        .where(col(NonceRow.at) < old)
        .order_by(col(NonceRow.nonce))
        .limit(_SWEPT)
        .with_for_update(skip_locked=True)
    )
    session.execute(delete(NonceRow).where(col(NonceRow.nonce).in_(gone)))
    kept = (
        insert_or(session, NonceRow)
        .values(nonce=nonce, at=stamp(now))
        .on_conflict_do_nothing()
        .returning(col(NonceRow.nonce))
    )
    return session.execute(kept).first() is not None
