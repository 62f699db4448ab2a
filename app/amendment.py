"""Put an entry right: a new version that names the old one and says why. Both stay readable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app import kinds
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook


def amend(
    book: Notebook,
    case: str,
    of: str,
    new: Mapping[str, Any],
    why: str,
    clears: Sequence[str] = (),
) -> Entry | Held:
    """A new version of entry `of`. `new` holds the body fields that change. Held without a why."""
    if not why.strip():
        return Held(("reason",))
    return book.write(case, kinds.AMENDED, {"of": of, "new": dict(new), "why": why}, clears=clears)
