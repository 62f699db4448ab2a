"""What the syncer tells the rest of the phone while it works. Called in the syncer's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.moments import moment


def _nobody(_: Any) -> None:
    """Nobody asked to be told."""


@dataclass(frozen=True, slots=True)
class Notices:
    """`sending`: ids of the entries on the wire now, empty at the end. `lease`: its new end.
    `unreadable`: how many entries of a page were no entries; they stand at the station."""

    sending: Callable[[Sequence[str]], None] = _nobody
    lease: Callable[[datetime], None] = _nobody
    unreadable: Callable[[int], None] = _nobody

    def lease_ends(self, text: str) -> None:
        ends = moment(text)
        if ends is not None:
            self.lease(ends)
