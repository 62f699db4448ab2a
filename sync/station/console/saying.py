"""Days and moments as people at the console read them, Europe/London."""

from __future__ import annotations

from datetime import date, datetime

from app.clocks.words import deadline_words, short_day
from app.timekeeping import LONDON


def moment(at: datetime) -> str:
    """'Tue 24 Nov 2026, 13:10'; a midnight is the end of the day before."""
    return deadline_words(at)


def clock_time(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%H:%M}"


def day(at: date) -> str:
    """'Tue 24 Nov 2026'."""
    there = datetime(at.year, at.month, at.day, 12, tzinfo=LONDON)
    return f"{short_day(there)} {at.year}"
