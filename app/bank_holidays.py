"""Bank holidays that stand in the statute itself: Banking and Financial Dealings Act 1971, Sch.1 para 1.

New Year's Day, early May, substitutes and one-offs are proclaimed each year: content/calendar.toml.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

MONDAY, SUNDAY = 0, 6


def scheduled(day: date) -> str | None:
    """What Schedule 1 calls this day in England and Wales, or None."""
    if day == easter_sunday(day.year) + timedelta(1):
        return "Easter Monday"
    if day.weekday() == MONDAY and day.month == 5 and day.day > 24:
        return "spring bank holiday"
    if day.weekday() == MONDAY and day.month == 8 and day.day > 24:
        return "summer bank holiday"
    if (day.month, day.day) == (12, 26) and day.weekday() != SUNDAY:
        return "26 December"
    return "27 December" if (day.month, day.day) == (12, 27) and _sunday_before(day) else None


def _sunday_before(day: date) -> bool:
    """27 December, in a year in which 25 or 26 December is a Sunday."""
    return SUNDAY in ((day - timedelta(1)).weekday(), (day - timedelta(2)).weekday())


@cache
def easter_sunday(year: int) -> date:
    """Easter of the Gregorian calendar, by golden number and epact (Calendar Act 1750)."""
    century, golden = year // 100, year % 19
    solar = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact = solar - solar // 28 * (1 - solar // 28 * (29 // (solar + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    past = epact - weekday
    month = 3 + (past + 40) // 44
    return date(year, month, past + 28 - 31 * (month // 4))
