"""Days that do not count: Christmas Day, Good Friday, Sundays and bank holidays of England and Wales.

Crime and Security Act 2010 ss.26(4), 27(4), 29(3). The region is fixed: no locale, no device calendar.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

import holidays

_FILE = Path(__file__).resolve().parent / "content" / "calendar.toml"


class Reading(StrEnum):
    """Two answers, always. SAFE counts every doubtful day; OUTER leaves it out."""

    SAFE = "safe"
    OUTER = "outer"


@dataclass(frozen=True)
class CourtCalendar:
    """The calendar of one version. `table` maps a day to (status, why) and wins over the package."""

    version: str
    table: Mapping[date, tuple[str, str]]

    def disregarded(self, day: date, reading: Reading) -> bool:
        """Whether the whole local day does not count."""
        return self.why(day, reading) is not None

    def why(self, day: date, reading: Reading) -> str | None:
        """Why the day does not count, or None when it does."""
        named = self._named(day)
        if named:
            return named
        if day in self.table:
            status, why = self.table[day]
            settled = status in ("statute", "proclaimed")
            doubtful = status in ("listed", "doubtful")
            return why if settled or (doubtful and reading is Reading.OUTER) else None
        return "bank holiday" if day in _bank_holidays(day.year) else None

    def working_day(self, day: date) -> bool:
        """Not Saturday, Sunday or a disregarded day."""
        return day.weekday() != 5 and not self.disregarded(day, Reading.SAFE)

    def working_days_after(self, day: date, number: int) -> date:
        while number:
            day += timedelta(1)
            number -= self.working_day(day)
        return day

    @staticmethod
    def _named(day: date) -> str | None:
        if day.weekday() == 6:
            return "Sunday"
        if (day.month, day.day) == (12, 25):
            return "Christmas Day"
        if day == _easter(day.year) - timedelta(2):
            return "Good Friday"
        return None


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


@cache
def _easter(year: int) -> date:
    monday = next(
        day
        for day, name in holidays.country_holidays("GB", subdiv="ENG", years=year).items()
        if "Easter Monday" in name
    )
    return monday - timedelta(1)


@cache
def bundled() -> CourtCalendar:
    """The calendar that this version of Doorstep brings along."""
    read = tomllib.loads(_FILE.read_text("utf-8"))
    table = {row["date"]: (str(row["status"]), str(row["why"])) for row in read["day"]}
    return CourtCalendar(str(read["version"]), table)
