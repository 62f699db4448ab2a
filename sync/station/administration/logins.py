"""Console accounts of a force, as its administrators keep them. Each change ends that account's sessions."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, delete, select

from sync.station.accounts import Role
from sync.station.administration.changes import Change, Hand, note
from sync.station.administration.staff import areas
from sync.station.passwords import SHORTEST, hashed, matches
from sync.station.tables import AccountRow, OfficerRow, SessionRow

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{2,79}")
WITHOUT_OFFICER = (Role.OVERSIGHT, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Login:
    """What an account is for. `area` may be empty for oversight of the whole force."""

    user: str
    role: str
    area: str
    number: str

    def words(self, rank: str) -> str:
        return ", ".join(filter(None, (self.role, rank, self.number, self.area)))


def logins(session: Session, force: str) -> Sequence[AccountRow]:
    """By user name."""
    wanted = select(AccountRow).where(AccountRow.force == force).order_by(col(AccountRow.user_name))
    return session.exec(wanted).all()


def login(session: Session, user: str, force: str) -> AccountRow | None:
    row = session.get(AccountRow, user)
    return row if row is not None and row.force == force else None


def temporary_password() -> str:
    """Eighty random bits in groups of four."""
    digits = secrets.token_hex(10)
    return "-".join(digits[at : at + 4] for at in range(0, 20, 4))


def add(session: Session, hand: Hand, asked: Login, training: bool) -> tuple[str, str]:
    """(what is wrong, temporary password): user, taken, role, officer or area; one of the two is empty."""
    wrong, rank = _wrong(session, hand, asked)
    if not wrong and session.get(AccountRow, asked.user) is not None:
        wrong = "taken"
    if wrong:
        return wrong, ""
    password = temporary_password()
    session.add(
        AccountRow(
            user_name=asked.user, role=asked.role, force=hand.force, area=asked.area,
            password=hashed(password), training=training, number=asked.number, rank=rank, temporary=True,
        )
    )  # fmt: skip
    note(session, hand, Change("account-added", asked.user, now=asked.words(rank)))
    session.commit()
    return "", password


def change(session: Session, hand: Hand, asked: Login) -> str:
    """Another role, area or officer. absent, own, provider, role, officer, area; empty when it was done."""
    row = login(session, asked.user, hand.force)
    wrong = _not_theirs(hand, row)
    if row is None or wrong:
        return wrong
    if row.issuer:
        return "provider"
    wrong, rank = _wrong(session, hand, asked)
    if wrong:
        return wrong
    was = Login(row.user_name, row.role, row.area, row.number).words(row.rank)
    row.role, row.area, row.number, row.rank = asked.role, asked.area, asked.number, rank
    return _done(session, hand, row, Change("account-changed", asked.user, was, asked.words(rank)))


def switch(session: Session, hand: Hand, user: str, off: bool) -> str:
    """absent, own; empty when it was done."""
    row = login(session, user, hand.force)
    wrong = _not_theirs(hand, row)
    if row is None or wrong:
        return wrong
    row.off = off
    return _done(session, hand, row, Change("account-off" if off else "account-on", user))


def new_password(session: Session, hand: Hand, user: str) -> tuple[str, str]:
    """(what is wrong, temporary password): absent, own, provider."""
    row = login(session, user, hand.force)
    wrong = _not_theirs(hand, row)
    if row is None or wrong:
        return wrong, ""
    if row.issuer:
        return "provider", ""
    password = temporary_password()
    row.password, row.temporary = hashed(password), True
    _done(session, hand, row, Change("password-made", user))
    return "", password


def own_password(session: Session, hand: Hand, password: str) -> str:
    """Instead of a temporary one. absent, short, same; empty when it was done. Every session ends."""
    row = login(session, hand.user, hand.force)
    if row is None or row.issuer:
        return "absent"
    if len(password) < SHORTEST:
        return "short"
    if matches(password, row.password):
        return "same"
    row.password, row.temporary = hashed(password), False
    return _done(session, hand, row, Change("password-own", hand.user))


def _not_theirs(hand: Hand, row: AccountRow | None) -> str:
    """Nobody changes the own account: the last administrator would lock the force out."""
    if row is None:
        return "absent"
    return "own" if row.user_name == hand.user else ""


def _wrong(session: Session, hand: Hand, asked: Login) -> tuple[str, str]:
    """(what is wrong, rank of the officer whose account it is)."""
    if not NAME.fullmatch(asked.user):
        return "user", ""
    if asked.role not in list(Role):
        return "role", ""
    anywhere = asked.role == Role.OVERSIGHT and not asked.area
    if not anywhere and asked.area not in areas(session, hand.force):
        return "area", ""
    if asked.role in WITHOUT_OFFICER:
        return ("officer", "") if asked.number else ("", "")
    officer = session.get(OfficerRow, asked.number)
    if officer is None or officer.force != hand.force:
        return "officer", ""
    return "", officer.rank


def _done(session: Session, hand: Hand, row: AccountRow, change: Change) -> str:
    session.add(row)
    session.execute(delete(SessionRow).where(col(SessionRow.user_name) == row.user_name))
    note(session, hand, change)
    session.commit()
    return ""
