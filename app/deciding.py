"""The station's decisions on a referral. Rank is looked at here, at the moment of the decision, s.24(1).

Used at the station alone: each call is part of one transaction, in which the case was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case, Decision
from app.entry import Entry
from app.facts.decided import newest_referral, referral_regime, seen, sent_by, spoken, standing
from app.facts.gate import PREMISES_TERMS, premises_terms_enabled
from app.held import Held
from app.notebook import Notebook
from app.ranks import Ranks

CONSIDERED = ("ao-children", "ao-victim-opinion", "ao-p-reps", "ao-coresident-opinion")
MAY_NOT_APPLY = ("ao-children", "ao-coresident-opinion")
VIEWS = ("endorsed", "endorsed with doubt", "not endorsed")
OVER = ("withdrawn", "order_made", "order_refused", "closed")


@dataclass(frozen=True, slots=True)
class Considered:
    """One of the four considerations of s.24(3): done with its content, not obtained with the steps that
    were taken and why, or not applicable with the reason."""

    answer: str
    words: str
    why: str = ""

    def held(self, item: str) -> bool:
        if not self.words.strip() or self.answer not in ("done", "not obtained", "not applicable"):
            return True
        if self.answer == "not applicable":
            return item not in MAY_NOT_APPLY
        return self.answer == "not obtained" and not self.why.strip()


@dataclass(frozen=True, slots=True)
class Authority:
    """A notice authorised. `terms` are tm- items, `terms_words` how they are to read in the notice,
    `molestation` whether it is forbidden in general, in particular acts or both, s.24(7).
    `spoken_at` and `told_to` of an authority that was given by telephone."""

    reason: str
    terms: tuple[str, ...]
    considered: Mapping[str, Considered] = field(default_factory=dict)
    terms_words: str = ""
    molestation: str = ""
    spoken_at: datetime | None = None
    told_to: str = ""


def may_decide(book: Notebook, case: Case, ranks: Ranks) -> tuple[str, ...]:
    """Why this officer decides nothing here: rank, issue (a notice that is not issued), own (the referral
    is his or hers), state (nobody has referred, or it is over). Empty when he or she may."""
    regime, found = referral_regime(case), []
    if not ranks.reaches(book.officer.rank, regime.authoriser):
        found.append("rank")
    if not regime.issue:
        found.append("issue")
    if book.officer.number in sent_by(case):
        found.append("own")
    if newest_referral(case) is None or case.referral.state in OVER:
        found.append("state")
    return tuple(found)


def authorise(book: Notebook, case: Case, authority: Authority, ranks: Ranks) -> Entry | Held:
    """Held: as may_decide; decided where a decision stands; reason; tm-molest, the mandatory term; dv-cohabit
    for terms about a home that is not shared, s.24(8); each consideration that is not there."""
    held = may_decide(book, case, ranks) or (("decided",) if standing(case) else ())
    held = held or tuple(_lacking(case, authority))
    if held:
        return Held(held)
    for item, considered in authority.considered.items():
        record_consideration(book, case, item, considered)
    spoken_at = authority.spoken_at
    body: dict[str, Any] = {
        "mode": "verbal" if spoken_at else "written",
        "reason": authority.reason,
        "terms": list(authority.terms),
        "terms_words": authority.terms_words,
        "molestation": authority.molestation,
        **_made_on(book, case),
    }
    if spoken_at:
        body |= {"at": spoken_at.isoformat(), "by_phone_to": authority.told_to}
    return book.write(case.id, kinds.REFERRAL_AUTHORISED, body)


def _lacking(case: Case, authority: Authority) -> Iterator[str]:
    if not authority.reason.strip():
        yield "reason"
    if "tm-molest" not in authority.terms:
        yield "tm-molest"
    premises = any(term in PREMISES_TERMS for term in authority.terms)
    if premises and not premises_terms_enabled(case):
        yield "dv-cohabit"
    for item in CONSIDERED:
        wanted = item != "ao-coresident-opinion" or premises
        given = authority.considered.get(item)
        if (wanted and not given and not is_considered(case, item)) or (given and given.held(item)):
            yield item


def is_considered(case: Case, item: str) -> bool:
    """Whether it has been recorded before: content, or steps taken and why it was not obtained."""
    answer = case.answers.get(item)
    return answer is not None and not Considered(answer.answer, answer.note, answer.reason).held(item)


def record_consideration(
    book: Notebook, case: Case, item: str, considered: Considered
) -> Entry | Held | None:
    """Held with the item while something of it lacks; None, and nothing written, where it stands so."""
    if item not in CONSIDERED or considered.held(item):
        return Held((item,))
    known = case.answers.get(item)
    if known and (known.answer, known.note, known.reason) == (
        considered.answer,
        considered.words,
        considered.why,
    ):
        return None
    body = {"item": item, "answer": considered.answer, "note": considered.words, "reason": considered.why}
    return book.write(case.id, kinds.ANSWERED, body)


def confirm(book: Notebook, case: Case, reason: str, ranks: Ranks) -> Entry | Held:
    """The written confirmation of an authority that was spoken, by who spoke it, whatever came since.
    Held: rank; own-word where nothing spoken of this officer waits for it; reason."""
    waiting = spoken(case)
    if not ranks.reaches(book.officer.rank, referral_regime(case).authoriser):
        return Held(("rank",))
    if waiting is None or waiting.by != book.officer.number:
        return Held(("own-word",))
    if not reason.strip():
        return Held(("reason",))
    told = {"mode": "written", "reason": reason, "confirms": waiting.entry, "terms": list(waiting.terms)}
    body = {**told, "terms_words": waiting.terms_words, **_made_on(book, case)}
    return book.write(case.id, kinds.REFERRAL_AUTHORISED, body)


def refuse(book: Notebook, case: Case, reason: str, plan_b: Sequence[str], ranks: Ranks) -> Entry | Held:
    """Held: as may_decide; decided; reason; plan_b: nobody is refused a notice and left with nothing."""
    held = may_decide(book, case, ranks) or (("decided",) if standing(case) else ())
    lacking = [] if reason.strip() else ["reason"]
    lacking += [] if any(each.strip() for each in plan_b) else ["plan_b"]
    if held or lacking:
        return Held(held or tuple(lacking))
    body = {"reason": reason, "plan_b": [each for each in plan_b if each.strip()], **_made_on(book, case)}
    return book.write(case.id, kinds.REFERRAL_REFUSED, body)


def ask_for_more(book: Notebook, case: Case, words: str) -> Entry | Held:
    """Held: words; decided; state. The mark goes when the referral that was asked about is sent again."""
    if newest_referral(case) is None or case.referral.state in OVER:
        return Held(("state",))
    if standing(case):
        return Held(("decided",))
    if not words.strip():
        return Held(("words",))
    return book.write(case.id, kinds.MORE_INFORMATION_WANTED, {"words": words, **_made_on(book, case)})


def endorse(book: Notebook, case: Case, view: str, reason: str, ranks: Ranks) -> Entry | Held:
    """A view on the way up, never a gate. Held: rank, own, state, decided, view, reason."""
    step = ranks.step_of(book.officer.rank)
    if not step:
        return Held(("rank",))
    if book.officer.number in sent_by(case):
        return Held(("own",))
    if newest_referral(case) is None or case.referral.state in OVER:
        return Held(("state",))
    if standing(case):
        return Held(("decided",))
    if view not in VIEWS or not reason.strip():
        return Held(("view",) if view not in VIEWS else ("reason",))
    body = {"decision": view, "reason": reason, "step": step, **_made_on(book, case)}
    return book.write(case.id, kinds.REFERRAL_ENDORSED, body)


def keep_attempt(book: Notebook, case: Case, kind: str, told: Mapping[str, Any]) -> Entry:
    """A decision that came too late: kept with its reasons, and without effect. `kind` is what it would
    have been; `told` what it said."""
    decided = standing(case)
    body = {"decision": kind, **told, "stands": decided.entry if decided else "", **_made_on(book, case)}
    return book.write(case.id, kinds.DECISION_NOT_TAKEN, {**body, "state": case.referral.state})


def _made_on(book: Notebook, case: Case) -> dict[str, Any]:
    """Rank of who decides, which referral it is about, and how far each stream had been read."""
    of = newest_referral(case)
    return {"rank": book.officer.rank, "of": of.id if of else "", "seen": seen(case)}


def decision_words(decision: Decision) -> str:
    """authorised, spoken, confirmed or refused: what a screen calls it."""
    if decision.kind == kinds.REFERRAL_REFUSED:
        return "refused"
    if decision.mode == "verbal":
        return "spoken"
    return "confirmed" if decision.confirms else "authorised"
