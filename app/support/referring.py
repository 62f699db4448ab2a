"""Record one step of a referral to an agency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.held import Held
from app.ids import new_id
from app.notebook import Notebook
from app.support.agencies import Agency
from app.support.referrals import BLOCKED, SENT, STEPS
from app.support.sharing import basis_wanted, may_send, stands_on


@dataclass(frozen=True, slots=True)
class Told:
    """A step of a referral to an agency, when it happened, and what was said of it. `of` is the referral
    that it goes on with; empty: a new one begins."""

    agency: Agency
    step: str
    at: datetime
    of: str = ""
    who: str = ""
    ref: str = ""
    why: str = ""
    basis: str = ""


def record_step(book: Notebook, case: Case, told: Told, clears: Sequence[str] = ()) -> Entry | Held:
    """The first step of a new referral, or the next one of a known one. ValueError for no step.

    Held, with what stands against it: sending without the yes that the law asks for; basis where reason
    and lawful basis stand in its place; why where something blocks it and nobody says what.
    """
    if told.step not in STEPS:
        raise ValueError("not a step of a referral")
    against = _against(case, told)
    if against:
        return Held(against)
    name = told.of or new_id(book.clock.now())
    body = {"referral": name, "agency": told.agency.id, "step": told.step}
    more = {"who": told.who, "ref": told.ref, "why": told.why, "basis": told.basis}
    if told.step == SENT:
        more["consent"] = stands_on(case, told.agency)
    body |= {name: said.strip() for name, said in more.items() if said.strip()}
    return book.write(case.id, kinds.SUPPORT_REFERRAL, body, told.at, clears)


def _against(case: Case, told: Told) -> tuple[str, ...]:
    if told.step == BLOCKED:
        return () if told.why.strip() else ("why",)
    if told.step != SENT:
        return ()
    found = may_send(case, told.agency)
    if not found.may:
        return found.because
    return ("basis",) if basis_wanted(case, told.agency) and not told.basis.strip() else ()
