"""Console accounts: hashed passwords, sessions, and a limit on guessing that survives restarts."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from sync.station.tables import AccountRow, AttemptRow, SessionRow

FAILURES, WITHIN_MINUTES = 10, 5
IDLE_MINUTES = 15
_N, _R, _P = 1 << 15, 8, 1
_NOBODY = "00" * 16 + ":" + "00" * 32


def hashed(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{Scrypt(salt=salt, length=32, n=_N, r=_R, p=_P).derive(password.encode()).hex()}"


def matches(password: str, kept: str) -> bool:
    salt, _, key = kept.partition(":")
    try:
        Scrypt(salt=bytes.fromhex(salt), length=32, n=_N, r=_R, p=_P).verify(
            password.encode(), bytes.fromhex(key)
        )
    except InvalidKey:
        return False
    return True


def add_account(session: Session, account: AccountRow, password: str) -> None:
    """Add, or leave alone an account whose password is this one already."""
    known = session.get(AccountRow, account.user_name)
    if known is None or not matches(password, known.password):
        account.password = hashed(password)
        session.merge(account)
    session.commit()


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is at the console, and the token that every form must carry."""

    user_name: str
    role: str
    force: str
    area: str
    csrf: str

    @property
    def sees_records(self) -> bool:
        return self.role in ("officer", "supervisor", "authorising officer")


class TooMany(Exception):
    """Ten failed sign-ins within five minutes, for this account or from this address."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What was typed, and from where."""

    user_name: str
    password: str
    address: str


def sign_in(session: Session, given: Credentials, now: datetime) -> str | None:
    """A new session's token, or None. TooMany before the password is looked at."""
    who = (f"account {given.user_name[:80]}", f"address {given.address}")
    if any(_failed(session, each, now) >= FAILURES for each in who):
        raise TooMany
    account = session.get(AccountRow, given.user_name)
    if not matches(given.password, account.password if account else _NOBODY) or account is None:
        session.add_all(AttemptRow(who=each, at=now.isoformat()) for each in who)
        session.commit()
        return None
    token = secrets.token_urlsafe(32)
    session.add(
        SessionRow(
            token_hash=_hash(token),
            user_name=given.user_name,
            csrf=secrets.token_urlsafe(24),
            seen_at=now.isoformat(),
        )
    )
    session.commit()
    return token


def _failed(session: Session, who: str, now: datetime) -> int:
    since = (now - timedelta(minutes=WITHIN_MINUTES)).isoformat()
    wanted = select(func.count()).where(AttemptRow.who == who, col(AttemptRow.at) > since)
    return int(session.exec(wanted).one())


def signed_in(session: Session, token: str, now: datetime) -> SignedIn | None:
    """Who this token belongs to, if it was used within the last minutes."""
    row = session.get(SessionRow, _hash(token)) if token else None
    if row is None:
        return None
    account = session.get(AccountRow, row.user_name)
    if account is None or now - datetime.fromisoformat(row.seen_at) > timedelta(minutes=IDLE_MINUTES):
        session.delete(row)
        session.commit()
        return None
    row.seen_at = now.isoformat()
    session.add(row)
    session.commit()
    return SignedIn(row.user_name, account.role, account.force, account.area, row.csrf)


def sign_out(session: Session, token: str) -> None:
    session.execute(delete(SessionRow).where(col(SessionRow.token_hash) == _hash(token)))
    session.commit()


def same(left: str, right: str) -> bool:
    return hmac.compare_digest(left.encode(), right.encode())


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
