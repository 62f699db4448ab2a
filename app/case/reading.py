"""Reading a body that another version wrote: what is not as expected reads as nothing, never as an error."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

_YEARS = range(2000, 2101)
_LIVES = range(1900, 2101)


def text(body: Mapping[str, Any], key: str) -> str:
    value = body.get(key)
    return "" if value is None else str(value)


def texts(body: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Every text of a list; a single text is a list of one."""
    value = body.get(key)
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()


def moment(body: Mapping[str, Any], key: str) -> datetime | None:
    """The time under `key`, with its offset. A time without offset is nobody's time."""
    try:
        found = datetime.fromisoformat(text(body, key))
    except ValueError:
        return None
    return found if found.tzinfo and found.year in _YEARS else None


def day(body: Mapping[str, Any], key: str) -> date | None:
    """The day under `key`: a date, or the date part of a time."""
    return day_of(text(body, key)[:10])


def day_of(words: str) -> date | None:
    try:
        found = date.fromisoformat(words)
    except ValueError:
        return None
    return found if found.year in _LIVES else None


def days(body: Mapping[str, Any], key: str) -> int | None:
    """A length in days, 1 to 366."""
    value = body.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 366 else None


def truth(body: Mapping[str, Any], key: str) -> bool:
    """True only where true was recorded: what is not said was not seen."""
    return body.get(key) is True


def mapping(body: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = body.get(key)
    return dict(value) if isinstance(value, Mapping) else {}
