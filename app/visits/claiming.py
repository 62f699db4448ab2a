"""I take this visit; I give it back; will you take it, or swap it for yours. An offer moves nothing until it
is accepted, and nobody ends another officer's claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case, Visit
from app.entry import Entry
from app.held import Held
from app.notebook import Notebook
from app.visits.claims import Offer, holders, offers, standing_of
from app.visits.schedule import OPEN, due_list, status


@dataclass(frozen=True, slots=True)
class Of:
    """One visit of one case, as it stands on this phone."""

    case: Case
    visit: Visit


def takeable(case: Case, visit: Visit, now: datetime) -> bool:
    """Whether there is still somebody to go: not seen, not cancelled, the incident not closed."""
    return case.referral.state != "closed" and status(visit, now) in OPEN


def take(book: Notebook, of: Of) -> Entry | Held:
    """This officer goes. Held: state where nobody has to go any more, yours where it is taken already by
    this officer. Another officer's claim holds nothing up: both are shown."""
    if not takeable(of.case, of.visit, book.clock.now()):
        return Held(("state",))
    if book.officer.number in holders(of.case, of.visit):
        return Held(("yours",))
    return book.write(of.case.id, kinds.VISIT_CLAIMED, _visit(of))


def give_back(book: Notebook, of: Of, note: str = "", clears: Sequence[str] = ()) -> Entry | Held:
    """To whoever comes next, with a note for them. Held with state where it is not this officer's."""
    body = giving_back(of, book.officer.number, note)
    return book.write(of.case.id, kinds.VISIT_GIVEN_BACK, body, clears=clears) if body else Held(("state",))


def giving_back(of: Of, officer: str, note: str) -> dict[str, Any]:
    """The body of VISIT_GIVEN_BACK; empty where it is not this officer's."""
    mine = standing_of(of.case, of.visit, officer)
    return _noted({**_visit(of), "ends": list(mine)}, note) if mine else {}


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom, with which words, and in return for which visit where it is a swap."""

    to: str
    note: str = ""
    swap: Of | None = None


def offer(book: Notebook, of: Of, asked: Asked, clears: Sequence[str] = ()) -> Entry | Held:
    """Ask another officer to take it. Held: state where it is not this officer's to give, offered while
    another offer of it is open, to without an officer or with this one, swap where the visit asked for in
    return is not that officer's."""
    me, swap = book.officer.number, asked.swap
    if me not in holders(of.case, of.visit):
        return Held(("state",))
    if any(each.by == me for each in offers(of.case, of.visit)):
        return Held(("offered",))
    if asked.to in ("", me):
        return Held(("to",))
    if swap and asked.to not in holders(swap.case, swap.visit):
        return Held(("swap",))
    body = _noted({**_visit(of), "to": asked.to}, asked.note)
    if swap:
        body |= {"for_case": swap.case.id, "for_visit": swap.visit.id}
    return book.write(of.case.id, kinds.VISIT_OFFERED, body, clears=clears)


def exchangeable(cases: Iterable[Case], officer: str, now: datetime) -> list[Of]:
    """Open visits that others took and `officer` did not: what can be asked for in return. Extra visits
    have no name of their own, and are none of them."""
    found = [Of(row.case, row.visit) for row in due_list(cases, now) if row.visit in row.case.visits]
    return [each for each in found if (hold := holders(each.case, each.visit)) and officer not in hold]


def accept(book: Notebook, of: Of, offered: Offer, swap: Of | None = None) -> Entry | Held:
    """The officer who was asked takes it; in a swap the other visit goes the other way in the same frame.
    Held with state where the offer is not open to this officer, or they no longer hold what it asks for."""
    me = book.officer.number
    if offered.to != me or offered.entry not in [each.entry for each in offers(of.case, of.visit)]:
        return Held(("state",))
    if not takeable(of.case, of.visit, book.clock.now()):
        return Held(("state",))
    theirs = standing_of(of.case, of.visit, offered.by)
    mine = {**_visit(of), "of": offered.entry, "ends": list(theirs)}
    if not offered.swap:
        return book.write(of.case.id, kinds.VISIT_CLAIMED, mine)
    given = standing_of(swap.case, swap.visit, me) if swap and _asked_for(offered, swap) else ()
    if not swap or not given:
        return Held(("state",))
    back = {**_visit(swap), "of": offered.entry, "ends": list(given), "officer": offered.by}
    both = [(of.case.id, kinds.VISIT_CLAIMED, mine), (swap.case.id, kinds.VISIT_CLAIMED, back)]
    return book.write_across(both)[0]


def close(book: Notebook, of: Of, offered: Offer) -> Entry | Held:
    """Declined by whom it was made to, withdrawn by who made it. Held with state for anybody else, and
    where it is not open."""
    answer = {offered.to: "declined", offered.by: "withdrawn"}.get(book.officer.number)
    if not answer or offered.entry not in [each.entry for each in offers(of.case, of.visit)]:
        return Held(("state",))
    return book.write(of.case.id, kinds.VISIT_OFFER_CLOSED, {"of": offered.entry, "answer": answer})


def _asked_for(offered: Offer, swap: Of) -> bool:
    return (offered.for_case, offered.for_visit) == (swap.case.id, swap.visit.id)


def _visit(of: Of) -> dict[str, Any]:
    return {"visit": of.visit.id, "due": of.visit.due.isoformat()}


def _noted(body: Mapping[str, Any], note: str) -> dict[str, Any]:
    return {**body, "note": note.strip()} if note.strip() else dict(body)
