"""The programs that run together: none outlives the others."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event

from tools.holding import Hold
from tools.ports import answers
from tools.words import Refused

START_S = 90.0
STOP_S = 15.0
LOOK_S = 0.1


@dataclass
class Child:
    """One program, its name for people, the port it was given and the folder it holds."""

    name: str
    command: Sequence[str]
    port: int
    held: Hold
    running: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        # Its own session: Ctrl-C reaches the launcher alone, which then stops everyone in order.
        self.running = subprocess.Popen(
            self.command, start_new_session=True, stdin=subprocess.DEVNULL, pass_fds=[self.held.fileno()]
        )
        self.held.name_holder(self.running.pid)

    def ended(self) -> int | None:
        return self.running.poll()


class Children:
    """Starts in order, watches all, stops in reverse. `stop` is the wish of a person to end."""

    def __init__(self, stop: Event) -> None:
        self.stop = stop
        self._all: list[Child] = []

    def start(self, child: Child) -> None:
        """Returns when the child answers on its port, or as soon as `stop` is set. Refused if it ends."""
        child.start()
        self._all.append(child)
        patience = time.monotonic() + START_S
        while not answers(child.port) and not self.stop.wait(LOOK_S):
            self.refuse_if_one_ended()
            if time.monotonic() > patience:
                raise Refused(f"{child.name} does not answer on port {child.port} after {START_S:.0f} s.")
        self.refuse_if_one_ended()

    def refuse_if_one_ended(self) -> None:
        for child in self._all:
            if (code := child.ended()) is not None:
                raise Refused(f"{child.name} ended by itself ({how(code)}), so the rest is stopped too.")

    def watch(self) -> None:
        """Until a person wishes to stop. Refused when one of them ends first."""
        while not self.stop.wait(LOOK_S):
            self.refuse_if_one_ended()

    def end(self) -> list[str]:
        """Stop all. The names of those that had to be killed."""
        killed = []
        for child in reversed(self._all):
            if child.ended() is None:
                child.running.terminate()
        patience = time.monotonic() + STOP_S
        for child in reversed(self._all):
            try:
                child.running.wait(max(0.0, patience - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.running.kill()
                child.running.wait()
                killed.append(child.name)
        return killed


def how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
