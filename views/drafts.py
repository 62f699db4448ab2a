"""What has been typed and not yet saved: sealed at most a second after the key, and on blur and Hide."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from app.ports import Clock, Journal, JournalFull, Records

Pause = Callable[[float], Awaitable[None]]
SEAL_AFTER_S = 0.8
"""A typed key is sealed this long after it at the latest, however fast the next ones follow."""
AGAIN_S = 5.0

log = logging.getLogger("doorstep.views")


class Sealer(Protocol):
    """Who keeps what a form says."""

    def typed(self, form: Form) -> None:
        """Seal it soon."""

    async def seal_now(self) -> None: ...


class Form:
    """The values of one page under one draft key. Lives as long as the vault is open.

    `start` is what the page showed before anything was typed. Only what was typed is sealed.
    """

    def __init__(self, key: str, typed: Mapping[str, Any], at: datetime | None, sealer: Sealer) -> None:
        self.key, self.saved_at = key, at
        self.full = False
        """The phone had no room for what was typed last."""
        self.waiting = False
        """Something was typed after `saved_at`."""
        self.version = 0
        self._typed, self._start = dict(typed), dict[str, Any]()
        self._sealer = sealer
        self._listeners: set[Callable[[], None]] = set()

    def begin(self, start: Mapping[str, Any], at: datetime | None) -> None:
        """What stands there while nothing is typed, and since when it is kept."""
        self._start = dict(start)
        if not self._typed:
            self.saved_at = at

    def get(self, name: str) -> str:
        return str(self._typed.get(name, self._start.get(name, "")))

    def values(self) -> dict[str, Any]:
        return {**self._start, **self._typed}

    def typed(self) -> dict[str, Any]:
        return dict(self._typed)

    @property
    def changed(self) -> bool:
        """Whether anything typed differs from what stood there."""
        return any(value != self._start.get(name, "") for name, value in self._typed.items())

    def put(self, name: str, value: Any) -> None:
        if self.get(name) != value:
            self._typed[name] = value
            self.version += 1
            first, self.waiting = not self.waiting, True
            self._sealer.typed(self)
            if first:
                self._say()

    async def seal(self) -> None:
        """Do not wait for the second to pass: the officer has left the field."""
        if self.waiting:
            await self._sealer.seal_now()

    def sealed(self, at: datetime | None, version: int = -1, full: bool = False) -> None:
        """What was typed up to `version` is on disk since `at`; or it is not, for want of room."""
        self.saved_at, self.full = at or self.saved_at, full
        self.waiting = version != self.version
        self._say()

    def listen(self, hear: Callable[[], None]) -> Callable[[], None]:
        self._listeners.add(hear)
        return lambda: self._listeners.discard(hear)

    def _say(self) -> None:
        for hear in tuple(self._listeners):
            hear()


class _Nobody:
    def typed(self, form: Form) -> None:
        form.waiting = False

    async def seal_now(self) -> None:
        return None


def loose_form() -> Form:
    """A form that is never sealed: before the vault is open, and for what must not be kept (a PIN)."""
    return Form("", {}, None, _Nobody())


class Drafts:
    """Every form of an open vault."""

    def __init__(self, journal: Journal, records: Records, clock: Clock, pause: Pause) -> None:
        self._journal, self._records, self._clock, self._pause = journal, records, clock, pause
        self._forms: dict[str, Form] = {}
        self._waiting: dict[str, Form] = {}
        self._held: dict[str, int] = {}
        self._timer: asyncio.Task[None] | None = None
        self._lock, self._sealing = threading.Lock(), threading.Lock()
        self.saved_at: datetime | None = None

    def form(self, key: str, start: Mapping[str, Any] | None = None, at: datetime | None = None) -> Form:
        """The form under this key, with what was typed before the phone was locked or died."""
        if key not in self._forms:
            draft = self._records.draft(key)
            known = draft.value if draft and isinstance(draft.value, dict) else {}
            self._forms[key] = Form(key, known, draft.at if draft else None, self)
        found = self._forms[key]
        if start is not None:
            found.begin(start, at)
        return found

    def typed(self, form: Form) -> None:
        with self._lock:
            self._waiting[form.key] = form
        self._soon()

    def _soon(self) -> None:
        if self._timer is None or self._timer.done():
            self._timer = asyncio.get_running_loop().create_task(self._seal_soon())

    async def _seal_soon(self) -> None:
        """Until nothing waits. A full phone is tried again, less often."""
        all_kept = True
        while self._free():
            await self._pause(SEAL_AFTER_S if all_kept else AGAIN_S)
            try:
                all_kept = await asyncio.to_thread(self._seal_all)
            except Exception as error:
                log.error("A draft was not sealed: %s", type(error).__name__)
                return

    def _free(self) -> bool:
        with self._lock:
            return any(key not in self._held for key in self._waiting)

    async def seal_now(self) -> None:
        await asyncio.to_thread(self.flush)

    def flush(self) -> None:
        """Seal everything that waits. A full phone keeps it waiting, and the form says so."""
        self._seal_all()

    def _seal_all(self) -> bool:
        """One at a time, so that the newest text is sealed last. Whether the phone had room."""
        with self._sealing:
            with self._lock:
                going = {key: form for key, form in self._waiting.items() if key not in self._held}
                for key in going:
                    del self._waiting[key]
            kept = [self._keep(form) for form in going.values()]
        return all(kept)

    def _keep(self, form: Form) -> bool:
        at, version = self._clock.now(), form.version
        try:
            self._journal.keep_draft(form.key, form.typed(), at)
        except BaseException as error:
            with self._lock:
                self._waiting.setdefault(form.key, form)
            form.sealed(None, full=isinstance(error, JournalFull))
            if isinstance(error, JournalFull):
                return False
            raise
        self.saved_at = at
        form.sealed(at, version)
        return True

    def hold(self, *keys: str) -> None:
        """A use case is writing these into an entry: nobody seals them anew behind it."""
        with self._sealing, self._lock:
            self._held.update({key: self._forms[key].version for key in keys if key in self._forms})

    def release(self, *keys: str) -> None:
        """Nothing was written: what was typed is a draft as before."""
        with self._lock:
            for key in keys:
                self._held.pop(key, None)
        if self._free():
            self._soon()

    def forget(self, *keys: str) -> None:
        """These became entries. What was typed while they were written is a draft again."""
        for key in keys:
            with self._lock:
                known, was = self._forms.get(key), self._held.pop(key, None)
                newer = known is not None and was is not None and known.version != was
                if not newer:
                    self._waiting.pop(key, None)
                    self._forms.pop(key, None)
        if self._free():
            self._soon()

    def drop(self, key: str) -> None:
        """Nothing typed here differs from what is kept."""
        with self._sealing:
            with self._lock:
                self._waiting.pop(key, None)
                self._forms.pop(key, None)
            self._journal.drop_draft(key)
