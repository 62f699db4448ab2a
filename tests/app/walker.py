"""A second way to a deadline: walk every minute of 21 years once, by hand-made summer time.

The walk shares nothing with app.clocks: no time zone data, no segments. Only which days count is asked.
"""

from __future__ import annotations

import random
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache

from app.clocks.counted import deadline
from app.court_calendar import Reading, bundled

FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 12, 31, 23, 59, tzinfo=UTC)
STARTS = int((LAST - FIRST) / timedelta(minutes=1))
"""The last minute of 2040, counted from the first of 2020."""
_DAY, _BEYOND = 1440, 30


def last_sunday(year: int, month: int) -> date:
    """Of March or October, which have 31 days."""
    end = date(year, month, 31)
    return end - timedelta((end.weekday() + 1) % 7)


def changes() -> Iterator[int]:
    """The minutes at which the clocks change: 01:00 UTC on the last Sundays of March and October."""
    for year in range(2020, 2042):
        for month in (3, 10):
            yield (last_sunday(year, month) - FIRST.date()).days * _DAY + 60


@cache
def counted(reading: Reading) -> array[int]:
    """Every minute that counts, in order."""
    calendar, days = bundled(), STARTS // _DAY + _BEYOND
    counts = [not calendar.disregarded(FIRST.date() + timedelta(day), reading) for day in range(days)]
    minutes, ahead, turns = array("L"), 0, list(changes())
    turns.append(days * _DAY)
    for minute in range((days - 1) * _DAY):
        if minute == turns[0]:
            turns.pop(0)
            ahead = 60 - ahead
        if counts[(minute + ahead) // _DAY]:
            minutes.append(minute)
    return minutes


def scattered(seed: int, number: int) -> list[int]:
    """So many different starts from 2020 to 2040."""
    return random.Random(seed).sample(range(STARTS + 1), number)


def walked(start: int, hours: int, reading: Reading) -> datetime:
    """When `hours` of counted minutes after minute `start` are used up."""
    minutes = counted(reading)
    last = minutes[bisect_left(minutes, start) + hours * 60 - 1]
    return FIRST + timedelta(minutes=last + 1)


def agree(minute: int) -> bool:
    """Whether the product finds what the walk finds, for 24 and 48 hours and in both answers."""
    start, calendar = FIRST + timedelta(minutes=minute), bundled()
    return all(
        deadline(start, hours, calendar, how) == walked(minute, hours, how)
        for hours in (24, 48)
        for how in Reading
    )
