"""Record a decision that was told by radio or telephone, with or without signal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case
from app.check_code import check_code, same_code
from app.entry import Entry
from app.facts.decided import newest_referral, referral_regime
from app.facts.gate import TERMS, terms_asked_for
from app.facts.heard import DECISIONS
from app.held import Held
from app.notebook import Notebook
from app.ranks import Ranks
from app.referral import ENDED


@dataclass(frozen=True, slots=True)
class ToldDecision:
    """`who` is the officer number of the person who decided, `words` what was said, `told_to` the number
    of the officer who heard it, `code` the check code as it was read back (empty: it was not)."""

    decision: str
    who: str
    rank: str
    at: datetime
    words: str
    told_to: str = ""
    code: str = ""
    terms: tuple[str, ...] = ()


WAYS = ("asked", "others", "not-said")
"""Of the terms that were told by radio: those asked for, others, or nobody said."""


def terms_by_way(case: Case, way: str, ticked: Sequence[str]) -> tuple[str, ...]:
    """As they were told; none where nobody said. The term that every notice has goes with the others."""
    if way == "asked":
        return terms_asked_for(case)
    others = ("tm-molest", *ticked)
    return tuple(each for each in TERMS if each in others) if way == "others" else ()


def hear_decision(
    book: Notebook, case: Case, told: ToldDecision, ranks: Ranks, clears: Sequence[str] = ()
) -> Entry | Held:
    """Held: state where nothing was referred or it is over; decision; who; rank below the lowest that may
    decide (s.24(1)), or none; words; code where it is that of another referral."""
    of = newest_referral(case)
    if of is None or case.referral.state in ENDED:
        return Held(("state",))
    lacking = tuple(_lacking(case, told, ranks, of))
    if lacking:
        return Held(lacking)
    body: dict[str, Any] = {
        "decision": told.decision,
        "who": told.who.strip(),
        "rank": told.rank,
        "at": told.at.isoformat(),
        "words": told.words.strip(),
        "told_to": told.told_to.strip() or book.officer.number,
        "of": of.id,
    }
    if told.code.strip():
        body["code"] = check_code(of.hash)
    if told.terms:
        body["terms"] = list(told.terms)
    return book.write(case.id, kinds.DECISION_HEARD, body, told.at, clears)


def _lacking(case: Case, told: ToldDecision, ranks: Ranks, of: Entry) -> Iterator[str]:
    if told.decision not in DECISIONS:
        yield "decision"
    if not told.who.strip():
        yield "who"
    if not ranks.reaches(told.rank, referral_regime(case).authoriser):
        yield "rank"
    if not told.words.strip():
        yield "words"
    if told.code.strip() and not same_code(told.code, of.hash):
        yield "code"
