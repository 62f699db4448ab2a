"""Officers, one-time codes and the streams that come of them."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, update

from app.crockford import ALPHABET
from app.entry import GENESIS
from sync.protocol.code import SECRET_LENGTH, encode
from sync.station.stamps import moment_of, stamp
from sync.station.tables import CodeRow, OfficerRow, StreamRow

CODE_MINUTES = 10
LEASE_HOURS = 72


def add_officer(session: Session, officer: OfficerRow) -> None:
    session.merge(officer)
    session.commit()


@dataclass(frozen=True, slots=True)
class NewCode:
    """In groups of four; good until `ends`, once."""

    code: str
    ends: datetime


def officer_of(session: Session, number: str, force: str) -> OfficerRow | None:
    """The officer of this number, when he or she belongs to the force."""
    officer = session.get(OfficerRow, number)
    return officer if officer is not None and officer.force == force else None


def make_code(session: Session, officer: str, ca_pin: str, now: datetime) -> NewCode | None:
    """A code for one handset of this officer, ten minutes, one use. None for an unknown officer."""
    if session.get(OfficerRow, officer) is None:
        return None
    old = stamp(now - timedelta(days=1))
    session.execute(delete(CodeRow).where(col(CodeRow.ends) < old))
    secret = "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))
    ends = now + timedelta(minutes=CODE_MINUTES)
    session.add(CodeRow(secret_hash=_hash(secret), officer=officer, ends=stamp(ends)))
    session.commit()
    return NewCode(encode(bytes.fromhex(ca_pin)[:10], secret), ends)


def use_code(session: Session, secret: str, now: datetime) -> OfficerRow | None:
    """The officer of this code, which is used up with it. None: unknown, used or over."""
    taken = session.execute(
        update(CodeRow)
        .where(col(CodeRow.secret_hash) == _hash(secret), col(CodeRow.used).is_(False))
        .values(used=True)
        .returning(col(CodeRow.officer), col(CodeRow.ends))
    ).first()
    if taken is None or now >= moment_of(taken[1]):
        return None
    return session.get(OfficerRow, taken[0])


def new_stream(
    session: Session, officer: OfficerRow, public_keys: tuple[str, str], now: datetime
) -> StreamRow:
    """One officer's enrolment on one handset. `public_keys`: of the stream and of transport."""
    stream_key, transport_key = public_keys
    stream = StreamRow(
        id=secrets.token_hex(16),
        officer=officer.number,
        force=officer.force,
        area=officer.area,
        stream_key=stream_key,
        transport_key=transport_key,
        lease_secret=secrets.token_hex(32),
        enrolled_at=stamp(now),
        last_contact=stamp(now),
        head=GENESIS,
    )
    session.add(stream)
    return stream


def lease_ends(now: datetime) -> str:
    return (now + timedelta(hours=LEASE_HOURS)).isoformat()


def _hash(secret: str) -> str:
    return hashlib.sha256(b"doorstep code " + secret.encode()).hexdigest()
