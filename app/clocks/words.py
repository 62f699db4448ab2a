"""A deadline as an officer reads it. Never 00:00: a midnight is the end of the day before."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from app.language import dated, name_of
from app.timekeeping import LONDON

ZONE_NEAR = timedelta(days=7)


def short_day(moment: datetime) -> str:
    """'Mon 23 Nov' in the language that is spoken, as every other text here."""
    there = moment.astimezone(LONDON)
    weekdays, months = dated("date.days").split(), dated("date.months").split()
    names = {"weekday": weekdays[there.weekday()], "month": months[there.month - 1]}
    return dated("date.day", number=there.day, **names)


def deadline_words(moment: datetime) -> str:
    """'Tue 24 Nov 2026, 13:10' or 'end of Tue 16 Jun (24:00)'."""
    there = moment.astimezone(LONDON)
    if (there.hour, there.minute) == (0, 0):
        return dated("date.midnight", day=short_day(there - timedelta(minutes=1)))
    return dated("date.moment", day=short_day(there), year=there.year, time=f"{there:%H:%M}")


def moment_words(moment: datetime, now: datetime) -> str:
    """'20:00 today', 'end of today (24:00)', or the day and time."""
    there, today = moment.astimezone(LONDON), now.astimezone(LONDON).date()
    if (there.hour, there.minute) == (0, 0):
        before = there - timedelta(minutes=1)
        return dated("date.midnight-today") if before.date() == today else deadline_words(moment)
    time = f"{there:%H:%M}"
    if there.date() == today:
        return dated("date.time-today", time=time)
    return dated("date.day-time", day=short_day(there), time=time)


def off_words(why: str) -> str:
    """Why a day is not counted, by the calendar's name for it; a name without words stands as it is."""
    name = re.sub(r"[^a-z0-9]+", "-", why.lower()).strip("-")
    return name_of(f"off.{name}", why)


def zone_word(moment: datetime) -> str:
    """BST or GMT."""
    return moment.astimezone(LONDON).tzname() or ""


def left_words(seconds: float) -> str:
    """'14 h 29 min left'."""
    return dated("date.left", span=span_words(timedelta(seconds=max(0.0, seconds))))


def span_words(span: timedelta) -> str:
    """'7 min', '14 h 29 min', whole minutes; either way the same words."""
    hours, minutes = divmod(int(abs(span).total_seconds() // 60), 60)
    return dated("date.span" if hours else "date.minutes", hours=hours, minutes=minutes)


def hours_words(span: timedelta) -> str:
    """'14 h', '8 h 30 min', '30 min', '0 h'."""
    hours, minutes = divmod(int(span.total_seconds() // 60), 60)
    if hours and minutes:
        return dated("date.span", hours=hours, minutes=minutes)
    return dated("date.minutes" if minutes else "date.hours", hours=hours, minutes=minutes)


def stretch_words(opens: datetime, closes: datetime) -> str:
    """'10:00 to 24:00' of one local day."""
    end = closes.astimezone(LONDON)
    until = "24:00" if (end.hour, end.minute) == (0, 0) else f"{end:%H:%M}"
    return dated("date.stretch", begins=f"{opens.astimezone(LONDON):%H:%M}", ends=until)


def zone_matters(now: datetime, until: datetime) -> bool:
    """Whether the clocks change between the two, or within a week of now."""
    first, last = now - ZONE_NEAR, max(until, now + ZONE_NEAR)
    days = range((last - first).days + 1)
    return len({(first + timedelta(day)).astimezone(LONDON).utcoffset() for day in days}) > 1
