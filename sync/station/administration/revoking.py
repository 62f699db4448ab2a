"""A handset taken out of use: refused at its next contact, given its lease no more. What it sent stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, update

from sync.station.administration.changes import Change, Hand, note
from sync.station.stamps import moment_of, stamp
from sync.station.tables import RevocationRow, StreamRow

REASONS = ("lost", "leaves", "scrapped", "other")
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Why:
    """`reason` is one of REASONS; `words` say which report, or what else. Empty only where they need not."""

    reason: str
    words: str

    @property
    def lacks(self) -> str:
        """reason or words, where something is wrong with it; else empty."""
        if self.reason not in REASONS:
            return "reason"
        if len(self.words) > LONGEST or (self.reason == "other" and not self.words):
            return "words"
        return ""


@dataclass(frozen=True, slots=True)
class Revocation:
    """Who took it out of use, when and why."""

    by: str
    at: datetime
    why: Why


def handset_of(session: Session, stream: str, force: str) -> StreamRow | None:
    """The enrolment, when it is of this force."""
    row = session.get(StreamRow, stream)
    return row if row is not None and row.force == force else None


def revocation_of(session: Session, stream: str) -> Revocation | None:
    """None while it is in use, and where it was taken out of use before anybody kept why."""
    row = session.get(RevocationRow, stream)
    return Revocation(row.by, moment_of(row.at), Why(row.reason, row.words)) if row else None


def revoke(session: Session, hand: Hand, stream: str, why: Why) -> bool:
    """False where it is not of this force, or is revoked already: the first reason stands."""
    assert not why.lacks
    officer = session.execute(
        update(StreamRow)
        .where(col(StreamRow.id) == stream, col(StreamRow.force) == hand.force)
        .where(col(StreamRow.revoked).is_(False))
        .values(revoked=True)
        .returning(col(StreamRow.officer))
    ).scalar()
    if officer is None:
        return False
    session.add(
        RevocationRow(
            stream=stream,
            force=hand.force,
            by=hand.user,
            at=stamp(hand.at),
            reason=why.reason,
            words=why.words,
        )
    )
    note(session, hand, Change("handset-revoked", officer, now=why.reason))
    session.commit()
    return True
