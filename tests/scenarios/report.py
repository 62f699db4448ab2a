"""One line for each expectation, and the sum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"


@dataclass(frozen=True, slots=True)
class Line:
    """One expectation as it came out. `why`: what differed, or which feature does not exist yet."""

    script: str
    number: int
    at: str
    what: str
    verdict: str
    why: tuple[str, ...] = ()
    held: tuple[str, ...] = field(default=())
    """Facts of it that were checked and hold."""

    def __str__(self) -> str:
        told = f"{self.verdict:<7} {self.script} [{self.number}] {self.at}: {self.what}"
        reasons = "; ".join(self.why)
        beside = f" (held: {', '.join(self.held)})" if self.verdict == SKIPPED and self.held else ""
        return f"{told}{f' -- {reasons}' if reasons else ''}{beside}"


def count(lines: Iterable[Line]) -> dict[str, int]:
    found = [line.verdict for line in lines]
    return {verdict: found.count(verdict) for verdict in (PASSED, FAILED, SKIPPED)}


def closing(counted: dict[str, int]) -> str:
    return f"{counted[PASSED]} passed, {counted[FAILED]} failed, {counted[SKIPPED]} skipped"
