"""A deadline as an officer reads it. Never 00:00: a midnight is the end of the day before."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.timekeeping import LONDON

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def short_day(moment: datetime) -> str:
    there = moment.astimezone(LONDON)
    return f"{_DAYS[there.weekday()]} {there.day} {_MONTHS[there.month - 1]}"


def deadline_words(moment: datetime) -> str:
    """'Tue 24 Nov 2026, 13:10' or 'end of Tue 16 Jun (24:00)'."""
    there = moment.astimezone(LONDON)
    if (there.hour, there.minute) == (0, 0):
        return f"end of {short_day(there - timedelta(minutes=1))} (24:00)"
    return f"{short_day(there)} {there.year}, {there:%H:%M}"


def moment_words(moment: datetime, now: datetime) -> str:
    """'20:00 today', 'end of today (24:00)', or the day and time."""
    there, today = moment.astimezone(LONDON), now.astimezone(LONDON).date()
    if (there.hour, there.minute) == (0, 0):
        before = there - timedelta(minutes=1)
        return "end of today (24:00)" if before.date() == today else deadline_words(moment)
    return f"{there:%H:%M} today" if there.date() == today else f"{short_day(there)}, {there:%H:%M}"


def zone_word(moment: datetime) -> str:
    """BST or GMT."""
    return moment.astimezone(LONDON).tzname() or ""


def left_words(seconds: float) -> str:
    """'14 h 29 min left'."""
    minutes = max(0, int(seconds // 60))
    return f"{minutes // 60} h {minutes % 60} min left" if minutes >= 60 else f"{minutes} min left"
