"""Which language the words are in: one for the whole phone, another for a stretch of work.

The station never chooses one and speaks English. A document is made within `speaking(ENGLISH)`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

ENGLISH = "en"
WORDING = Path(__file__).resolve().parent / "content" / "wording"
DATES = "dates.toml"
_within: ContextVar[str] = ContextVar("language", default="")


class _Phone:
    """What the officer chose; English until somebody does."""

    language = ENGLISH


def spoken() -> str:
    """The id of the language in which words are said here: en, cy."""
    return _within.get() or _Phone.language


def speak(language: str) -> None:
    """From now on everything on this phone is said in this language."""
    _Phone.language = language or ENGLISH


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """This language within, whatever the phone speaks. Threads and tasks begun within follow."""
    token = _within.set(language)
    try:
        yield
    finally:
        _within.reset(token)


def dated(key: str, **facts: object) -> str:
    """Words about days and times, of dates.toml; English where the language lacks them."""
    return name_of(key, _dates(ENGLISH)[key]).format(**facts)


def name_of(key: str, instead: str) -> str:
    """What dates.toml says under a key in the language that is spoken, or `instead`."""
    return _dates(spoken()).get(key, instead)


@cache
def _dates(language: str) -> dict[str, str]:
    path = WORDING / language / DATES
    if not path.is_file():
        return {}
    read = tomllib.loads(path.read_text("utf-8"))
    return {f"{table}.{key}": str(said) for table, rows in read.items() for key, said in rows.items()}
