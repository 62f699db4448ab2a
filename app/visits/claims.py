"""Who takes which visit. A pure reading of what officers wrote; the same from the same entries in any order.

A claim stands until an entry ends it by name, never by when it was written: two officers who each took a
visit with no signal both stand, until one of them gives it back. A claim allows and forbids nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from app import kinds
from app.case.model import Case, Version, Visit
from app.case.reading import text, texts
from app.visits.extra import AFTER, EXTRA


@dataclass(frozen=True, slots=True)
class Claim:
    """Officer number `officer` took the visit at `at`, aware. `entry` tells of it."""

    entry: str
    officer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """Officer `by` asked officer `to` to take a visit. `for_case` and `for_visit` name the one that `by`
    takes in return, both empty where it is no swap."""

    entry: str
    visit: str
    by: str
    to: str
    at: datetime
    note: str = ""
    for_case: str = ""
    for_visit: str = ""

    @property
    def swap(self) -> bool:
        return bool(self.for_visit)


@dataclass(frozen=True, slots=True)
class Left:
    """The words that officer `by` left at `at` with a visit given back."""

    by: str
    at: datetime
    note: str


def claims(case: Case, visit: Visit) -> tuple[Claim, ...]:
    """Those that stand, one for each officer, the first to take it first. Two or more agree who goes."""
    ended = {entry for each in case.claimed for entry in texts(each.body, "ends")}
    found: dict[str, Claim] = {}
    for each in _ordered(case, kinds.VISIT_CLAIMED):
        if each.entry not in ended and _about(each, visit):
            officer = text(each.body, "officer") or each.by
            found.setdefault(officer, Claim(each.entry, officer, each.happened_at))
    return tuple(found.values())


def holders(case: Case, visit: Visit) -> tuple[str, ...]:
    """Officer numbers of those who took it."""
    return tuple(each.officer for each in claims(case, visit))


def standing_of(case: Case, visit: Visit, officer: str) -> tuple[str, ...]:
    """Every claim of this officer on the visit that nothing has ended, from whichever handset."""
    ended = {entry for each in case.claimed for entry in texts(each.body, "ends")}
    return tuple(
        each.entry
        for each in _ordered(case, kinds.VISIT_CLAIMED)
        if each.entry not in ended and _about(each, visit)
        if (text(each.body, "officer") or each.by) == officer
    )


def offers(case: Case, visit: Visit) -> tuple[Offer, ...]:
    """Open offers of this visit, oldest first: neither accepted nor closed, and still theirs to give."""
    answered = {
        text(each.body, "of")
        for each in case.claimed
        if each.kind in (kinds.VISIT_CLAIMED, kinds.VISIT_OFFER_CLOSED)
    }
    hold = holders(case, visit)
    return tuple(
        _offer(each)
        for each in _ordered(case, kinds.VISIT_OFFERED)
        if each.entry not in answered and each.by in hold and _about(each, visit)
    )


def left_with(case: Case, visit: Visit) -> Left | None:
    """What whoever gave it back last wants the next officer to know; nothing once somebody holds it."""
    if claims(case, visit):
        return None
    given = [each for each in _ordered(case, kinds.VISIT_GIVEN_BACK) if _about(each, visit)]
    note = text(given[-1].body, "note") if given else ""
    return Left(given[-1].by, given[-1].happened_at, note) if note else None


def _ordered(case: Case, kind: str) -> Iterator[Version]:
    told = (each for each in case.claimed if each.kind == kind)
    return iter(sorted(told, key=lambda each: (each.happened_at.astimezone(UTC), each.entry)))


def _about(told: Version, visit: Visit) -> bool:
    """Extra visits bear one name, one after the other: whoever took the last one did not take this one."""
    if text(told.body, "visit") != visit.id:
        return False
    return visit.id not in (EXTRA, AFTER) or text(told.body, "due") == visit.due.isoformat()


def _offer(told: Version) -> Offer:
    body = told.body
    return Offer(
        entry=told.entry,
        visit=text(body, "visit"),
        by=told.by,
        to=text(body, "to"),
        at=told.happened_at,
        note=text(body, "note"),
        for_case=text(body, "for_case"),
        for_visit=text(body, "for_visit"),
    )
