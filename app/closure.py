"""A supervisor closes a case: one of the few ways out of LAPSE_RISK, and never done by itself."""

from __future__ import annotations

from collections.abc import Sequence

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.held import Held, is_supervisor
from app.notebook import Notebook


def close_case(book: Notebook, case: Case, why: str, clears: Sequence[str] = ()) -> Entry | Held:
    """Held: rank below sergeant; reason without one; state where it is closed already."""
    if not is_supervisor(book.officer.rank):
        return Held(("rank",))
    if not why.strip():
        return Held(("reason",))
    if case.referral.state == "closed":
        return Held(("state",))
    return book.write(case.id, kinds.CASE_CLOSED, {"why": why}, clears=clears)
