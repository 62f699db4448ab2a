"""Which of several calendars is the newest, and what a calendar that somebody sends must hold.

A version is dotted numbers, 2026.11 or 2026.11.2, compared number by number: 2026.9 comes before 2026.11.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from app.court_calendar import CourtCalendar, Status, bundled, read_calendar

_FILE = Path(__file__).resolve().parent / "content" / "calendar.toml"
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,5}")
MAX_BYTES = 64 * 1024
"""Bytes of a table; one row takes about a hundred."""
FIRST, LAST = 2000, 2100
"""Years that a row may name."""


def newer(one: str, other: str) -> bool:
    """Whether version `one` comes after `other`. What is no version comes before every one that is."""
    mine, theirs = _numbers(one), _numbers(other)
    if mine is None or theirs is None:
        return mine is not None
    pairs = zip_longest(mine, theirs, fillvalue=0)
    return next((left > right for left, right in pairs if left != right), False)


def _numbers(version: str) -> tuple[int, ...] | None:
    return tuple(map(int, version.split("."))) if _VERSION.fullmatch(version) else None


def newest(first: CourtCalendar, *others: CourtCalendar) -> CourtCalendar:
    """The one of the newest version; the first of equals."""
    for each in others:
        first = each if newer(each.version, first.version) else first
    return first


@dataclass(frozen=True, slots=True)
class Flawed:
    """Why a text is no calendar. `row` counts from 1; 0 where it is not a row that is wrong."""

    row: int = 0


@lru_cache(maxsize=8)
def read_sent(toml: str) -> CourtCalendar | Flawed:
    """A calendar from elsewhere, read with care: size, version, and every row a day, a status and why."""
    try:
        if len(toml.encode()) > MAX_BYTES:
            return Flawed()
        read = tomllib.loads(toml)
    except (ValueError, RecursionError):
        return Flawed()
    version, rows = read.get("version"), read.get("day")
    if not isinstance(version, str) or _numbers(version) is None or not isinstance(rows, list) or not rows:
        return Flawed()
    seen: set[date] = set()
    for number, row in enumerate(rows, 1):
        if not _is_row(row) or row["date"] in seen:
            return Flawed(number)
        seen.add(row["date"])
    return read_calendar(toml)


def _is_row(row: Any) -> bool:
    if not isinstance(row, dict):
        return False
    day, status, why = row.get("date"), row.get("status"), row.get("why")
    dated = type(day) is date and FIRST <= day.year <= LAST
    return dated and status in list(Status) and isinstance(why, str) and bool(why.strip())


def in_force(sent: str) -> CourtCalendar:
    """The newest of the bundled calendar and of the one that the station sent; `sent` is empty, or a
    table that this version may not be able to read."""
    read = read_sent(sent) if sent else Flawed()
    return bundled() if isinstance(read, Flawed) else newest(bundled(), read)


def bundled_text() -> str:
    """The bundled calendar as it is sent."""
    return _FILE.read_text("utf-8")
