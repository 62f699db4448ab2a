"""Days that do not count: Christmas Day, Good Friday, Sundays and bank holidays of England and Wales.

Crime and Security Act 2010 ss.26(4), 27(4), 29(3). The region is fixed: no locale, no device calendar.
A holiday that is missed ends a clock earlier, which is safe; one that is invented ends it later.
Which of these classes of days a clock leaves out belongs to its regime: see `CourtCalendar.under`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

import holidays

from app.bank_holidays import easter_sunday, scheduled

_FILE = Path(__file__).resolve().parent / "content" / "calendar.toml"
SATURDAY, SUNDAY = 5, 6


class Reading(StrEnum):
    """Two answers, always. SAFE counts every doubtful day; OUTER leaves it out."""

    SAFE = "safe"
    OUTER = "outer"


class Status(StrEnum):
    """How sure it is that a day does not count. STATUTE and PROCLAIMED are; LISTED (published, not yet
    proclaimed) and DOUBTFUL are not; a COUNTED day is an ordinary one."""

    STATUTE = "statute"
    PROCLAIMED = "proclaimed"
    LISTED = "listed"
    DOUBTFUL = "doubtful"
    COUNTED = "counted"


SETTLED = (Status.STATUTE, Status.PROCLAIMED)


class DayClass(StrEnum):
    """The classes of days that a law may leave out. They overlap: Christmas Day may be a Sunday."""

    SUNDAY = "sunday"
    CHRISTMAS_DAY = "christmas-day"
    GOOD_FRIDAY = "good-friday"
    BANK_HOLIDAY = "bank-holiday"


@dataclass(frozen=True, slots=True)
class DayOff:
    """What the calendar says of one day, and in which words."""

    status: Status
    why: str


@dataclass(frozen=True)
class CourtCalendar:
    """The calendar of one version. `table` wins over the Schedule and over the package."""

    version: str
    table: Mapping[date, DayOff]
    classes: frozenset[DayClass] = frozenset(DayClass)

    def under(self, classes: frozenset[DayClass]) -> CourtCalendar:
        """This calendar for a law that leaves out these classes of days alone."""
        return replace(self, classes=classes)

    def day_off(self, day: date) -> DayOff | None:
        """None for an ordinary day."""
        named = next((each for each in _named(day) if each in self.classes), None)
        if named:
            return DayOff(Status.STATUTE, _NAMES[named])
        return self.bank_holiday(day) if DayClass.BANK_HOLIDAY in self.classes else None

    def bank_holiday(self, day: date) -> DayOff | None:
        """What table, Schedule and package say of this day as a bank holiday, whatever else it is."""
        known = self.table.get(day)
        if known:
            return None if known.status is Status.COUNTED else known
        by_schedule = scheduled(day)
        if by_schedule:
            # Every Saturday 26 December is in doubt: a proclamation may have moved it to the Monday.
            doubtful = (day.month, day.day, day.weekday()) == (12, 26, SATURDAY)
            return DayOff(Status.DOUBTFUL if doubtful else Status.STATUTE, by_schedule)
        listed = _listed(day.year).get(day)
        return DayOff(Status.LISTED, listed) if listed and not _saturday_new_year(day) else None

    def disregarded(self, day: date, reading: Reading) -> bool:
        """Whether the whole local day does not count."""
        return self.why(day, reading) is not None

    def why(self, day: date, reading: Reading) -> str | None:
        """Why the day does not count, or None when it does."""
        found = self.day_off(day)
        if found is None or (reading is Reading.SAFE and found.status not in SETTLED):
            return None
        return found.why

    def working_day(self, day: date) -> bool:
        """Not Saturday, Sunday or a day that surely does not count."""
        return day.weekday() != SATURDAY and not self.disregarded(day, Reading.SAFE)

    def working_days_after(self, day: date, number: int) -> date:
        """The last of `number` working days after `day`."""
        while number:
            day += timedelta(1)
            number -= self.working_day(day)
        return day


_NAMES = {
    DayClass.SUNDAY: "Sunday",
    DayClass.CHRISTMAS_DAY: "Christmas Day",
    DayClass.GOOD_FRIDAY: "Good Friday",
}


def _named(day: date) -> Iterator[DayClass]:
    """Days that the Acts themselves name."""
    if day.weekday() == SUNDAY:
        yield DayClass.SUNDAY
    if (day.month, day.day) == (12, 25):
        yield DayClass.CHRISTMAS_DAY
    if day == easter_sunday(day.year) - timedelta(2):
        yield DayClass.GOOD_FRIDAY


def _saturday_new_year(day: date) -> bool:
    """A proclamation names only the substitute: a Saturday 1 January counts."""
    return (day.month, day.day, day.weekday()) == (1, 1, SATURDAY)


@cache
def _listed(year: int) -> Mapping[date, str]:
    return dict(holidays.country_holidays("GB", subdiv="ENG", years=year))


@cache
def bundled() -> CourtCalendar:
    """The calendar that this version of Doorstep brings along."""
    return read_calendar(_FILE.read_text("utf-8"))


def read_calendar(toml: str) -> CourtCalendar:
    """The calendar in content/calendar.toml's form. ValueError or KeyError when it is not one."""
    read = tomllib.loads(toml)
    table = {row["date"]: DayOff(Status(row["status"]), str(row["why"])) for row in read["day"]}
    return CourtCalendar(str(read["version"]), table)
