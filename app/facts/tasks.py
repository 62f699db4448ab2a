"""What a case leaves open until somebody does it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.case.model import Case
from app.case.reading import text
from app.conflicts import unresolved
from app.court_calendar import CourtCalendar
from app.facts.notice import must_escalate
from app.triggers import reviews_due

TRANSFER = "me-transfer-force"


def transfers_open(case: Case) -> bool:
    """She has moved into another force's area and that force has not been told since."""
    moved = [each.happened_at for each in case.moves if text(each.body, "new_force")]
    told = [
        each.happened_at
        for each in case.given
        if each.item == TRANSFER and each.answer == "done" and each.happened_at
    ]
    return bool(moved) and not any(at >= max(moved) for at in told)


def tasks_open(case: Case, now: datetime, calendar: CourtCalendar) -> tuple[str, ...]:
    """Items that wait for somebody: reviews, a transfer, an escalation, a conflict.

    Besides item ids: escalate-lapse and conflict/ABOUT. Who owns and who informs: `case.ownership`.
    """
    return tuple(dict.fromkeys(_open(case, now, calendar)))


def _open(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[str]:
    if case.referral.state == "closed":
        return
    if must_escalate(case, now, calendar):
        yield "escalate-lapse"
    yield from (f"conflict/{about}" for about in unresolved(case))
    if transfers_open(case):
        yield TRANSFER
    waiting = [review for review in reviews_due(case, now, calendar) if review.reviewed_at is None]
    yield from (review.items[0] for review in waiting)
