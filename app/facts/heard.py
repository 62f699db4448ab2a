"""A decision that an officer was told by radio or telephone, beside what the station wrote of it.

What was heard moves no state: only the station decides, s.24(1). Both times stay, and where the two do not
agree that is said on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.amended import with_amendments
from app.case.model import Case, Decision
from app.case.reading import moment, text, texts
from app.facts.decided import standing

AUTHORISED, REFUSED = "authorised", "refused"
DECISIONS = (AUTHORISED, REFUSED)
_WRITTEN = {kinds.REFERRAL_AUTHORISED: AUTHORISED, kinds.REFERRAL_REFUSED: REFUSED}


@dataclass(frozen=True, slots=True)
class Heard:
    """`who` decided, as the officer was told, at `at`; `told_to` heard it; `code` is the check code that
    was read back, empty where none was. `of` is the referral that it was about."""

    entry: str
    by: str
    decision: str
    who: str
    rank: str
    at: datetime
    words: str
    told_to: str
    code: str = ""
    of: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """State: waiting (nothing in writing), spoken (the station has it, as spoken), confirmed, contradicted.
    `differs`: decision, officer, terms."""

    heard: Heard
    written: Decision | None
    state: str
    differs: tuple[str, ...] = ()


def heard(case: Case) -> tuple[Heard, ...]:
    """Every decision heard, as it now stands, in the order of the fold."""
    found = (each for each in with_amendments(case.entries) if each.entry.kind == kinds.DECISION_HEARD)
    return tuple(
        Heard(
            entry=each.entry.id,
            by=each.entry.by,
            decision=text(each.body, "decision"),
            who=text(each.body, "who"),
            rank=text(each.body, "rank"),
            at=moment(each.body, "at") or each.happened_at,
            words=text(each.body, "words"),
            told_to=text(each.body, "told_to") or each.entry.by,
            code=text(each.body, "code"),
            of=text(each.body, "of"),
            terms=texts(each.body, "terms"),
        )
        for each in found
    )


def reconciled(case: Case) -> tuple[Reconciled, ...]:
    """Each decision heard against the one that stands at the station."""
    written = standing(case)
    confirmed = {each.confirms for each in case.decisions}
    return tuple(_against(each, written, confirmed) for each in heard(case))


def _against(told: Heard, written: Decision | None, confirmed: set[str]) -> Reconciled:
    if written is None:
        return Reconciled(told, None, "waiting")
    differs = tuple(_differs(told, written))
    if differs:
        return Reconciled(told, written, "contradicted", differs)
    spoken = written.mode == "verbal" and written.entry not in confirmed
    return Reconciled(told, written, "spoken" if spoken else "confirmed")


def _differs(told: Heard, written: Decision) -> Iterator[str]:
    if _WRITTEN.get(written.kind) != told.decision:
        yield "decision"
    if told.who and _plain(told.who) != _plain(written.by):
        yield "officer"
    if told.terms and written.terms and set(told.terms) != set(written.terms):
        yield "terms"


def _plain(number: str) -> str:
    return "".join(letter for letter in number.lower() if letter.isalnum()).lstrip("0")


def authority(case: Case) -> str:
    """On what a notice would be served now: written, spoken, heard, refused, heard-refused or none."""
    written = standing(case)
    if written is not None:
        if written.kind == kinds.REFERRAL_REFUSED:
            return "refused"
        confirmed = any(each.confirms == written.entry for each in case.decisions)
        return "spoken" if written.mode == "verbal" and not confirmed else "written"
    told = heard(case)
    if not told:
        return "none"
    return "heard" if told[-1].decision == AUTHORISED else "heard-refused"
