"""Who may see, and until when: cover, lock, and the one window that shows records.

Cover at once; keys dropped after 30 s under the cover or 2 min without a hand at work. A force's policy
may shorten both, never lengthen them. Changed only on the loop that draws.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.court_calendar import CourtCalendar, bundled
from app.language import speak, spoken
from app.notebook import Notebook
from app.ports import Clock, Enrolment, Journal, Opened, Records, Shut, Vault, WaitFirst, WrongPin
from views.drafts import Drafts, Pause

COVERED_S, IDLE_S = 30.0, 120.0
PLACE = "place"
"""The draft key under which the place of the officer is sealed: a phone that restarts has no address line."""
log = logging.getLogger("doorstep.views")
Tried = Opened | WrongPin | WaitFirst | Shut


@dataclass(frozen=True, slots=True)
class Desk:
    """What an unlocked officer works with."""

    journal: Journal
    records: Records
    notebook: Notebook
    enrolment: Enrolment
    drafts: Drafts
    repaired: int = 0
    missing: tuple[int, ...] = ()


class Guard:
    """`opened` and `closed` start and stop what lives only while the vault is open: the syncer."""

    def __init__(
        self,
        clock: Clock,
        content_version: str,
        opened: Callable[[Opened], None] = lambda opened: None,
        closed: Callable[[], None] = lambda: None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._clock, self._version, self.pause = clock, content_version, pause
        self._on_opened, self._on_closed = opened, closed
        self._vault: Vault | None = None
        self._closing: asyncio.Future[None] | None = None
        self._watchers: set[Callable[[], None]] = set()
        self._covered_at = self._touched_at = clock.monotonic()
        self.desk: Desk | None = None
        self.covered = False
        self.newest = ""
        self.place = "/"
        """Where the officer is, or was when the phone was covered or locked."""
        self.saved_at: datetime | None = None
        self.calendars: Callable[[], CourtCalendar] = bundled
        """The calendar in force: what is written agrees with what is shown, which is Services' own."""

    def watch(self, hear: Callable[[], None]) -> Callable[[], None]:
        self._watchers.add(hear)
        return lambda: self._watchers.discard(hear)

    def _changed(self) -> None:
        for hear in tuple(self._watchers):
            hear()

    # The window

    def claim(self, window: str) -> None:
        """This window is the newest. Whoever opens another one meets the PIN in it."""
        if window != self.newest:
            self.newest = window
            self.covered = False
            self.lock()
            self._changed()

    # The cover

    def touch(self) -> None:
        self._touched_at = self._clock.monotonic()

    def cover(self) -> None:
        """At once, with one flip of state; what was typed is sealed right behind it."""
        if not self.covered:
            self.covered = True
            self._covered_at = self._clock.monotonic()
            self._changed()
        desk = self.desk
        if desk:
            _behind(lambda: self._settle(desk))

    def _settle(self, desk: Desk) -> None:
        desk.drafts.flush()
        if self._vault:
            self._vault.settle()

    def lift(self) -> None:
        """The way back leads through the PIN."""
        self.lock()
        self.covered = False
        self.touch()
        self._changed()

    # The place

    def at(self, place: str) -> None:
        """The officer is here now. Counts only while a screen with records stands in the newest window."""
        if self.desk and not self.covered and place != self.place:
            self.place = place
            self.desk.drafts.form(PLACE).put("at", place)

    # The keys

    def tick(self) -> None:
        """Drop the keys when their time is over. Called every second, and first of all on resume."""
        if self.desk is None:
            return
        now, policy = self._clock.monotonic(), self.desk.enrolment.policy
        covered = self.covered and now - self._covered_at >= _shorter(policy.get("background_s"), COVERED_S)
        if covered or now - self._touched_at >= _shorter(policy.get("idle_s"), IDLE_S):
            self.lock()

    def lock(self) -> None:
        """Nothing is seen from here on; behind that, seal what was typed and drop the keys."""
        desk, self.desk = self.desk, None
        if desk is None:
            return
        self._changed()
        self._closing = _behind(lambda: self._close(desk))

    def _close(self, desk: Desk) -> None:
        try:
            desk.drafts.flush()
        finally:
            self.saved_at = desk.drafts.saved_at or self.saved_at
            try:
                self._on_closed()
            finally:
                if self._vault:
                    self._vault.lock()
            self._changed()

    async def unlock(self, vault: Vault, pin: str, salvage: bool = False) -> Tried:
        """Try a PIN away from the loop: scrypt takes its time. Afterwards `place` is where to go on."""
        self.touch()
        asked_from = self.newest
        if self._closing:
            await asyncio.wait([self._closing])
        tried = await asyncio.to_thread(self._try, vault, pin, salvage)
        if isinstance(tried, Opened) and self.newest != asked_from:
            await asyncio.to_thread(vault.lock)
        elif isinstance(tried, Opened):
            another = self._vault not in (None, vault)
            self._vault, self.desk = vault, self._lay_out(tried)
            speak(tried.journal.language() or spoken())
            sealed = self.desk.drafts.form(PLACE).get("at") or "/"
            self.place = sealed if another or self.place == "/" else self.place
            self.touch()
            self._on_opened(tried)
        return tried

    def _try(self, vault: Vault, pin: str, salvage: bool) -> Tried:
        """After a restart only the records know how far this phone's clock is from the station's."""
        tried = vault.unlock(pin, salvage)
        if isinstance(tried, Opened):
            self._clock.recall(each.entry.clock for each in tried.records.send_states())
        return tried

    def show(self) -> None:
        """Draw what an unlocked officer sees."""
        self._changed()

    def _lay_out(self, opened: Opened) -> Desk:
        officer = opened.enrolment.officer
        return Desk(
            journal=opened.journal,
            records=opened.records,
            notebook=Notebook(
                opened.journal,
                self._clock,
                officer,
                self._version,
                lambda: self.calendars(),
            ),
            enrolment=opened.enrolment,
            drafts=Drafts(opened.journal, opened.records, self._clock, self.pause),
            repaired=opened.repaired,
            missing=opened.missing,
        )


def _shorter(policy: object, most: float) -> float:
    return min(float(policy), most) if isinstance(policy, int | float) and policy > 0 else most


def _behind(work: Callable[[], None]) -> asyncio.Future[None] | None:
    """After the cover is drawn where a loop draws it, else now."""

    def quietly() -> None:
        try:
            work()
        except Exception as error:
            log.error("Closing failed: %s", type(error).__name__)

    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        quietly()
        return None
    return loop.run_in_executor(None, quietly)
