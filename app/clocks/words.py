"""A deadline as an officer reads it. Never 00:00: a midnight is the end of the day before."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.timekeeping import LONDON

ZONE_NEAR = timedelta(days=7)
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
    return f"{span_words(timedelta(seconds=max(0.0, seconds)))} left"


def span_words(span: timedelta) -> str:
    """'7 min', '14 h 29 min', whole minutes; either way the same words."""
    hours, minutes = divmod(int(abs(span).total_seconds() // 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def hours_words(span: timedelta) -> str:
    """'14 h', '8 h 30 min', '30 min', '0 h'."""
    hours, minutes = divmod(int(span.total_seconds() // 60), 60)
    told = [f"{hours} h"] if hours or not minutes else []
    return " ".join([*told, *([f"{minutes} min"] if minutes else [])])


def stretch_words(opens: datetime, closes: datetime) -> str:
    """'10:00 to 24:00' of one local day."""
    end = closes.astimezone(LONDON)
    until = "24:00" if (end.hour, end.minute) == (0, 0) else f"{end:%H:%M}"
    return f"{opens.astimezone(LONDON):%H:%M} to {until}"


def zone_matters(now: datetime, until: datetime) -> bool:
    """Whether the clocks change between the two, or within a week of now."""
    first, last = now - ZONE_NEAR, max(until, now + ZONE_NEAR)
    days = range((last - first).days + 1)
    return len({(first + timedelta(day)).astimezone(LONDON).utcoffset() for day in days}) > 1
