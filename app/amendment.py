"""Put an entry right: a new version that names the old one and says why. Both stay readable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import kinds
from app.case.model import Case
from app.court import order_days_held
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook

DECISIONS = (
    kinds.REFERRAL_ENDORSED,
    kinds.REFERRAL_AUTHORISED,
    kinds.REFERRAL_REFUSED,
    kinds.MORE_INFORMATION_WANTED,
    kinds.CASE_CLOSED,
)


@dataclass(frozen=True, slots=True)
class Correction:
    """Entry `of` put right: `new` holds the body fields that change. A field that holds fields
    (`details`) is merged with what was there."""

    of: str
    new: Mapping[str, Any]
    why: str


def amend(book: Notebook, case: Case, correction: Correction, clears: Sequence[str] = ()) -> Entry | Held:
    """A new version of the entry that the correction names.

    Held: reason without a why; state where it is somebody else's decision; order_days.
    """
    if not correction.why.strip():
        return Held(("reason",))
    target = next((entry for entry in case.entries if entry.id == correction.of), None)
    if target and target.kind in DECISIONS and target.by != book.officer.number:
        return Held(("state",))
    if target and target.kind == kinds.ORDER_MADE and order_days_held(correction.new.get("days", 14)):
        return Held(("order_days",))
    body = {"of": correction.of, "new": dict(correction.new), "why": correction.why}
    return book.write(case.id, kinds.AMENDED, body, clears=clears)
