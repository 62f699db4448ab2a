"""Officers, one-time codes and the streams that come of them."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, update

from app.entry import GENESIS
from sync.protocol.code import ALPHABET, SECRET_LENGTH, encode
from sync.station.tables import AccountRow, CodeRow, OfficerRow, StreamRow

CODE_MINUTES = 10
LEASE_HOURS = 72


def add_officer(session: Session, officer: OfficerRow) -> None:
    session.merge(officer)
    session.commit()


@dataclass(frozen=True, slots=True)
class NewCode:
    code: str
    ends: datetime


def make_code(session: Session, officer: str, ca_pin: str, now: datetime) -> NewCode | None:
    """A code for one handset of this officer, ten minutes, one use. None for an unknown officer."""
    if session.get(OfficerRow, officer) is None:
        return None
    secret = "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))
    ends = now + timedelta(minutes=CODE_MINUTES)
    session.add(CodeRow(secret_hash=_hash(secret), officer=officer, ends=ends.isoformat()))
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
    if taken is None or now >= datetime.fromisoformat(taken[1]):
        return None
    return session.get(OfficerRow, taken[0])


def new_stream(
    session: Session, officer: OfficerRow, stream_key: str, transport_key: str, now: datetime
) -> StreamRow:
    stream = StreamRow(
        id=secrets.token_hex(16),
        officer=officer.number,
        force=officer.force,
        area=officer.area,
        stream_key=stream_key,
        transport_key=transport_key,
        lease_secret=secrets.token_hex(32),
        enrolled_at=now.isoformat(),
        last_contact=now.isoformat(),
        head=GENESIS,
    )
    session.add(stream)
    return stream


def lease_ends(now: datetime) -> str:
    return (now + timedelta(hours=LEASE_HOURS)).isoformat()


def _hash(secret: str) -> str:
    return hashlib.sha256(b"doorstep code " + secret.encode()).hexdigest()


TRAINING_FORCE, TRAINING_AREA = "Northvale (TRAINING)", "Exampleton"
TRAINING_OFFICERS = (
    ("4471", "Officer Demo", "PC", "Exampleton Response B"),
    ("4502", "Officer Sample", "PC", "Exampleton Response B"),
    ("2210", "Sergeant Demo", "Sergeant", "Exampleton Response B"),
    ("0087", "Superintendent Demo", "Superintendent", "Northvale Operations"),
)
TRAINING_ACCOUNTS = (
    ("officer", "officer"),
    ("supervisor", "supervisor"),
    ("authorising officer", "authorising"),
    ("oversight", "oversight"),
    ("administrator", "administrator"),
)


def training_officers() -> list[OfficerRow]:
    return [
        OfficerRow(number=number, name=name, rank=rank, force=TRAINING_FORCE, area=TRAINING_AREA, team=team)
        for number, name, rank, team in TRAINING_OFFICERS
    ]


def training_accounts() -> list[tuple[AccountRow, str]]:
    """Fixed accounts, one per role, each with its printed password. A live station has none of them."""
    return [
        (
            AccountRow(
                user_name=f"training-{name}",
                role=role,
                force=TRAINING_FORCE,
                area=TRAINING_AREA,
                password="",
                training=True,
            ),
            f"training-{name}-door",
        )
        for role, name in TRAINING_ACCOUNTS
    ]
