"""Who wants to hear that records have changed. Said from any thread; each listener hops for itself."""

from __future__ import annotations

import threading
from collections.abc import Callable

Listener = Callable[[], None]


class Changes:
    """`case` is a case id; empty means any."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next = 0
        self.said = 0
        """How often anything was said."""
        self._listeners: dict[int, tuple[str, Listener]] = {}

    def subscribe(self, listener: Listener, case: str = "", since: int | None = None) -> Callable[[], None]:
        """Returns what ends the subscription. `since`: how often anything had been said when the listener
        looked; what was said after that and before this call it hears at once."""
        with self._lock:
            missed = since is not None and since != self.said
            self._next += 1
            number = self._next
            self._listeners[number] = (case, listener)
        if missed:
            listener()

        def end() -> None:
            with self._lock:
                self._listeners.pop(number, None)

        return end

    def say(self, case: str = "") -> None:
        with self._lock:
            self.said += 1
            told = [hear for about, hear in self._listeners.values() if not (about and case) or about == case]
        for hear in told:
            hear()
