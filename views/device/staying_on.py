"""The screen stays on while somebody else reads it.

The keys are dropped after two minutes without a hand at work all the same: then the PIN stands there.
"""

from __future__ import annotations

from typing import Any

import flet as ft

from views.safe import note_failure


async def stay_on(awake: bool) -> None:
    """Where the platform cannot, the screen goes off as it always does."""
    lock: Any = ft.Wakelock()
    try:
        await (lock.enable() if awake else lock.disable())
    except (RuntimeError, TimeoutError) as error:
        note_failure("wakelock", error)
