"""The administration log: every change of an officer, an account or a handset, by whom and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from sync.station.base import for_reading
from sync.station.stamps import moment_of, stamp
from sync.station.tables import AdministrationRow

COMMAND_LINE = "command line"
_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand it was, of which force, and when."""

    user: str
    force: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """`what` is code-made, handset-revoked, officer-added, officer-moved, account-added, account-changed,
    account-off, account-on, password-made, password-own or signed-in-first. `about`: an officer's number or
    a user name, never anybody of a case."""

    what: str
    about: str
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A change as it stands in the log."""

    at: datetime
    by: str
    change: Change


def note(session: Session, hand: Hand, change: Change) -> None:
    """Within the caller's transaction: what was not noted was not done."""
    session.add(
        AdministrationRow(
            at=stamp(hand.at), force=hand.force, by=hand.user,
            what=change.what, about=change.about, was=change.was, now=change.now,
        )
    )  # fmt: skip


def noted(engine: Engine, force: str) -> Sequence[Noted]:
    """The newest first, of this force alone; the last five hundred."""
    wanted = (
        select(AdministrationRow)
        .where(AdministrationRow.force == force)
        .order_by(col(AdministrationRow.id).desc())
        .limit(_SHOWN)
    )
    with Session(for_reading(engine)) as session:
        rows = session.exec(wanted).all()
        return [
            Noted(moment_of(row.at), row.by, Change(row.what, row.about, row.was, row.now)) for row in rows
        ]
