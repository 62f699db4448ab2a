"""What every handler is wrapped in.

Flet sends the traceback of a failing handler to the screen. Here only the type of an exception is
logged, because its text may carry what somebody said, and the officer reads what to do.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from app.ports import JournalDamaged, JournalFull
from views.window import window

log = logging.getLogger("doorstep.views")

Handler = Callable[..., Any]
Guarded = Callable[[Any], Awaitable[None]]
_KNOWN = {JournalFull: "ui.problem.full", JournalDamaged: "ui.problem.damaged"}


def safe(handler: Handler) -> Guarded:
    """The handler, with or without an event, so that nothing it raises reaches Flet."""
    wants_event = bool(inspect.signature(handler).parameters)

    async def guarded(event: Any = None) -> None:
        here = window()
        here.touch()
        try:
            done = handler(event) if wants_event else handler()
            if inspect.isawaitable(done):
                await done
        except Exception as error:
            note_failure("handler", error)
            here.report(_KNOWN.get(type(error), "ui.problem.action"))

    return guarded


def note_failure(where: str, error: BaseException) -> None:
    """Log the type, and nothing that the exception says."""
    log.error("A %s failed: %s", where, type(error).__name__)
