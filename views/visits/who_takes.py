"""Who takes a visit, in words."""

from __future__ import annotations

from datetime import datetime

from app.case.model import Case, Visit
from app.clocks.words import moment_words
from app.visits.claims import Claim, claims, offers
from views.saying import words
from views.services import desk


def taken_line(case: Case, visit: Visit) -> str:
    """'You take it', 'Taken by 4502', or that nobody has; empty where two officers have to agree."""
    standing = claims(case, visit)
    if len(standing) > 1:
        return ""
    if not standing:
        return words("take.nobody")
    if standing[0].officer == me():
        return words("take.you")
    return words("take.by", officer=standing[0].officer)


def settle_line(case: Case, visit: Visit, now: datetime) -> str:
    """What waits for this officer's word: two who took one visit, or an offer. Empty where nothing does."""
    asks = next((each.by for each in offers(case, visit) if each.to == me()), "")
    return agree_line(case, visit, now) or (words("take.asks", officer=asks) if asks else "")


def agree_line(case: Case, visit: Visit, now: datetime) -> str:
    """'4471 (20:05 today) and 4502 (20:08 today) both took it.' Empty where one or nobody did."""
    standing = claims(case, visit)
    if len(standing) <= 1:
        return ""
    *first, last = [_named(each, now) for each in standing]
    return words("take.both", first=", ".join(first), last=last)


def _named(claim: Claim, now: datetime) -> str:
    return words("take.named", officer=claim.officer, time=moment_words(claim.at, now))


def me() -> str:
    """The number of the officer at this desk."""
    return desk().enrolment.officer.number
