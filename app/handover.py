"""Who owns risk and plan. An offer moves nothing until it is accepted."""

from __future__ import annotations

from collections.abc import Sequence

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook


def offer(book: Notebook, case: Case, to: str, note: str = "", clears: Sequence[str] = ()) -> Entry:
    """Ask officer number `to` to take risk and plan."""
    return book.write(case.id, kinds.HANDOVER_OFFERED, {"to": to, "note": note}, clears=clears)


def accept(
    book: Notebook, case: Case, victim_told: bool | None = None, clears: Sequence[str] = ()
) -> Entry | Held:
    """The officer who was asked takes risk and plan from this minute. Held with state for another."""
    if not case.ownership.offered_to or case.ownership.offered_to != book.officer.number:
        return Held(("state",))
    body = {"of": case.ownership.offer_entry, "victim_told": victim_told}
    return book.write(case.id, kinds.HANDOVER_ACCEPTED, body, clears=clears)
