"""A case with an order and its visits, written by the use cases into the phone that a test has in hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.answers import Given, answer_item
from app.case.model import Case
from app.court import OrderMade, record_order, serve_notice
from app.entry import Entry
from app.incident import open_incident, record_person
from app.notebook import Notebook
from app.risk import grade_risk
from app.visits.visiting import plan_visits, start_visit
from tests.views.harness import Ring

TODAY = "2026-11-21"
VICTIM, ADDRESS = "Sana Whitlock", "3 Tern Mews, Northvale"


def at(words: str) -> datetime:
    return datetime.fromisoformat(words)


@dataclass
class Work:
    """What the officer of `phone` has written of one case."""

    phone: Ring
    id: str = ""

    @property
    def book(self) -> Notebook:
        desk = self.phone.services.guard.desk
        assert desk is not None
        return desk.notebook

    @property
    def case(self) -> Case:
        desk = self.phone.services.guard.desk
        assert desk is not None
        found = desk.records.case(self.id)
        assert found is not None
        return found

    def time(self, words: str) -> Work:
        self.phone.clock.time = at(words)
        return self

    def place(self, *parts: str) -> str:
        return "/".join(("/incident", self.id, *parts))

    async def go(self, *parts: str) -> None:
        """To a page of the case, read anew."""
        await self.phone.go(self.place(*parts))
        self.phone.services.changes.say(self.id)
        await self.phone.settle()

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.case.entries]

    def last(self, kind: str) -> Entry:
        return [entry for entry in self.case.entries if entry.kind == kind][-1]

    async def until_written(self, kind: str, count: int = 1) -> Entry:
        """A commit ends in a thread: until the entry is there and drawn."""
        await self.phone.until(lambda: self.kinds().count(kind) >= count, f"{count} x {kind}")
        return self.last(kind)

    def draft(self, *parts: str) -> dict[str, Any]:
        """What is sealed of a page."""
        desk = self.phone.services.guard.desk
        assert desk is not None
        found = desk.records.draft("/".join((self.id, *parts)))
        return dict(found.value) if found else {}


async def opened(phone: Ring, undisclosed: bool = False, unlock: bool = True) -> Work:
    """An incident of Sunday 15 November with a victim, a suspect and nothing else."""
    if unlock:
        await phone.unlock()
    work = Work(phone).time("2026-11-15T20:10:00+00:00")
    work.id = open_incident(work.book, "TRN 1098/26", at("2026-11-15T19:30:00+00:00")).case
    told = {"address": ADDRESS, "dob": "1990-04-02", "undisclosed": undisclosed}
    record_person(work.book, work.case, {"role": "victim", "name": VICTIM, **told})
    record_person(work.book, work.case, {"role": "suspect", "name": "Kit Farrow"})
    return work


async def served(phone: Ring, when: str = "2026-11-23T15:05:00+00:00") -> Work:
    work = await opened(phone)
    work.time(when)
    serve_notice(work.book, work.case, at(when))
    return work


async def ordered(phone: Ring, days: int = 28, undisclosed: bool = False, unlock: bool = True) -> Work:
    """An order of Wednesday 18 November, high risk, visits planned; now it is Saturday 21, day 4."""
    work = await opened(phone, undisclosed, unlock)
    work.time("2026-11-16T11:00:00+00:00")
    serve_notice(work.book, work.case, at("2026-11-16T11:00:00+00:00"))
    work.time("2026-11-18T11:30:00+00:00")
    record_order(work.book, work.case, OrderMade(at("2026-11-18T11:10:00+00:00"), days, "Northvale"))
    grade_risk(work.book, work.case, "high", {"reason": "Watched the house"})
    plan_visits(work.book, work.case, "high", at("2026-11-18T11:10:00+00:00").date(), days)
    return work.time("2026-11-21T18:00:00+00:00")


def prefers(work: Work) -> None:
    """The victim said how she may be reached."""
    answer_item(work.book, work.case, Given("cp-channel", "done", details={"channels": ["call"]}))
    answer_item(work.book, work.case, Given("cp-safe-number", "done", details={"number": "07700 900145"}))


# A visit


async def at_the_door(phone: Ring) -> Work:
    """The visit of today, started: its page is open."""
    work = await ordered(phone)
    start_visit(work.book, work.case, TODAY, {"wv-approach-check": "done"})
    await work.go("visit", TODAY)
    return work


async def sealed(phone: Ring, work: Work, name: str, value: str) -> None:
    """Until the tap is in the draft on disk."""
    await phone.until(lambda: work.draft("visit", TODAY).get(name) == value, "the tap is sealed")


async def chosen(phone: Ring, work: Work, outcome: str) -> None:
    if not phone.has(f"outcome.{outcome}"):
        await phone.tap("visit.outcome-more")
        await sealed(phone, work, "outcome.more", "yes")
        await phone.until(lambda: phone.has(f"outcome.{outcome}"), "every outcome is offered")
    await phone.choose(f"outcome.{outcome}")
    await sealed(phone, work, "outcome", outcome)


async def save(phone: Ring, work: Work, count: int = 1) -> dict[str, Any]:
    """Save it, as it is where questions are unanswered. What was recorded."""
    await phone.tap("visit.save")
    if phone.has("visit.save-as-it-is"):
        await phone.tap("visit.save-as-it-is")
    return dict((await work.until_written(kinds.VISIT_RECORDED, count)).body)
