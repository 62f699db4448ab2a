"""One device of a scenario: a real data folder, and in it a real vault for each officer who signs in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.notebook import Notebook
from app.ports import Clock, Opened, Records
from app.timekeeping import TrainingClock
from storage.handset import Handset
from storage.vault import SealedVault
from tests.scenarios import wire

PIN = "27418305"


class NotOpened(Exception):
    """A vault stayed shut where the scenario has its officer at work."""


@dataclass
class Seat:
    """One officer signed in on one device: an enrolment, its vault and what is in it."""

    vault: SealedVault
    clock: Clock
    opened: Opened | None = None

    def open(self) -> Opened:
        """Unlocked with the officer's own PIN, as often as the app was locked."""
        if self.opened is None:
            self.opened = wire.unlock(self.vault, PIN, self.clock)
        if self.opened is None:
            raise NotOpened
        return self.opened

    @property
    def records(self) -> Records:
        return self.open().records

    @property
    def book(self) -> Notebook:
        opened = self.open()
        return Notebook(opened.journal, self.clock, opened.enrolment.officer, wire.guidance().version)

    @property
    def stream(self) -> str:
        """Which enrolment it is, as a locked phone knows it too."""
        return str(self.vault.locked()["stream"])

    def lock(self) -> None:
        self.vault.lock()
        self.opened = None

    def sync(self) -> wire.Contact:
        return wire.sync(self.vault, self.open(), self.clock)


@dataclass
class Device:
    """A data folder, who is enrolled on it, and when it was last in an officer's hand."""

    name: str
    folder: Path
    clock: Clock
    handset: Handset = field(init=False)
    seats: dict[str, Seat] = field(default_factory=dict)
    last_used: datetime | None = None
    last_by: str = ""
    online: bool = False
    lost: bool = False
    _copies: ExitStack = field(default_factory=ExitStack)
    _copied: dict[str, Records] | None = None

    def __post_init__(self) -> None:
        self.handset = Handset(self.folder, self.clock)

    def lock(self) -> None:
        for seat in self.seats.values():
            seat.lock()

    def close(self) -> None:
        self.forget()
        self.handset.close()

    @contextmanager
    def read(self) -> Iterator[dict[str, Records]]:
        """What each officer's stream on it holds, by number.

        Where one is locked, all are opened in a copy of the folder, at the time at which the device was
        last used, so that reading changes nothing. The copy serves until the next step.
        """
        if all(seat.opened for seat in self.seats.values()):
            yield {number: seat.records for number, seat in self.seats.items()}
            return
        if self._copied is None:
            self._copied = self._copy()
        yield self._copied

    def forget(self) -> None:
        """Something is about to happen: what was copied is no longer how it stands."""
        self._copies.close()
        self._copied = None

    def _copy(self) -> dict[str, Records]:
        temporary = self._copies.enter_context(tempfile.TemporaryDirectory(prefix="doorstep-copy-"))
        clock_file, folder = Path(temporary, "clock"), Path(temporary, "folder")
        clock_file.write_text((self.last_used or self.clock.now()).isoformat())
        shutil.copytree(self.folder, folder)
        copy = Handset(folder, TrainingClock(clock_file))
        self._copies.callback(copy.close)
        return {number: _opened(copy, number) for number in self.seats}


def _opened(handset: Handset, number: str) -> Records:
    vault = handset.vault_for(number)
    opened = vault.unlock(PIN) if vault else None
    if not isinstance(opened, Opened):
        raise NotOpened
    return opened.records
