"""Entries in, receipts out. Everything of one push happens in one transaction, and then is answered."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import func
from sqlmodel import Session, col, insert, select, update

from app.entry import Entry, canonical, from_json, to_json
from sync.protocol.limits import MAX_ENTRY
from sync.protocol.messages import PullAnswer, PushAnswer, Receipt, Refusal
from sync.protocol.signed import head_bytes
from sync.station.certificates import Keys
from sync.station.people import lease_ends
from sync.station.tables import AreaCounter, EntryRow, StreamRow


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was taken. `taken`: what the station holds of the stream."""

    code: Refusal
    status: int
    taken: int | None = None


@dataclass(frozen=True, slots=True)
class Push:
    first_seq: int
    entries: list[Entry]
    head: str
    signature: str


def read_push(body: Any, stream: str) -> Push | None:
    """A push as protocol.PushRequest says it, or None. An entry's meaning is never looked at."""
    try:
        told = body["entries"]
        if body["stream"] != stream or not isinstance(told, list) or not told:
            return None
        if any(len(canonical(each)) > MAX_ENTRY for each in told):
            return None
        entries = [from_json(each) for each in told]
        push = Push(int(body["first_seq"]), entries, str(body["head"]), str(body["signature"]))
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    numbers = [entry.seq for entry in entries]
    follows = numbers == list(range(push.first_seq, push.first_seq + len(entries)))
    own = all(entry.stream == stream for entry in entries)
    return push if follows and own and push.first_seq >= 1 else None


def verified(public: str, message: bytes, signature: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def take(session: Session, stream: StreamRow, push: Push, keys: Keys, now: datetime) -> PushAnswer | Refused:
    """Append what is new, and answer with a receipt for every entry of the push."""
    if not verified(
        stream.stream_key,
        head_bytes(stream.id, push.entries[-1].seq, push.head),
        push.signature,
    ):
        return Refused(Refusal.BAD_SIGNATURE, 401)
    taken, head = _locked(session, stream.id)
    if push.first_seq > taken + 1:
        return Refused(Refusal.BEHIND, 409, taken)
    if not _chain_holds(session, stream.id, push, (taken, head)):
        return Refused(Refusal.CHAIN, 409, taken)
    fresh = [entry for entry in push.entries if entry.seq > taken]
    if fresh:
        _append(session, stream, fresh, now)
        taken, head = fresh[-1].seq, fresh[-1].hash
    session.execute(
        update(StreamRow)
        .where(col(StreamRow.id) == stream.id)
        .values(taken=taken, head=head, last_contact=now.isoformat())
    )
    receipt = Receipt(
        receipt=secrets.token_hex(4).upper(),
        stream=stream.id,
        entries=[[entry.id, entry.seq, entry.hash] for entry in push.entries],
        seq=taken,
        head=head,
        time=now.isoformat(),
    )
    told = {key: value for key, value in asdict(receipt).items() if key != "signature"}
    return PushAnswer(taken, keys.sign("receipt", told), lease_ends(now), now.isoformat())


def _locked(session: Session, stream: str) -> tuple[int, str]:
    """The stream's end, held until this transaction is over: two pushes never take the same place."""
    row = session.execute(
        update(StreamRow)
        .where(col(StreamRow.id) == stream)
        .values(taken=col(StreamRow.taken))
        .returning(col(StreamRow.taken), col(StreamRow.head))
    ).one()
    return int(row[0]), str(row[1])


def _chain_holds(session: Session, stream: str, push: Push, end: tuple[int, str]) -> bool:
    """Each entry names the one before it, from what we hold to the head that was signed."""
    taken, head = end
    hashes = [entry.hash for entry in push.entries]
    known = dict(
        session.execute(
            select(EntryRow.seq, EntryRow.hash).where(
                EntryRow.stream == stream,
                col(EntryRow.seq) >= push.first_seq - 1,
                col(EntryRow.seq) <= push.entries[-1].seq,
            )
        ).all()
    )
    for entry, entry_hash in zip(push.entries, hashes, strict=True):
        if entry.seq <= taken and known.get(entry.seq) != entry_hash:
            return False
        if entry.seq == taken + 1 and entry.prev != head:
            return False
    links = zip(push.entries[1:], hashes, strict=False)
    return hashes[-1] == push.head and all(entry.prev == before for entry, before in links)


def _append(session: Session, stream: StreamRow, fresh: Sequence[Entry], now: datetime) -> None:
    last = _count(session, stream.force, stream.area, len(fresh))
    first = last - len(fresh) + 1
    rows = [
        {
            "id": entry.id,
            "stream": stream.id,
            "seq": entry.seq,
            "force": stream.force,
            "area": stream.area,
            "area_seq": first + place,
            "case_id": entry.case,
            "kind": entry.kind,
            "hash": entry.hash,
            "received_at": now.isoformat(),
            "json_text": canonical(to_json(entry)).decode(),
        }
        for place, entry in enumerate(fresh)
    ]
    session.execute(insert(EntryRow), rows)


def _count(session: Session, force: str, area: str, number: int) -> int:
    """The area's next numbers, gap-free and in commit order: others wait for this transaction."""
    moved = session.execute(
        update(AreaCounter)
        .where(col(AreaCounter.force) == force, col(AreaCounter.area) == area)
        .values(last=col(AreaCounter.last) + number)
        .returning(col(AreaCounter.last))
    ).scalar()
    if moved is None:
        session.add(AreaCounter(force=force, area=area, last=number))
        session.flush()
        moved = number
    return int(moved)


def page(session: Session, stream: StreamRow, after: int, limit: int, now: datetime) -> PullAnswer:
    """Entries of the area after a cursor, in commit order. Our own come too: the handset drops them."""
    rows = session.execute(
        select(EntryRow.area_seq, EntryRow.json_text, EntryRow.stream)
        .where(
            EntryRow.force == stream.force,
            EntryRow.area == stream.area,
            col(EntryRow.area_seq) > after,
        )
        .order_by(col(EntryRow.area_seq))
        .limit(limit)
    ).all()
    cursor = int(rows[-1][0]) if rows else after
    entries = [json.loads(text) for _, text, sender in rows if sender != stream.id]
    newest = session.execute(
        select(func.max(EntryRow.area_seq)).where(
            EntryRow.force == stream.force, EntryRow.area == stream.area
        )
    ).scalar()
    return PullAnswer(entries, cursor, cursor < (newest or 0), lease_ends(now), now.isoformat())
