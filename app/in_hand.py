"""Which incidents an officer has in hand: what Now puts first."""

from __future__ import annotations

from app.case.model import Case

CLOSED = "closed"


def in_hand(case: Case, officer: str) -> bool:
    """Not closed, and owned by this officer number; while nobody owns it, whoever opened it has it."""
    holder = case.ownership.owner or case.opened_by
    return case.referral.state != CLOSED and holder == officer
