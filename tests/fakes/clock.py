"""A clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from app.entry import ClockEvidence
from app.timekeeping import local
from app.trusted import PhoneTime, Trusted, recalled

NIGHT = datetime.fromisoformat("2026-11-23T21:52:00+00:00")


class FakeClock:
    """`boot`: the known id of the phone's start; without one every FakeClock is a start of its own."""

    def __init__(self, start: datetime = NIGHT, boot: str = "") -> None:
        self.time, self.boot = start, boot
        self.passed = 0.0
        self.trusted: Trusted | None = None

    @property
    def offset(self) -> int | None:
        return self.trusted.offset_ms if self.trusted else None

    def advance(self, **by: float) -> None:
        self.time += timedelta(**by)
        self.passed += timedelta(**by).total_seconds()

    def put(self, **by: float) -> None:
        """Somebody, or the network, sets the phone's clock; no time passes."""
        self.time += timedelta(**by)

    def now(self) -> datetime:
        return local(self.time)

    def monotonic(self) -> float:
        return self.passed

    def trust(self, offset_ms: int) -> None:
        self.trusted = Trusted(offset_ms, self._both())

    def recall(self, evidence: Iterable[ClockEvidence]) -> None:
        if self.trusted is None:
            self.trusted = recalled(evidence, self.boot, self._both())

    def drift(self) -> timedelta | None:
        return self.trusted.drift(self._both()) if self.trusted else None

    def evidence(self) -> ClockEvidence:
        passed = int(self.passed * 1000)
        return ClockEvidence(
            self.now().isoformat(), passed, self.boot or "test", bool(self.boot), self.offset
        )

    def _both(self) -> PhoneTime:
        return PhoneTime(self.time, self.passed)
