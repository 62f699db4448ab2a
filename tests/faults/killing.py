"""A child process that dies by SIGKILL, at a moment that the test chooses."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

# What Python tells an audit hook about before it does it: every file that is opened, replaced, removed.
STEPS = ("open", "os.rename", "os.remove", "os.truncate")


Work = Callable[[], object]
Telling = Callable[[Callable[[str], None]], object]


def killed_before(step: int, ready: Callable[[], Work]) -> bool:
    """Get ready in a child, then do the work there, killed before its file operation number `step`.

    False when the work was over before it came to that.
    """
    child = os.fork()
    if child == 0:
        _run(lambda: _counted(step, ready()))
    return _killed(child)


def _counted(step: int, work: Work) -> None:
    left = [step]

    def die(event: str, _: tuple[Any, ...]) -> None:
        if event in STEPS:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    work()


def killed_after(seconds: float, work: Telling) -> list[str]:
    """Do the work in a child and kill it so long after its first word. What it told, a line each."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        _run(lambda: work(lambda line: _say(tell, line)))
    os.close(tell)
    with os.fdopen(hear, "r") as told:
        first = told.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _killed(child)
        return [first.strip(), *told.read().splitlines()]


def _say(tell: int, line: str) -> None:
    os.write(tell, f"{line}\n".encode())


def _run(work: Work) -> None:
    """Never returns into the test that was copied with the process."""
    try:
        work()
    except BaseException as error:
        sys.stderr.write(f"{type(error).__name__} in the child: {error}\n")
        os._exit(1)
    os._exit(0)


def _killed(child: int) -> bool:
    left = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert left in (0, -signal.SIGKILL), f"the child left with {left}"
    return left == -signal.SIGKILL
