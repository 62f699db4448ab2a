"""How much to send at once, and when to try again. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sync.protocol.limits import MIN_PAGE, PAGE

MAX_PAGE = 500
TRIES = 8
"""Breaks in a row after which one attempt gives up; the page was at its smallest for several."""
FIRST_S, LONGEST_S, POLL_S = 2.0, 300.0, 60.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Entries per page. A broken line halves it, success lets it grow by half."""

    size: int = PAGE
    breaks: int = 0

    def broken(self) -> Pace:
        return Pace(max(MIN_PAGE, self.size // 2), self.breaks + 1)

    def carried(self) -> Pace:
        return Pace(min(MAX_PAGE, self.size + self.size // 2), 0)

    def fresh(self) -> Pace:
        """For a new attempt: what the line carried last is remembered, the breaks are not."""
        return replace(self, breaks=0)

    @property
    def spent(self) -> bool:
        return self.breaks >= TRIES


def backoff(failures: int, chance: float) -> float:
    """Seconds to wait after so many failures in a row: capped exponential with full jitter.

    `chance` is even over [0, 1). A whole force that comes back from an outage is spread out by it.
    """
    return chance * min(LONGEST_S, FIRST_S * 2.0 ** min(failures, 30))


@dataclass(frozen=True, slots=True)
class Due:
    """When the next attempt comes unless somebody wakes us before. `at` is in monotonic seconds."""

    at: float = 0.0
    failures: int = 0

    def after(self, failed: bool, now: float, chance: float) -> Due:
        if not failed:
            return Due(now + POLL_S)
        return Due(now + backoff(self.failures + 1, chance), self.failures + 1)

    def wait(self, now: float) -> float:
        """Seconds from now, never below 0."""
        return max(0.0, self.at - now)
