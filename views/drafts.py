"""What has been typed and not yet saved: sealed at most a second after the key, and on blur and Hide."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from app.ports import Clock, Journal, JournalFull, Records

Pause = Callable[[float], Awaitable[None]]
SEAL_AFTER_S = 0.8
"""A typed key is sealed this long after it at the latest, however fast the next ones follow."""


class Form:
    """The values of one page under one draft key. Lives as long as the vault is open."""

    def __init__(self, key: str, values: dict[str, Any], at: datetime | None, put: Put) -> None:
        self.key, self._values, self.saved_at, self._put = key, values, at, put
        self.full = False
        self._listeners: set[Callable[[], None]] = set()

    def get(self, name: str) -> str:
        return str(self._values.get(name, ""))

    def values(self) -> dict[str, Any]:
        return dict(self._values)

    def put(self, name: str, value: Any) -> None:
        if self._values.get(name, "") != value:
            self._values[name] = value
            self._put(self)

    def sealed(self, at: datetime | None, full: bool = False) -> None:
        self.saved_at, self.full = at or self.saved_at, full
        for hear in tuple(self._listeners):
            hear()

    def listen(self, hear: Callable[[], None]) -> Callable[[], None]:
        self._listeners.add(hear)
        return lambda: self._listeners.discard(hear)


Put = Callable[[Form], None]


def loose_form() -> Form:
    """A form that is never sealed: before the vault is open, and for what must not be kept (a PIN)."""
    return Form("", {}, None, lambda form: None)


class Drafts:
    """Every form of an open vault."""

    def __init__(self, journal: Journal, records: Records, clock: Clock, pause: Pause) -> None:
        self._journal, self._records, self._clock, self._pause = journal, records, clock, pause
        self._forms: dict[str, Form] = {}
        self._waiting: dict[str, Form] = {}
        self._timer: asyncio.Task[None] | None = None
        self._lock = threading.Lock()
        self.saved_at: datetime | None = None

    def form(self, key: str) -> Form:
        """The form under this key, with what was typed before the phone was locked or died."""
        if key not in self._forms:
            draft = self._records.draft(key)
            known = draft.value if draft and isinstance(draft.value, dict) else {}
            self._forms[key] = Form(key, dict(known), draft.at if draft else None, self._typed)
        return self._forms[key]

    def _typed(self, form: Form) -> None:
        with self._lock:
            self._waiting[form.key] = form
        if self._timer is None or self._timer.done():
            self._timer = asyncio.get_running_loop().create_task(self._seal_soon())

    async def _seal_soon(self) -> None:
        await self._pause(SEAL_AFTER_S)
        await asyncio.to_thread(self.flush)

    def flush(self) -> None:
        """Seal everything that waits. A full phone keeps it waiting, and the form says so."""
        with self._lock:
            waiting, self._waiting = self._waiting, {}
        for key, form in waiting.items():
            at = self._clock.now()
            try:
                self._journal.keep_draft(key, form.values(), at)
            except JournalFull:
                with self._lock:
                    self._waiting.setdefault(key, form)
                form.sealed(None, full=True)
            else:
                self.saved_at = at
                form.sealed(at)

    def forget(self, *keys: str) -> None:
        """These became entries: the use case that wrote them clears what is sealed."""
        for key in keys:
            with self._lock:
                self._waiting.pop(key, None)
            self._forms.pop(key, None)
