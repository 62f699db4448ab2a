"""Days and moments as officers type them. What is messy is read; what is in doubt is asked again."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from app.timekeeping import readings


class Faulty(StrEnum):
    """Why it cannot be read: the wording key that says what to do."""

    DAY = "ui.day.problem.day"
    PART = "ui.day.problem.part"
    YEAR = "ui.day.problem.year"
    NO_DAY = "ui.moment.problem.no-day"
    NO_TIME = "ui.moment.problem.no-time"
    TIME = "ui.moment.problem.time"
    NEVER = "ui.moment.problem.never"
    TWICE = "ui.moment.problem.twice"
    NUMBER = "ui.number.problem"


class Typed(Protocol):
    def get(self, name: str) -> str: ...


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = ("day", "month", "year")
_ZONES = {"bst": 0, "gmt": 1}
_CLOCK = re.compile(r"^(\d{1,2})\s*[:.h ]?\s*(\d{2}|\d)?$")


def read_day(form: Typed, name: str) -> date | Faulty | None:
    """The day in the three boxes; None where all are empty."""
    parts = [form.get(f"{name}.{part}").strip() for part in _PARTS]
    if not any(parts):
        return None
    if not all(parts):
        return Faulty.PART
    day, month, year = parts
    if not (year.isdigit() and len(year) == 4):
        return Faulty.YEAR
    number = _month(month)
    if number is None or not day.isdigit():
        return Faulty.DAY
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return Faulty.DAY


def _month(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    short = words.lower()[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else None


def read_moment(form: Typed, name: str) -> datetime | Faulty | None:
    """The moment in Europe/London, with the offset that holds then; None where nothing is typed.

    An hour that the clock change leaves out is Faulty; one that it brings twice is, too, until NAME.zone
    or BST or GMT behind the time says which.
    """
    day, typed = read_day(form, name), form.get(f"{name}.time").strip()
    if isinstance(day, Faulty):
        return day
    if day is None:
        return Faulty.NO_DAY if typed else None
    if not typed:
        return Faulty.NO_TIME
    words, zone = _split(typed)
    zone = zone or form.get(f"{name}.zone")
    at = read_time(words)
    return Faulty.TIME if at is None else at_clock(day, at, zone)


def _split(typed: str) -> tuple[str, str]:
    """'1.30 GMT' -> '1.30', 'gmt'."""
    found = re.match(r"^(.*?)\s*(bst|gmt)?$", typed.strip(), re.IGNORECASE)
    return (found.group(1), (found.group(2) or "").lower()) if found else (typed, "")


def read_time(words: str) -> time | None:
    """'9:5', '0905', '9.05', '905', '9' -> 09:05, 09:00. None for what is no time; 24:00 is none."""
    plain = words.strip()
    if re.fullmatch(r"\d{3,4}", plain):
        hour, minute = plain[:-2], plain[-2:]
    else:
        found = _CLOCK.match(plain)
        if not found:
            return None
        hour, minute = found.group(1), found.group(2) or "0"
    try:
        return time(int(hour), int(minute))
    except ValueError:
        return None


def at_clock(day: date, at: time, zone: str = "") -> datetime | Faulty:
    """`zone` is bst, gmt or empty: which of two readings is meant in the hour that comes twice."""
    found = readings(datetime.combine(day, at))
    if len(found) == 1:
        return found[0]
    if not found:
        return Faulty.NEVER
    return found[_ZONES[zone]] if zone in _ZONES else Faulty.TWICE
