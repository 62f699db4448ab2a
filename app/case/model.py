"""The case as its entries tell it. Frozen; status that depends on the time is asked for with a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Version:
    """One version of something recorded. The first is the original; none is ever removed."""

    entry: str
    by: str
    happened_at: datetime
    written_at: datetime
    body: Mapping[str, Any]
    why: str | None = None


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
    """One topic of law.md 3c. State: given, declined, later, not asked, not safe to ask, does not know,
    not required, opinion given, withdrawn."""

    item: str
    state: str
    words: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
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


@dataclass(frozen=True, slots=True)
class Risk:
    """`standing` is the more protective of the grades in conflict; a person resolves it."""

    standing: str | None = None
    grades: tuple[Grade, ...] = ()
    conflict: tuple[Grade, ...] = ()
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """State as law.md 3b. `marks` stand beside it: more_information_wanted, breached."""

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


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned visit. `due` is the day; `at` the agreed time where there is one.

    Stored state: planned, done, cancelled. `late` when she was seen after the due day.
    Due, overdue and missed depend on the moment: `app.visits.status(visit, now)`.
    """

    id: str
    due: date
    at: datetime | None = None
    why: str = ""
    stored: str = "planned"
    late: bool = False
    records: tuple[VisitNote, ...] = ()
    plan: str = ""
    officer: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class VisitNote:
    """What happened at a visit or contact. Done only when seen in person and spoken to alone."""

    entry: str
    for_visit: str
    type: str
    outcome: str
    seen: bool
    alone: bool
    breach_signs: tuple[str, ...]
    note: str
    by: str
    happened_at: datetime
    written_at: datetime
    versions: tuple[Version, ...] = ()
    late_entry: bool = False

    @property
    def complete(self) -> bool:
        return self.type == "visit" and self.seen and self.alone


@dataclass(frozen=True, slots=True)
class Hearing:
    """A hearing of the application for the order, s.27. `started_at` when it began and was adjourned."""

    entry: str
    court: str
    at: datetime
    started_at: datetime | None = None


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
    consents: Mapping[str, Consent] = field(default_factory=dict)
    risk: Risk = field(default_factory=Risk)
    referral: Referral = field(default_factory=Referral)
    ownership: Ownership = field(default_factory=Ownership)
    visits: tuple[Visit, ...] = ()
    contacts: tuple[VisitNote, ...] = ()
    served_at: datetime | None = None
    order_made: datetime | None = None
    order_days: int | None = None
    hearing_at: datetime | None = None
    content_version: str = ""
    last_written: datetime | None = None
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    """Every amended entry's id with all its versions, original first."""
    hearings: tuple[Hearing, ...] = ()
    breaches: tuple[Breach, ...] = ()
    started: tuple[Version, ...] = ()
    no_answers: tuple[Version, ...] = ()
    log: tuple[Version, ...] = ()
    """Consultations and disclosures, DPA 2018 s.62, each with its `kind` in the body."""

    def person(self, *roles: str) -> Person | None:
        """The first person recorded in one of these roles."""
        return next((person for person in self.people if person.role in roles), None)

    @property
    def initials(self) -> str:
        """The victim's initials, or an empty text while nobody has been named."""
        victim = self.person("victim")
        return victim.initials if victim else ""
