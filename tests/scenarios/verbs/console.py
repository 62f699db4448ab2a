"""What is done at the station's console. Its pages are read-only so far, so these steps are held back."""

from __future__ import annotations

from tests.scenarios.features import DECISION, REVOKING
from tests.scenarios.outcome import Outcome
from tests.scenarios.story import Act


def deciding(act: Act) -> Outcome:
    return DECISION


def revoking(act: Act) -> Outcome:
    return REVOKING
