"""Entries in, receipts out. Everything of one push happens in one transaction, and then is answered."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, insert, select, update

from sync.protocol.messages import PushAnswer, Receipt, Refusal
from sync.protocol.signed import head_bytes
from sync.station.incoming import LARGEST, Push, Sent
from sync.station.keys import Keys
from sync.station.people import lease_ends
from sync.station.refused import Refused
from sync.station.signatures import verified
from sync.station.stamps import stamp
from sync.station.tables import AreaCounter, DamagedRow, EntryRow, StreamRow
from sync.station.upserts import insert_or


def take(session: Session, stream: StreamRow, push: Push, keys: Keys, now: datetime) -> PushAnswer | Refused:
    """Append what is new, and answer with a receipt for every entry of the push."""
    signed = head_bytes(stream.id, push.sent[-1].entry.seq, push.head)
    if not verified(stream.stream_key, signed, push.signature):
        return Refused(Refusal.BAD_SIGNATURE, 401)
    taken, head = _locked(session, stream.id)
    if not _joins(session, stream.id, taken, push.first_seq):
        return Refused(Refusal.BEHIND, 409, taken)
    if not _chain_holds(push, (taken, head), _known(session, stream.id, push)):
        return Refused(Refusal.CHAIN, 409, taken)
    fresh = [sent for sent in push.sent if sent.entry.seq > taken]
    if fresh and not append(session, Place(stream.id, stream.force, stream.area), fresh, now):
        return Refused(Refusal.BAD_REQUEST, 400)
    if fresh:
        taken, head = fresh[-1].entry.seq, fresh[-1].hash
    _move_end(session, stream.id, (taken, head), now)
    return _answer(stream.id, push.sent, (taken, head), keys, now)


def _answer(stream: str, sent: Sequence[Sent], end: tuple[int, str], keys: Keys, now: datetime) -> PushAnswer:
    receipt = Receipt(
        receipt=secrets.token_hex(4).upper(),
        stream=stream,
        entries=[[each.entry.id, each.entry.seq, each.hash] for each in sent],
        seq=end[0],
        head=end[1],
        time=now.isoformat(),
    )
    told = {key: value for key, value in asdict(receipt).items() if key != "signature"}
    return PushAnswer(end[0], keys.sign("receipt", told), lease_ends(now), now.isoformat())


def _locked(session: Session, stream: str) -> tuple[int, str]:
    """The stream's end, held until this transaction is over: two pushes never take the same place."""
    row = session.execute(
        update(StreamRow)
        .where(col(StreamRow.id) == stream)
        .values(taken=col(StreamRow.taken))
        .returning(col(StreamRow.taken), col(StreamRow.head))
    ).one()
    return int(row[0]), str(row[1])


def _joins(session: Session, stream: str, taken: int, first: int) -> bool:
    """Whether nothing lies between what is held and this push, but what its handset said is lost."""
    between = first - taken - 1
    if between <= 0:
        return True
    lost = select(func.count()).where(
        DamagedRow.stream == stream, col(DamagedRow.seq) > taken, col(DamagedRow.seq) < first
    )
    return between < LARGEST and session.execute(lost).scalar_one() == between


def _move_end(session: Session, stream: str, end: tuple[int, str], now: datetime) -> None:
    moved = {"taken": end[0], "head": end[1], "last_contact": stamp(now)}
    session.execute(update(StreamRow).where(col(StreamRow.id) == stream).values(**moved))


def _known(session: Session, stream: str, push: Push) -> dict[int, str]:
    """Number and hash of what we hold already of this push."""
    wanted = select(EntryRow.seq, EntryRow.hash).where(
        EntryRow.stream == stream,
        col(EntryRow.seq) >= push.first_seq,
        col(EntryRow.seq) <= push.sent[-1].entry.seq,
    )
    return {int(seq): str(known) for seq, known in session.execute(wanted)}


def _chain_holds(push: Push, end: tuple[int, str], known: Mapping[int, str]) -> bool:
    """Each entry names the one before it, from what we hold to the head that was signed. What follows on
    a lost entry names one that nobody has: the signed head alone vouches for it."""
    taken, head = end
    for sent in push.sent:
        if sent.entry.seq <= taken and known.get(sent.entry.seq) != sent.hash:
            return False
        if sent.entry.seq == taken + 1 and sent.entry.prev != head:
            return False
    links = zip(push.sent[1:], push.sent, strict=False)
    return push.sent[-1].hash == push.head and all(sent.entry.prev == before.hash for sent, before in links)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose stream, and the force and area in whose order its entries are counted."""

    stream: str
    force: str
    area: str


def append(session: Session, place: Place, fresh: Sequence[Sent], now: datetime) -> bool:
    """False, and nothing appended, when one of the ids is another entry's."""
    ids = [sent.entry.id for sent in fresh]
    if session.execute(select(EntryRow.id).where(col(EntryRow.id).in_(ids)).limit(1)).first():
        return False
    last = count(session, place.force, place.area, len(fresh))
    first = last - len(fresh) + 1
    rows = [
        {
            "id": sent.entry.id,
            "stream": place.stream,
            "seq": sent.entry.seq,
            "force": place.force,
            "area": place.area,
            "area_seq": first + number,
            "case_id": sent.entry.case,
            "kind": sent.entry.kind,
            "hash": sent.hash,
            "received_at": stamp(now),
            "json_text": sent.text,
        }
        for number, sent in enumerate(fresh)
    ]
    session.execute(insert(EntryRow), rows)
    return True


def count(session: Session, force: str, area: str, number: int) -> int:
    """The area's next numbers, gap-free and in commit order: others wait for this transaction. With 0
    nothing is numbered, and whoever writes in the area waits all the same."""
    moved = (
        insert_or(session, AreaCounter)
        .values(force=force, area=area, last=number)
        .on_conflict_do_update(
            index_elements=["force", "area"], set_={"last": col(AreaCounter.last) + number}
        )
        .returning(col(AreaCounter.last))
    )
    return int(session.execute(moved).scalar_one())
