"""Put an entry right: a new version that names the old one and says why. Both stay readable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import kinds
from app.case.apart import CLOCK_FACTS, merged
from app.case.model import Case
from app.case.reading import text
from app.clocks.worked import work_out
from app.court import order_days_held
from app.entry import Entry
from app.facts.history import root_of, standing_body, versions_of
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
    root = root_of(case, correction.of)
    if root and root.kind in DECISIONS and root.by != book.officer.number:
        return Held(("state",))
    if root and _no_length(root, correction.new):
        return Held(("order_days",))
    body = {"of": correction.of, "new": dict(correction.new), "why": correction.why}
    return book.write(
        case.id, kinds.AMENDED, {**body, **_for_its_clock(book, case, root, correction)}, clears=clears
    )


def _no_length(root: Entry, new: Mapping[str, Any]) -> bool:
    """Whether an order would get a length that it cannot have."""
    there = root.kind == kinds.ORDER_MADE and "days" in new
    return there and order_days_held(new["days"], text(root.body, "kind"))


def _for_its_clock(book: Notebook, case: Case, root: Entry | None, correction: Correction) -> dict[str, Any]:
    """Of an entry that starts a legal clock: which corrections its author knew, and what it now gives."""
    if root is None or root.kind not in CLOCK_FACTS:
        return {}
    knew = [version.entry for version in versions_of(case, root.id)[1:]]
    body = merged(standing_body(case, root.id), correction.new)
    found = work_out(root.kind, body, case, book.calendar())
    return {"knew": knew} | ({"computed": found.as_body()} if found else {})
