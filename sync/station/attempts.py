"""What was wrong before, from whom: a limit on guessing that survives restarts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from sync.station.stamps import stamp
from sync.station.tables import AttemptRow

FAILURES, WITHIN_MINUTES = 10, 5


def too_many(session: Session, who: Sequence[str], now: datetime) -> bool:
    """Whether any of them was wrong ten times within five minutes."""
    return any(_failed(session, each, now) >= FAILURES for each in who)


def was_wrong(session: Session, who: Sequence[str], now: datetime) -> None:
    """Count it against each of them; what no longer counts is cleared away. The caller commits."""
    session.execute(delete(AttemptRow).where(col(AttemptRow.at) <= _since(now)))
    session.add_all(AttemptRow(who=each, at=stamp(now)) for each in who)


def _failed(session: Session, who: str, now: datetime) -> int:
    wanted = select(func.count()).where(AttemptRow.who == who, col(AttemptRow.at) > _since(now))
    return int(session.exec(wanted).one())


def _since(now: datetime) -> str:
    return stamp(now - timedelta(minutes=WITHIN_MINUTES))
