"""Who wakes the syncer: a commit, the app coming back, the network coming back, or time."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from threading import Event, Thread, current_thread
from typing import Protocol

from app.ports import Clock, JournalFull, Reach, SyncOutcome
from app.timekeeping import SystemClock
from sync.retry import Due

_even = secrets.SystemRandom().random


class CuttableSyncer(Protocol):
    """One at a time: woken by commit, resume, reconnect or timer."""

    def sync(self) -> SyncOutcome: ...

    def cut(self) -> None: ...


def _nobody(_: str) -> None:
    """Nobody asked to be told."""


class Rounds:
    """What the thread does, one round at a time, so that it can be driven without a thread."""

    def __init__(
        self,
        syncer: CuttableSyncer,
        clock: Clock,
        on_change: Callable[[SyncOutcome], None],
        on_surprise: Callable[[str], None] = _nobody,
        chance: Callable[[], float] = _even,
    ) -> None:
        self._syncer, self._clock, self._chance = syncer, clock, chance
        self._on_change, self._on_surprise = on_change, on_surprise
        self._due = Due()

    def wait(self) -> float:
        """Seconds until the next round is due."""
        return self._due.wait(self._clock.monotonic())

    def round(self) -> None:
        """One attempt. A surprise is told by its type alone, and tried again like a failure."""
        failed = True
        try:
            outcome = self._syncer.sync()
            failed = outcome.failed is not None
            self._on_change(outcome)
        except JournalFull:
            self._on_change(SyncOutcome(0, 0, Reach.FULL))
        except Exception as surprise:  # the thread must outlive whatever a round meets
            self._on_surprise(type(surprise).__name__)
        self._due = self._due.after(failed, self._clock.monotonic(), self._chance())


class SyncLoop:
    """A daemon thread of rounds. `wake` at each commit, resume, reconnect; `stop` before the vault locks."""

    def __init__(
        self,
        syncer: CuttableSyncer,
        on_change: Callable[[SyncOutcome], None],
        clock: Clock | None = None,
        on_surprise: Callable[[str], None] = _nobody,
    ) -> None:
        self._syncer = syncer
        self._rounds = Rounds(syncer, clock or SystemClock(), on_change, on_surprise)
        self._woken, self._over = Event(), Event()
        self._thread = Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Begin with a round at once."""
        self._woken.set()
        self._thread.start()

    def wake(self) -> None:
        """Something may be sent or fetched. From any thread; returns at once."""
        self._woken.set()

    def stop(self, timeout: float = 5.0) -> None:
        """Cut the syncer, then end the thread. When it returns, the journal is touched no more."""
        self._over.set()
        self._syncer.cut()
        self._woken.set()
        if self._thread.is_alive() and self._thread is not current_thread():
            self._thread.join(timeout)

    def _run(self) -> None:
        while not self._over.is_set():
            self._woken.wait(self._rounds.wait())
            self._woken.clear()
            if not self._over.is_set():
                self._rounds.round()
