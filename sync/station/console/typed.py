"""A form as it was typed, read with care: what cannot be read is named by its field, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from app.timekeeping import readings
from sync.station.console.forms import Typed

_TIME = re.compile(r"^(\d{1,2})[:.](\d{2})\s*(bst|gmt)?$")
_ZONES = {"bst": 0, "gmt": 1}
_YEARS = range(2000, 2101)
LONGEST = 12_000
"""Letters of one answer: a rationale, not a file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`field` is the id of the box that it is about, empty where it is about all; `because` what is wrong:
    a key below console.problem."""

    field: str
    because: str


@dataclass
class Reader:
    """Collects the faults while it reads, at `now`."""

    typed: Typed
    now: datetime
    faults: list[Fault] = field(default_factory=list)

    def text(self, name: str, because: str = "") -> str:
        """Trimmed. `because` is the fault of an empty one; without it the box may stay empty."""
        words = self.typed.get(name, "").strip()
        if because and not words:
            self.faults.append(Fault(name, because))
        if len(words) > LONGEST:
            self.faults.append(Fault(name, "too-long"))
        return words

    def lines(self, name: str) -> tuple[str, ...]:
        """One answer a line, empty ones left out."""
        return tuple(line.strip() for line in self.text(name).split("\n") if line.strip())

    def chosen(self, name: str, offered: Sequence[str], because: str) -> str:
        """One of what was offered."""
        choice = self.typed.get(name, "")
        if choice in offered:
            return choice
        self.faults.append(Fault(f"{name}-1", because))
        return ""

    def ticked(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for name in names if self.typed.get(name) == "yes")

    def whole(self, name: str, because: str) -> int:
        words = self.typed.get(name, "").strip()
        if words.isascii() and words.isdigit() and len(words) < 5:
            return int(words)
        self.faults.append(Fault(name, because))
        return 0

    def day(self, name: str, because: str) -> date | None:
        """Day, month and year."""
        parts = [self.typed.get(f"{name}-{part}", "").strip() for part in ("day", "month", "year")]
        found = _day(parts) if any(parts) else None
        if found is None:
            self.faults.append(Fault(f"{name}-day", "no-day" if any(parts) else because))
        return found

    def past(self, name: str, because: str) -> datetime | None:
        """A moment that has been."""
        at = self.moment(name, because)
        if at and at > self.now:
            self.faults.append(Fault(f"{name}-day", "future"))
        return at

    def moment(self, name: str, because: str = "") -> datetime | None:
        """Day, month, year and a time of Europe/London. The hour that comes twice is asked for with its
        zone. `because` is the fault of an empty one; without it all four boxes may stay empty."""
        parts = [self.typed.get(f"{name}-{part}", "").strip() for part in ("day", "month", "year", "time")]
        if not any(parts):
            if because:
                self.faults.append(Fault(f"{name}-day", because))
            return None
        day, clock = _day(parts[:3]), _TIME.fullmatch(parts[3].lower())
        if day is None or clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
            part = f"{name}-day" if day is None else f"{name}-time"
            self.faults.append(Fault(part, "no-day" if day is None else "no-time"))
            return None
        found = readings(datetime.combine(day, time(int(clock[1]), int(clock[2]))))
        if len(found) == 1:
            return found[0]
        if found and clock[3]:
            return found[_ZONES[clock[3]]]
        self.faults.append(Fault(f"{name}-time", "time-twice" if found else "time-never"))
        return None


def _day(parts: Sequence[str]) -> date | None:
    if not all(part.isascii() and part.isdigit() and len(part) < 5 for part in parts):
        return None
    day, month, year = map(int, parts)
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def boxes(name: str, at: datetime) -> Typed:
    """A moment of Europe/London as it would be typed."""
    values = (f"{at.day}", f"{at.month}", f"{at.year}", f"{at:%H:%M}")
    return dict(zip((f"{name}-{part}" for part in ("day", "month", "year", "time")), values, strict=True))
