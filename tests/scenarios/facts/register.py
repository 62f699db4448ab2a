"""The closed list of facts, and the function that reads each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.scenarios.facts import (
    court,
    device,
    gate,
    history,
    owning,
    reviews,
    revoking,
    steps,
    talking,
    visits,
)
from tests.scenarios.scene import Scene

Reader = Callable[[Scene], Any]
"""The fact as the app tells it, or Missing. Times and days as values, not as text."""

FACTS: dict[str, Reader] = {
    **court.READERS,
    **device.READERS,
    **gate.READERS,
    **history.READERS,
    **owning.READERS,
    **reviews.READERS,
    **revoking.READERS,
    **steps.READERS,
    **talking.READERS,
    **visits.READERS,
}
