"""What every document of a case is made from, and the words and moments that all of them share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property

from app import kinds
from app.case.model import Case, Decision, Person, Version
from app.case.reading import text
from app.clocks.words import deadline_words, short_day, zone_word
from app.court_calendar import CourtCalendar
from app.documents.model import Document, Frame, Section, with_texts
from app.documents.withheld import Compartment
from app.entry import sha256
from app.guidance import Guidance
from app.timekeeping import LONDON, local


@dataclass(frozen=True)
class Material:
    """A case as its entries tell it, the calendar that its clocks are worked with, and the guidance.
    `initials`: for a screen that tells of a document; a document has full names."""

    case: Case
    calendar: CourtCalendar
    guidance: Guidance
    training: bool = False
    initials: bool = False

    # The same entries, the same document

    @cached_property
    def as_of(self) -> datetime:
        """The moment of the newest entry: everything is told as it stood then."""
        newest = max((each.written_at for each in self.case.entries), key=lambda at: at.astimezone(UTC))
        return local(newest)

    @cached_property
    def digest(self) -> str:
        """Twelve letters that stand for exactly these entries, whatever the order in which they came."""
        every = "\n".join(sorted(each.hash for each in self.case.entries))
        found = sha256(every.encode())[:12]
        return " ".join(found[at : at + 4] for at in range(0, 12, 4))

    @cached_property
    def compartment(self) -> Compartment:
        return Compartment(self.case, self.words("doc.withheld"))

    # Words

    def words(self, key: str, **facts: object) -> str:
        return self.guidance.words(key, **{**self.names, **facts})

    def fill(self, template: str) -> str:
        return self.guidance.fill(template, self.names)

    @cached_property
    def names(self) -> dict[str, str]:
        if self.initials:
            return self.guidance.about(self.case)
        return {
            role: (person.name if person else "") or self.guidance.words(f"role-inline.{role}")
            for role, person in (("victim", self.victim), ("suspect", self.suspect))
        }

    @property
    def victim(self) -> Person | None:
        return self.case.person("victim")

    @property
    def suspect(self) -> Person | None:
        return self.case.person("suspect", "perpetrator")

    def moment(self, at: datetime | None) -> str:
        """'Tue 24 Nov 2026, 13:10 GMT'; a midnight is the end of the day before. A time that no calendar
        holds stands as it was written."""
        if at is None:
            return self.words("doc.not-recorded")
        try:
            return f"{deadline_words(at)} {zone_word(at)}"
        except OverflowError:
            return at.isoformat()

    def day(self, day: date | None) -> str:
        if day is None:
            return self.words("doc.not-recorded")
        return f"{short_day(datetime.combine(day, time(12), LONDON))} {day.year}"

    def born(self, day: date | None) -> str:
        """'9 Mar 1988': a date of birth has no weekday."""
        return self.day(day).partition(" ")[2] if day else self.words("doc.not-recorded")

    def or_not(self, said: str) -> str:
        return said.strip() or self.words("doc.not-recorded")

    def by(self, officer: str, at: datetime | None) -> str:
        return self.words("doc.by", officer=officer, at=self.moment(at))

    # What is found in the record by its entry

    def version(self, entry: str) -> Version | None:
        """A step of the referral as it now stands."""
        return next((each for each in self.case.referral.history if each.entry == entry), None)

    def recorded(self, kind: str) -> list[Version]:
        """Every step of this kind, oldest first."""
        return [each for each in self.case.referral.history if each.kind == kind]

    @cached_property
    def authority(self) -> Decision | None:
        """The decision on which a notice may be served, s.24(1): the first that was taken stands, and is
        none where it was a refusal."""
        kept = (kinds.REFERRAL_AUTHORISED, kinds.REFERRAL_REFUSED)
        first = next((each for each in self.case.decisions if each.kind in kept), None)
        return first if first and first.kind == kinds.REFERRAL_AUTHORISED else None

    @cached_property
    def confirmation(self) -> Decision | None:
        """What put a spoken authority in writing."""
        spoken = self.authority
        later = (each for each in self.case.decisions if each.kind == kinds.REFERRAL_AUTHORISED)
        found = (each for each in later if spoken and self.said(each, "confirms") == spoken.entry)
        return next(found, None)

    def said(self, decision: Decision, name: str) -> str:
        """A field of the entry of a decision."""
        found = self.version(decision.entry)
        return text(found.body, name) if found else ""

    @cached_property
    def authorised(self) -> bool:
        return self.authority is not None and self.case.referral.state != "withdrawn"

    def rank(self, decision: Decision) -> str:
        """As the station checked it."""
        return self.or_not(self.said(decision, "rank"))

    # The paper

    def document(self, title: str, sections: Iterable[Section], draft: bool = False) -> Document:
        """Everything but the compartment: what is kept in it is taken out of every text, wherever an
        officer wrote it."""
        marks = [self.words("doc.mark.draft")] if draft else []
        marks += [self.words("doc.mark.training")] if self.training else []
        frame = Frame(
            marking=self.words("doc.marking"),
            marks=tuple(marks),
            reference=self.case.ref,
            version=self.words(
                "doc.version", count=len(self.case.entries), at=self.moment(self.as_of), digest=self.digest
            ),
            page=self.words("doc.page"),
            name=self.words("doc.name"),
        )
        told = Document(self.words(title), frame, self.as_of, tuple(sections))
        return with_texts(told, self.compartment.shut)
