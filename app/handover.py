"""Who owns risk and plan. An offer moves nothing until it is accepted."""

from __future__ import annotations

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook


def offer_handover(book: Notebook, case: str, to: str, note: str = "") -> Entry:
    return book.write(case, kinds.HANDOVER_OFFERED, {"to": to, "note": note})


def accept_handover(book: Notebook, case: Case, victim_told: bool | None = None) -> Entry | Held:
    """The officer who was asked takes risk and plan from this minute."""
    if case.ownership.offered_to != book.officer.number:
        return Held(("state",))
    body = {"of": case.ownership.offer_entry, "victim_told": victim_told}
    return book.write(case.id, kinds.HANDOVER_ACCEPTED, body)


def without_owner(case: Case) -> tuple[str, ...]:
    """What nobody has taken on yet: owner, informs, or neither."""
    missing = []
    if not case.ownership.owner:
        missing.append("owner")
    if not case.ownership.informs:
        missing.append("informs")
    return tuple(missing)
