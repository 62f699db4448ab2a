"""What the rest of the phone must offer to a screen, and the hooks that bring it there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

import flet as ft

from app.case.model import Case
from app.clocks.drift import disagrees, read_at
from app.court_calendar import CourtCalendar
from app.guidance import Guidance
from app.held import Held
from app.ports import Clock, Reach, Records, Shut, Vault
from app.risk_tool import NotUsed, Tool
from views.changes import Changes
from views.drafts import Form
from views.guard import Desk, Guard
from views.hearing import use_hearing as use_hearing
from views.hearing import use_kept as use_kept
from views.hearing import use_on_top
from views.phone import Device, NoDevice
from views.window import window

T = TypeVar("T")


class Attempts(Protocol):
    @property
    def wrong(self) -> int:
        """Wrong PINs so far."""

    @property
    def left(self) -> int:
        """PINs that may still be tried."""

    def wait(self) -> int:
        """Seconds until the next try."""


class Enrolled(Vault, Protocol):
    """One officer's vault, and what its door tells while it is shut."""

    @property
    def attempts(self) -> Attempts: ...

    def shut(self) -> Shut | None: ...


class Shelf(Protocol):
    @property
    def reduced(self) -> bool: ...

    def get(self, name: str) -> str | None: ...

    def set(self, name: str, value: str) -> None: ...


class Handset(Protocol):
    """The data folder of this handset: storage.Handset is one."""

    @property
    def training(self) -> bool: ...

    @property
    def keystore(self) -> Shelf: ...

    def vaults(self) -> Sequence[Enrolled]: ...

    def vault_for(self, number: str) -> Enrolled | None: ...


@dataclass(frozen=True, slots=True)
class Sending:
    """How sending goes. `total` is 0 while nothing is under way."""

    busy: bool = False
    done: int = 0
    total: int = 0
    failed: Reach | None = None
    tried_at: datetime | None = None
    lease_ends: datetime | None = None
    """As the station moved it last; None before it has."""


class Syncing(Protocol):
    """The loop around the syncer."""

    def wake(self) -> None:
        """Try now. From any thread, returns at once."""

    def state(self) -> Sending: ...


@dataclass(frozen=True, slots=True)
class Enrolling:
    """What the officer typed, as it was typed."""

    station: str
    code: str
    pin: str = field(repr=False)


class Door(Protocol):
    """What stands before a vault: station and keystore asked by an officer who has not opened it yet.
    Problems are the last part of a wording key, door.problem.*; empty is none."""

    def code_problem(self, code: str) -> str:
        """Whether a code can be one: length, letter, check. Nobody is asked."""

    def pin_problem(self, pin: str) -> str:
        """Why this PIN is not taken: pin-letters, pin-short, pin-same, pin-run."""

    def enrol(self, asked: Enrolling) -> Enrolled | str:
        """Blocking: use up the code and make the vault. The vault, still shut, or the problem."""

    def renew(self, vault: Enrolled) -> Reach | None:
        """Blocking: ask the station for the lease of a shut vault again. None when it gave it."""


@dataclass(frozen=True, slots=True)
class Services:
    """The object graph that main.py wires for the process."""

    handset: Handset
    guidance: Guidance
    clock: Clock
    calendars: Callable[[], CourtCalendar]
    guard: Guard
    syncing: Syncing
    door: Door
    changes: Changes = field(default_factory=Changes)
    device: Device = field(default_factory=NoDevice)
    tool: Tool | NotUsed | None = None
    """The force's own risk questions, why they are not used, or None where it gave none."""

    @property
    def calendar(self) -> CourtCalendar:
        """The one in force now. The station may send a newer one at any moment; then `changes` speaks."""
        return self.calendars()


def services() -> Services:
    return window().services


def desk() -> Desk:
    """What an unlocked officer works with. Screens stand only behind the lock."""
    found = services().guard.desk
    assert found is not None, "the vault is shut"
    return found


def phone_now() -> datetime:
    """What this phone's clock shows: what is typed and recorded starts from it."""
    return services().clock.now()


def now() -> datetime:
    """The moment by which states and clocks are read: the later of phone and station where they disagree."""
    clock = services().clock
    return read_at(clock.now(), clock.drift())


def drift() -> timedelta | None:
    """Station minus phone, where that is more than a minute; None where they agree or nobody knows."""
    found = services().clock.drift()
    return found if disagrees(found) else None


def form(key: str, start: Mapping[str, Any] | None = None, at: datetime | None = None) -> Form:
    """What is typed on one page; sealed as a draft under `key`. `start` stands there, kept since `at`,
    while nothing is typed."""
    return desk().drafts.form(key, start, at)


def use_records(case: str = "") -> Records:
    """The records, and a redraw after each change of this case, or of any."""
    top, changes = use_on_top(), services().changes
    drawn: ft.MutableRef[int] = ft.use_ref(None)
    drawn.current = changes.said
    use_hearing(lambda hear: changes.subscribe(top(hear), case, drawn.current), case, ft.context.page)
    return desk().records


def use_case(case: str) -> Case | None:
    return use_records(case).case(case)


def use_now() -> datetime:
    """The moment by which states and clocks are read, and a redraw when its minute changes or when the
    phone's clock is seen to disagree with the station's, or no longer."""
    here, top, page = window(), use_on_top(), ft.context.page
    shown: ft.MutableRef[tuple[datetime, datetime, bool]] = ft.use_ref(None)
    shown.current = _reading(here.services.clock)

    def each_second(hear: Callable[[], None]) -> Callable[[], None]:
        drawn = top(hear)

        def beat(_: str) -> None:
            if _reading(here.services.clock) != shown.current:
                drawn()

        return here.each_second(beat)

    use_hearing(each_second, "minute", page)
    return now()


def _reading(clock: Clock) -> tuple[datetime, datetime, bool]:
    shown, found = clock.now(), clock.drift()
    return minute(shown), minute(read_at(shown, found)), disagrees(found)


def minute(moment: datetime) -> datetime:
    return moment.replace(second=0)


async def commit(work: Callable[[], T], clears: Sequence[str] = (), case: str = "") -> T:
    """Run a use case away from the loop; then every screen reads again and the syncer wakes. What went
    wrong before is over: the banner that told of it goes.

    `clears`: the draft keys that the use case was given. JournalFull and Held leave them as they are.
    """
    here, drafts = services(), desk().drafts
    drafts.hold(*clears)
    try:
        done = await asyncio.to_thread(work)
    except BaseException:
        drafts.release(*clears)
        raise
    if isinstance(done, Held):
        drafts.release(*clears)
        return done
    drafts.forget(*clears)
    window().report("")
    here.changes.say(case)
    here.syncing.wake()
    here.device.confirm()
    return done
