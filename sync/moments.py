"""Times as they travel: ISO 8601 with offset."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any


def moment(text: Any) -> datetime | None:
    """The moment that `text` names; None when it names none of our centuries, or has no offset."""
    if not isinstance(text, str):
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read.astimezone(UTC) if read.tzinfo and in_our_time(read) else None


def in_our_time(read: datetime) -> bool:
    """False for years so far away that another offset would carry them out of the calendar."""
    return 1900 <= read.year <= 2999


def offset_ms(station: datetime, asked: datetime, heard: datetime) -> int:
    """Station minus phone, with the station's time laid midway between question and answer."""
    return (station - (asked + (heard - asked) / 2)) // timedelta(milliseconds=1)
