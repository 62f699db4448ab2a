"""Away to the provider and back: each sign-in comes back once, to the browser that began it."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from sync.station.accounts import begin
from sync.station.administration.changes import Change, Hand, note
from sync.station.administration.logins import Login
from sync.station.identity.claims import Comer, NoEntry
from sync.station.stamps import moment_of, stamp
from sync.station.tables import AccountRow, BegunRow, SessionRow

AWAY_MINUTES, MOST_AWAY = 10, 5000


@dataclass(frozen=True, slots=True)
class Begun:
    """What goes with the browser, and what stays here until it is back."""

    state: str
    nonce: str
    verifier: str

    @property
    def challenge(self) -> str:
        """PKCE, S256."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def go(session: Session, now: datetime) -> Begun | None:
    """None while far too many are away at once. Those that are over are cleared away."""
    over = stamp(now - timedelta(minutes=AWAY_MINUTES))
    session.execute(delete(BegunRow).where(col(BegunRow.at) < over))
    if session.exec(select(func.count()).select_from(BegunRow)).one() >= MOST_AWAY:
        return None
    begun = Begun(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48))
    session.add(
        BegunRow(state_hash=_hash(begun.state), nonce=begun.nonce, verifier=begun.verifier, at=stamp(now))
    )
    session.commit()
    return begun


def back(session: Session, state: str, now: datetime) -> Begun | None:
    """What was begun under this state, once. None: unknown, used or over."""
    taken = session.execute(
        delete(BegunRow)
        .where(col(BegunRow.state_hash) == _hash(state))
        .returning(col(BegunRow.nonce), col(BegunRow.verifier), col(BegunRow.at))
    ).first()
    session.commit()
    if taken is None or now - moment_of(taken[2]) >= timedelta(minutes=AWAY_MINUTES):
        return None
    return Begun(state, str(taken[0]), str(taken[1]))


def arrive(session: Session, who: Comer, issuer: str, training: bool, now: datetime) -> str:
    """A session's token. The account is as the directory says today; what changed ends its other sessions.
    NoEntry: taken, where the name is another's here; off, where an administrator switched it off."""
    row, hand = session.get(AccountRow, who.user), Hand(who.user, who.force, now)
    said = Login(who.user, who.role, who.area, who.number).words(who.rank)
    if row is None:
        if _known(session, who, issuer):
            raise NoEntry("taken")
        row = AccountRow(
            user_name=who.user, role=who.role, force=who.force, area=who.area, password="",
            training=training, issuer=issuer, subject=who.subject,
        )  # fmt: skip
        note(session, hand, Change("signed-in-first", who.user, now=said))
    elif (row.issuer, row.subject) != (issuer, who.subject):
        raise NoEntry("taken")
    elif row.off:
        raise NoEntry("off")
    elif (was := Login(who.user, row.role, row.area, row.number).words(row.rank)) != said:
        session.execute(delete(SessionRow).where(col(SessionRow.user_name) == who.user))
        note(session, hand, Change("account-changed", who.user, was, said))
    row.role, row.force, row.area, row.number, row.rank = who.role, who.force, who.area, who.number, who.rank
    session.add(row)
    session.flush()
    return begin(session, who.user, now)


def _known(session: Session, who: Comer, issuer: str) -> bool:
    """Under another user name already: what an administrator switched off does not come back renamed."""
    wanted = select(AccountRow.user_name).where(
        AccountRow.issuer == issuer, AccountRow.subject == who.subject
    )
    return session.exec(wanted).first() is not None


def _hash(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
