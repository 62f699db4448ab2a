"""Time, from one place. Moments are aware datetimes in Europe/London, to the second."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from app.entry import ClockEvidence
from app.ports import Clock

LONDON = ZoneInfo("Europe/London")
TRAINING_CLOCK = "DOORSTEP_TRAINING_CLOCK"
_BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")


def local(moment: datetime) -> datetime:
    """The same instant with the fixed offset that Europe/London has then, to the second.

    The offset stays with the value, so the two 01:30s of an October night remain apart.
    """
    there = moment.astimezone(LONDON)
    return there.replace(microsecond=0).astimezone(timezone(there.utcoffset() or timedelta(0)))


class SystemClock:
    """The phone's own clock."""

    def __init__(self) -> None:
        self._boot, self._known = _boot_id()
        self._offset: int | None = None

    def now(self) -> datetime:
        return local(datetime.now(UTC))

    def monotonic(self) -> float:
        return time.monotonic()

    def trust(self, offset_ms: int) -> None:
        self._offset = offset_ms

    def evidence(self) -> ClockEvidence:
        return ClockEvidence(
            self.now().isoformat(),
            int(self.monotonic() * 1000),
            self._boot,
            self._known,
            self._offset,
        )


class TrainingClock(SystemClock):
    """Wall time read from a file (one ISO time); monotonic time moves by the same difference."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._start = self._read()

    def _read(self) -> datetime:
        return datetime.fromisoformat(self._path.read_text().strip())

    def now(self) -> datetime:
        return local(self._read())

    def monotonic(self) -> float:
        return (self._read() - self._start).total_seconds()


class ClockNotAllowed(Exception):
    """A training clock was asked for outside TRAINING."""


def clock(training: bool, environment: Mapping[str, str] = os.environ) -> Clock:
    """The clock of this process. ClockNotAllowed when a live one is given a training clock."""
    path = environment.get(TRAINING_CLOCK)
    if not path:
        return SystemClock()
    if not training:
        raise ClockNotAllowed
    return TrainingClock(Path(path))


def _boot_id() -> tuple[str, bool]:
    try:
        return _BOOT_FILE.read_text().strip(), True
    except OSError:
        return secrets.token_hex(16), False
