"""A clock that the test moves."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.entry import ClockEvidence
from app.timekeeping import local

NIGHT = datetime.fromisoformat("2026-11-23T21:52:00+00:00")


class FakeClock:
    def __init__(self, start: datetime = NIGHT) -> None:
        self.time = start
        self.passed = 0.0
        self.offset: int | None = None

    def advance(self, **by: float) -> None:
        self.time += timedelta(**by)
        self.passed += timedelta(**by).total_seconds()

    def now(self) -> datetime:
        return local(self.time)

    def monotonic(self) -> float:
        return self.passed

    def trust(self, offset_ms: int) -> None:
        self.offset = offset_ms

    def evidence(self) -> ClockEvidence:
        return ClockEvidence(self.now().isoformat(), int(self.passed * 1000), "test", False, self.offset)
