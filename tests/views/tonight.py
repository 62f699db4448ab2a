"""An incident under way, reported a moment ago, on the phone that a test has in hand."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import flet as ft

from app.entry import Entry, Fact
from app.incident import open_incident, record_person
from app.ports import Journal, JournalFull, Records
from tests.fakes.clock import FakeClock
from tests.fakes.journal import FakeJournal
from tests.fakes.vault import FakeHandset, FakeVault
from tests.views.harness import Ring, parts
from tests.views.welfare import Work

REF = "TRN 1147/26"
VICTIM, SUSPECT, CHILD = "Rania Mensah-Testwood", "Jon Demo", "Ada Mensah-Testwood"


async def tonight(phone: Ring, *parts: str, people: bool = True) -> Work:
    """Unlocked, with the page `parts` of the incident open."""
    await phone.unlock()
    work = Work(phone)
    work.id = open_incident(work.book, REF, phone.clock.now()).case
    if people:
        person(work, "victim", VICTIM)
        person(work, "suspect", SUSPECT)
    await work.go(*parts)
    return work


def person(work: Work, role: str, name: str, **details: Any) -> str:
    """The id of somebody newly recorded."""
    return str(record_person(work.book, work.case, {"role": role, "name": name, **details}).body["person"])


def records(phone: Ring) -> Records:
    desk = phone.services.guard.desk
    assert desk is not None
    return desk.records


def journal(phone: Ring) -> Journal:
    desk = phone.services.guard.desk
    assert desk is not None
    return desk.journal


def chosen_now(phone: Ring) -> list[Any]:
    """What each group of radios on the screen has chosen, from the top; None where nothing is."""
    return [each.value for each in phone.controls() if isinstance(each, ft.RadioGroup)]


async def choose_twice(phone: Ring, key: str) -> None:
    """Two taps on one answer, the second before the first is through."""
    radio = phone.find(key)
    groups = [each for each in phone.controls() if isinstance(each, ft.RadioGroup)]
    group = next(each for each in groups if any(part is radio for part in parts(each.content)))
    await at_once(phone, group, "change", radio.value)


async def tap_twice(phone: Ring, key: str) -> None:
    await at_once(phone, phone.find(key), "click")


async def at_once(phone: Ring, control: Any, name: str, data: Any = None) -> None:
    told = [phone.session.dispatch_event(control._i, name, data) for _ in range(2)]
    await asyncio.gather(*told)
    await phone.settle()


class FullJournal(FakeJournal):
    """No room for anything, while the test says so."""

    full = False

    def write(self, *facts: Fact, clears: Sequence[str] = ()) -> list[Entry]:
        if self.full:
            raise JournalFull
        return super().write(*facts, clears=clears)

    def keep_draft(self, key: str, value: Any, at: Any) -> None:
        if self.full:
            raise JournalFull
        super().keep_draft(key, value, at)


def small_phone() -> tuple[FakeClock, FakeHandset, FullJournal]:
    """A handset whose room ends when the test says so."""
    clock = FakeClock()
    vault = FakeVault(clock)
    vault.journal = room = FullJournal("s-1")
    return clock, FakeHandset(vault), room
