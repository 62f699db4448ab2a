"""Time, from one place. Moments are aware datetimes in Europe/London, to the second."""

from __future__ import annotations

import os
import secrets
import sys
import time
from collections.abc import Container, Iterable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from app.entry import ClockEvidence
from app.ports import Clock
from app.trusted import PhoneTime, Trusted, recalled

LONDON = ZoneInfo("Europe/London")
TRAINING_CLOCK = "DOORSTEP_TRAINING_CLOCK"
_BOOT_FILE = Path("/proc/sys/kernel/random/boot_id")


def local(moment: datetime) -> datetime:
    """The same instant with the fixed offset that Europe/London has then, to the second.

    The offset stays with the value, so the two 01:30s of an October night remain apart.
    """
    there = moment.astimezone(LONDON)
    return there.replace(microsecond=0).astimezone(timezone(there.utcoffset() or timedelta(0)))


def readings(wall: datetime) -> tuple[datetime, ...]:
    """The moments at which clocks in Europe/London show `wall` (without offset): one; none in the hour
    that the spring change leaves out; two, the earlier (BST) first, in the one that autumn brings twice."""
    both = [wall.replace(tzinfo=LONDON, fold=fold) for fold in (0, 1)]
    shown = {each.astimezone(UTC): each for each in both if _shows(each, wall)}
    return tuple(local(at) for at in sorted(shown))


def _shows(moment: datetime, wall: datetime) -> bool:
    return moment.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None, fold=0) == wall.replace(fold=0)


class SystemClock:
    """The phone's own clock."""

    def __init__(self) -> None:
        self._boot, self._known = _boot_id()
        self._trusted: Trusted | None = None

    def now(self) -> datetime:
        return local(self._wall())

    def monotonic(self) -> float:
        return time.clock_gettime(getattr(time, _SLEEPLESS)) if _SLEEPLESS else time.monotonic()

    def trust(self, offset_ms: int) -> None:
        self._trusted = Trusted(offset_ms, self._both())

    def recall(self, evidence: Iterable[ClockEvidence]) -> None:
        if self._trusted is None:
            self._trusted = recalled(evidence, self._boot if self._known else "", self._both())

    def drift(self) -> timedelta | None:
        return self._trusted.drift(self._both()) if self._trusted else None

    def evidence(self) -> ClockEvidence:
        return ClockEvidence(
            self.now().isoformat(),
            int(self.monotonic() * 1000),
            self._boot,
            self._known,
            self._trusted.offset_ms if self._trusted else None,
        )

    def _wall(self) -> datetime:
        return datetime.now(UTC)

    def _both(self) -> PhoneTime:
        return PhoneTime(self._wall(), self.monotonic())


class TrainingClock(SystemClock):
    """Wall time read from a file (one ISO time); monotonic time moves by the same difference, from 0 at
    each start of the app: the phone's start is not its own."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._boot, self._known = secrets.token_hex(16), False
        self._path = path
        self._start = self._wall()

    def _wall(self) -> datetime:
        return datetime.fromisoformat(self._path.read_text().strip())

    def monotonic(self) -> float:
        return (self._wall() - self._start).total_seconds()


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


def counts_sleep(platform: str, known: Container[str]) -> str:
    """Which of the clocks `known` to Python also passes while this platform sleeps; empty when none does.
    Where none does, time that was slept through looks like a clock that was put forward."""
    name = "CLOCK_MONOTONIC" if platform in ("darwin", "ios") else "CLOCK_BOOTTIME"
    return name if name in known else ""


_SLEEPLESS = counts_sleep(sys.platform, dir(time))


def _boot_id() -> tuple[str, bool]:
    try:
        return _BOOT_FILE.read_text().strip(), True
    except OSError:
        return secrets.token_hex(16), False
