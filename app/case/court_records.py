"""What the court and the breach left in the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Hearing:
    """A hearing of the application for the order, s.27. `started_at` when it began.

    `replaced` when a later listing took its place before it began; it stays in the history.
    """

    entry: str
    court: str
    at: datetime
    started_at: datetime | None = None
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach believed, s.25(1)(b) or s.28(9). `arrested_at` is None where nobody was arrested."""

    entry: str
    kind: str
    arrested_at: datetime | None
    offence_arrest_at: datetime | None
    term: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CourtResult:
    """A result other than an order. `about` is application or breach; `outcome` is order_refused,
    withdrawn, not_reached or empty; `trigger` the review that it calls for."""

    entry: str
    at: datetime
    result: str
    about: str
    outcome: str = ""
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the station decided, at the time that it names (a spoken authority: when it was spoken).

    `confirms` is the entry of the spoken authority that this one puts in writing, `of` the referral that
    was decided on, `seen` how far each stream had been read, `view` and `step` those of an endorsement.
    """

    entry: str
    kind: str
    by: str
    at: datetime
    reason: str = ""
    mode: str = ""
    plan_b: tuple[str, ...] = ()
    rank: str = ""
    terms: tuple[str, ...] = ()
    terms_words: str = ""
    told_to: str = ""
    confirms: str = ""
    of: str = ""
    seen: Mapping[str, int] = field(default_factory=dict)
    view: str = ""
    step: str = ""


def numbers(told: object) -> dict[str, int]:
    """By stream, how far it was read; whatever is no number reads as nothing."""
    if not isinstance(told, Mapping):
        return {}
    return {str(stream): seq for stream, seq in told.items() if type(seq) is int}


@dataclass(frozen=True, slots=True)
class Order:
    """An order as recorded: the moment it was made, its days (both ends included) and its terms. `kind`:
    DVPO, or DAPO, which may have no days: then it runs until further order."""

    entry: str
    made_at: datetime
    days: int | None
    court: str = ""
    terms: tuple[str, ...] = ()
    sealed_end: str = ""
    kind: str = "DVPO"
