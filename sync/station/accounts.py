"""Console accounts: roles, hashed passwords, sessions, and a limit on guessing."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, col, delete

from sync.station.attempts import too_many, was_wrong
from sync.station.passwords import NOBODY, hashed, matches
from sync.station.stamps import moment_of, stamp
from sync.station.tables import AccountRow, SessionRow

IDLE_MINUTES, SHIFT_HOURS = 15, 12
_LONGEST = 200


class Role(StrEnum):
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    AUTHORISING = "authorising officer"
    OVERSIGHT = "oversight"
    ADMINISTRATOR = "administrator"


_READERS = (Role.OFFICER, Role.SUPERVISOR, Role.AUTHORISING)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is at the console, and the token that every form must carry."""

    user_name: str
    role: Role
    force: str
    area: str
    csrf: str
    number: str = ""
    rank: str = ""
    temporary: bool = False
    """The password was made by an administrator: nothing opens but the page to choose one."""

    @property
    def sees_records(self) -> bool:
        return self.role in _READERS

    @property
    def sees_counts(self) -> bool:
        return self.role is not Role.ADMINISTRATOR

    @property
    def sees_handsets(self) -> bool:
        return self.role in (Role.SUPERVISOR, Role.AUTHORISING, Role.ADMINISTRATOR)

    @property
    def makes_codes(self) -> bool:
        return self.role is Role.ADMINISTRATOR

    @property
    def decides(self) -> bool:
        """May open the forms of a decision. Whether the rank reaches is seen when it is made."""
        return self.role is Role.AUTHORISING

    @property
    def supervises(self) -> bool:
        """Endorses, asks, records what a court did, closes."""
        return self.role in (Role.SUPERVISOR, Role.AUTHORISING)

    @property
    def oversees(self) -> bool:
        """May open the counts of the oversight page."""
        return self.role in (Role.SUPERVISOR, Role.AUTHORISING, Role.OVERSIGHT)

    @property
    def sees_log(self) -> bool:
        """What administrators did is for them and for whoever watches over them."""
        return self.role in (Role.ADMINISTRATOR, Role.OVERSIGHT)

    @property
    def areas(self) -> str | None:
        """The one area that this person may see; None for every area of the force. Oversight that was given
        no area is over all of it."""
        if self.role is Role.OVERSIGHT:
            return self.area or None
        return None if self.role in (Role.AUTHORISING, Role.ADMINISTRATOR) else self.area


def add_account(session: Session, account: AccountRow, password: str) -> None:
    """Add or change. A password that is this one already is left as it is; a new one ends the sessions."""
    known = session.get(AccountRow, account.user_name)
    if known is not None and matches(password, known.password):
        account.password = known.password
    else:
        account.password = hashed(password)
        session.execute(delete(SessionRow).where(col(SessionRow.user_name) == account.user_name))
    session.merge(account)
    session.commit()


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
    who = (f"account {given.user_name[:_LONGEST]}", f"address {given.address}")
    if too_many(session, who, now):
        raise TooMany
    account = session.get(AccountRow, given.user_name[:_LONGEST])
    kept = account.password if account and account.password and not account.off else NOBODY
    session.rollback()  # hashing takes long: nobody's push waits for it
    if not matches(given.password, kept):
        was_wrong(session, who, now)
        session.commit()
        return None
    return begin(session, given.user_name, now)


def begin(session: Session, user_name: str, now: datetime) -> str:
    """A session of this account: its token. Sessions that are over anyway are cleared away with it."""
    over = stamp(now - timedelta(minutes=IDLE_MINUTES))
    session.execute(delete(SessionRow).where(col(SessionRow.seen_at) < over))
    token, at = secrets.token_urlsafe(32), stamp(now)
    session.add(
        SessionRow(
            token_hash=_hash(token),
            user_name=user_name,
            csrf=secrets.token_urlsafe(24),
            began_at=at,
            seen_at=at,
        )
    )
    session.commit()
    return token


def signed_in(session: Session, token: str, now: datetime) -> SignedIn | None:
    """Who this token belongs to: used within the last minutes, and begun within one shift."""
    row = session.get(SessionRow, _hash(token)) if token else None
    if row is None:
        return None
    account = session.get(AccountRow, row.user_name)
    if account is None or account.off or _is_over(row, now):
        session.delete(row)
        session.commit()
        return None
    row.seen_at = stamp(now)
    session.add(row)
    session.commit()
    return SignedIn(
        account.user_name, Role(account.role), account.force, account.area, row.csrf,
        account.number, account.rank, account.temporary,
    )  # fmt: skip


def _is_over(row: SessionRow, now: datetime) -> bool:
    idle = now - moment_of(row.seen_at) > timedelta(minutes=IDLE_MINUTES)
    return idle or now - moment_of(row.began_at) > timedelta(hours=SHIFT_HOURS)


def sign_out(session: Session, token: str) -> None:
    session.execute(delete(SessionRow).where(col(SessionRow.token_hash) == _hash(token)))
    session.commit()


def same(left: str, right: str) -> bool:
    return hmac.compare_digest(left.encode(), right.encode())


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
