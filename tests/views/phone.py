"""The services of a handset for the ring."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

from app.court_calendar import CourtCalendar, bundled
from app.guidance import Guidance, load
from app.ports import Clock, Reach
from storage.handset import Handset
from tests.fakes.clock import FakeClock
from tests.fakes.keystore import FakeKeystore
from tests.fakes.vault import OFFICER, FakeHandset, FakeVault, fake_enrolment
from tests.storage.enrolled import enrolled
from views.changes import Changes
from views.guard import Guard
from views.services import Enrolling, Sending, Services

DATA = ("answer.", "choice.", "reason.", "field.")
"""These come from records too, and a phone of another version may have written what this one cannot name."""


class Noticing(Guidance):
    """Guidance that remembers every key which a screen looked for and did not find."""

    unknown: ClassVar[set[str]] = set()

    def words(self, key: str, **facts: object) -> str:
        if not self.has(key) and not key.startswith(DATA):
            self.unknown.add(key)
        return super().words(key, **facts)


def noticing(guidance: Guidance) -> Noticing:
    known = copy(guidance)
    known.__class__ = Noticing
    assert isinstance(known, Noticing)
    return known


GUIDANCE = noticing(load())


class Pauses:
    """The app's timers. They end when the test lets the time pass."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._waiting: list[tuple[float, asyncio.Future[None]]] = []

    async def __call__(self, seconds: float) -> None:
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((self._clock.monotonic() + seconds, ended))
        await ended

    async def pass_time(self, seconds: float, settle: Callable[[], Awaitable[None]]) -> None:
        """The clock moves to the end first: a timer that repeats runs once, as after a long sleep."""
        self._clock.advance(seconds=seconds)
        due = sorted((at, id(ended), ended) for at, ended in self._waiting if at <= self._clock.monotonic())
        self._waiting = [each for each in self._waiting if each[0] > self._clock.monotonic()]
        for _, _, ended in due:
            if not ended.done():
                ended.set_result(None)
            await settle()


@dataclass
class FakeSyncing:
    """A syncer's loop that counts how often it was woken."""

    woken: int = 0
    says: Sending = field(default_factory=Sending)

    def wake(self) -> None:
        self.woken += 1

    def state(self) -> Sending:
        return self.says


@dataclass
class FakeDoor:
    """What stands before the vault. Each answer is what the test wants of it."""

    handset: FakeHandset | None = None
    clock: Clock | None = None
    code: str = ""
    pin: str = ""
    enrolment: str = ""
    lease: Reach | None = Reach.NO_ROUTE
    number: str = OFFICER.number
    asked: list[Enrolling] = field(default_factory=list)

    def code_problem(self, code: str) -> str:
        return self.code

    def pin_problem(self, pin: str) -> str:
        return self.pin

    def enrol(self, asked: Enrolling) -> Any:
        self.asked.append(asked)
        if self.enrolment:
            return self.enrolment
        assert self.handset is not None
        assert self.clock is not None
        officer = replace(OFFICER, number=self.number)
        enrolment = fake_enrolment(self.clock, officer, f"s-{self.number}")
        return self.handset.add(FakeVault(self.clock, enrolment, asked.pin))

    def renew(self, vault: Any) -> Reach | None:
        if self.lease is None:
            vault.closed_for = None
        return self.lease


def services_of(
    clock: FakeClock,
    pauses: Pauses,
    handset: Any = None,
    syncing: FakeSyncing | None = None,
    door: FakeDoor | None = None,
    calendars: Callable[[], CourtCalendar] = bundled,
) -> Services:
    """Without a handset: one officer enrolled, vault in memory."""
    phone = FakeHandset(FakeVault(clock)) if handset is None else handset
    changes, guard = Changes(), Guard(clock, GUIDANCE.version, pause=pauses)
    guard.calendars = calendars
    return Services(
        handset=phone,
        guidance=GUIDANCE,
        clock=clock,
        calendars=calendars,
        guard=guard,
        syncing=syncing or FakeSyncing(),
        door=door or FakeDoor(phone, clock),
        changes=changes,
    )


def real_handset(folder: Path, clock: Clock) -> Handset:
    """A data folder with one officer, PIN as tests.storage.enrolled.PIN. Opening it takes its scrypt."""
    return enrolled(folder, clock, FakeKeystore(reduced=True))
