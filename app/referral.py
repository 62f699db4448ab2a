"""Send the DVPN referral to a supervisor. It is queued at once and says so; a 'no' never blocks it."""

from __future__ import annotations

from collections.abc import Sequence

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.facts.decided import standing
from app.facts.gate import disabled_items
from app.held import Held
from app.notebook import Notebook

ENDED = ("refused", "order_made", "order_refused", "withdrawn", "closed")
UNDER_WAY = ("authorised", "served", "listed", "adjourned")
CARRIED = ("dv-", "ao-", "tm-")
"""What a referral names of the case: the test, what is to be considered, the terms asked for."""


def send_referral(
    book: Notebook, case: Case, to: str, missing: Sequence[str], clears: Sequence[str] = ()
) -> Entry | Held:
    """Held while must-answer items are missing: `missing` holds their ids, as guidance names them.

    Held with state once a superintendent has decided. After a refusal a fresh notice is a new record.
    """
    if case.referral.state in (*UNDER_WAY, *ENDED):
        return Held(("state",))
    if missing:
        return Held(tuple(missing))
    closed = disabled_items(case)
    carried = {
        item: answer.entry
        for item, answer in case.answers.items()
        if item.startswith(CARRIED) and item not in closed
    }
    opinion = case.consents.get("cn-dvpn")
    if opinion:
        carried["cn-dvpn"] = opinion.entry
    return book.write(case.id, kinds.REFERRAL_SENT, {"to": to, "items": carried}, clears=clears)


def call_back_referral(book: Notebook, case: Case, why: str, clears: Sequence[str] = ()) -> Entry | Held:
    """Withdrawn by an officer, while nobody has decided. Held: as not_called_back; reason."""
    held = not_called_back(case)
    return Held(held) if held else withdraw_referral(book, case, why, clears)


def not_called_back(case: Case) -> tuple[str, ...]:
    """Why an officer does not withdraw it: state (nothing was sent, or it is over), decided, served.
    From then on it is withdrawn by a supervisor, at the console."""
    if case.referral.sent_at is None or case.referral.state in ("withdrawn", "closed"):
        return ("state",)
    if standing(case):
        return ("decided",)
    if case.served_at:
        return ("served",)
    return ("state",) if case.referral.state in ENDED else ()


def withdraw_referral(book: Notebook, case: Case, why: str, clears: Sequence[str] = ()) -> Entry | Held:
    """The application is not pursued. Held: reason; state where there is nothing to withdraw."""
    if not why.strip():
        return Held(("reason",))
    if case.referral.state in ("draft", *ENDED):
        return Held(("state",))
    return book.write(case.id, kinds.REFERRAL_WITHDRAWN, {"why": why}, clears=clears)
