"""The case as its entries tell it. Frozen; status that depends on the time is asked for with a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.case.court_records import Breach, CourtResult, Decision, Hearing, Order
from app.case.version import Contested, Value, Version
from app.case.visit_records import Plan, Visit, VisitNote
from app.entry import Entry

__all__ = [
    "Answer", "Breach", "Case", "Consent", "Contested", "CourtResult", "Decision", "Grade", "Hearing",
    "Order", "Ownership", "Person", "Plan", "Referral", "Risk", "Value", "Version", "Visit", "VisitNote",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Role: victim, suspect, perpetrator, child, witness, neighbour, relative, other (DPA 2018 s.38)."""

    id: str
    role: str
    name: str = ""
    dob: date | None = None
    phone: str = ""
    address: str = ""
    undisclosed: bool = False
    relationship: str = ""
    resident: bool | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    versions: tuple[Version, ...] = ()

    @property
    def initials(self) -> str:
        """R.M. for Rania Mensah-Testwood; the role's word stays with the caller when there is no name."""
        return "".join(f"{word[0].upper()}." for word in self.name.split()[:3])


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that stands for an item, with all that stood before it in `versions`."""

    item: str
    answer: str
    reason: str = ""
    note: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    about: str | None = None
    by: str = ""
    happened_at: datetime | None = None
    written_at: datetime | None = None
    entry: str = ""
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """One topic of the conversation. State: given, declined, later, not asked, not safe to ask,
    does not know, not required, opinion given, withdrawn."""

    item: str
    state: str
    words: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    about: str | None = None
    by: str = ""
    at: datetime | None = None
    entry: str = ""
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """A risk grade that an officer set. Never computed."""

    entry: str
    grade: str
    by: str
    at: datetime
    replaces: str | None = None
    reason: str = ""
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """`standing` is the more protective of the grades in conflict; a person resolves it.

    `conflict` holds the grades that stand against each other, or, with `resolved_by`, those that were
    settled. `entry` is the grade that stands.
    """

    standing: str | None = None
    grades: tuple[Grade, ...] = ()
    conflict: tuple[Grade, ...] = ()
    resolved_by: str | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """State without what only time can tell: see `app.clocks.deadlines.referral_state`.

    draft, referred, endorsed, authorised, refused, served, listed, adjourned, order_made,
    order_refused, withdrawn, closed. `marks` stand beside it: more_information_wanted, breached.
    """

    state: str = "draft"
    marks: tuple[str, ...] = ()
    sent_at: datetime | None = None
    sent_by: str = ""
    to: str = ""
    entry: str = ""
    history: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who owns risk and plan from this minute, and who keeps the victim informed. Empty = nobody yet."""

    owner: str = ""
    owner_since: datetime | None = None
    informs: str = ""
    offered_to: str = ""
    offer_entry: str = ""
    accepted_entry: str = ""
    victim_told: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """What nobody has taken on yet: owner, informs, both or neither."""
        found = (("owner", self.owner), ("informs", self.informs))
        return tuple(name for name, who in found if not who)

    @property
    def handover(self) -> str:
        """offered, accepted, or empty while nobody has handed over."""
        return "offered" if self.offered_to else "accepted" if self.accepted_entry else ""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the entries of one case say."""

    id: str
    ref: str = ""
    report_at: datetime | None = None
    opened_at: datetime | None = None
    opened_by: str = ""
    address: str = ""
    undisclosed: bool = False
    linked_to: str = ""
    people: tuple[Person, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """What stands, by item; by "item/person" where the answer is about one person."""
    consents: Mapping[str, Consent] = field(default_factory=dict)
    risk: Risk = field(default_factory=Risk)
    referral: Referral = field(default_factory=Referral)
    ownership: Ownership = field(default_factory=Ownership)
    visits: tuple[Visit, ...] = ()
    contacts: tuple[VisitNote, ...] = ()
    served_at: datetime | None = None
    notice: str = "DVPN"
    """Which notice was served: DVPN, or DAPN by whoever may issue it."""
    order_kind: str = "DVPO"
    order_made: datetime | None = None
    order_days: int | None = None
    order_terms: tuple[str, ...] = ()
    hearing_at: datetime | None = None
    content_version: str = ""
    last_written: datetime | None = None
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    """Every amended entry's id with all its versions, original first."""
    hearings: tuple[Hearing, ...] = ()
    breaches: tuple[Breach, ...] = ()
    court_results: tuple[CourtResult, ...] = ()
    orders: tuple[Order, ...] = ()
    decisions: tuple[Decision, ...] = ()
    plans: tuple[Plan, ...] = ()
    moves: tuple[Version, ...] = ()
    support: tuple[Version, ...] = ()
    """Steps of referrals to agencies, in the order of writing: app.support.referrals."""
    started: tuple[Version, ...] = ()
    no_answers: tuple[Version, ...] = ()
    unmade: Mapping[str, Version] = field(default_factory=dict)
    """Why nobody came, by the visit, as the newest record says: app.visits.missed."""
    claimed: tuple[Version, ...] = ()
    """Who takes which visit, gives it back, offers it: app.visits.claims."""
    given: tuple[Answer, ...] = ()
    """Every answer entry, each as it now stands, in the order of writing."""
    log: tuple[Version, ...] = ()
    """Consultations and disclosures, DPA 2018 s.62, told apart by `kind`."""
    changes_seen: tuple[Version, ...] = ()
    """Which moves of a deadline an officer said to have seen: app.clocks.told."""
    contested: Mapping[str, Contested] = field(default_factory=dict)
    """By what they are about: risk_grade, order, address (of the incident), address/PERSON, cp-ITEM."""
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    """All of them, kinds that this version does not know included, in the order of the fold."""

    def person(self, *roles: str) -> Person | None:
        """The first person recorded in one of these roles."""
        return next((person for person in self.people if person.role in roles), None)

    @property
    def initials(self) -> str:
        """The victim's initials, or an empty text while nobody has been named."""
        victim = self.person("victim")
        return victim.initials if victim else ""
