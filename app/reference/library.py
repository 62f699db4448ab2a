"""Orders of other courts, and the guidance that the app rests on. References: nothing here decides."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_CONTENT = Path(__file__).resolve().parents[1] / "content"
BREACHES = ("offence", "contempt", "bail")


@dataclass(frozen=True, slots=True)
class OrderNote:
    """An order that somebody may seek. `breach`: what not keeping to it is."""

    id: str
    breach: str
    law: str


@dataclass(frozen=True, slots=True)
class Orders:
    """`checked` is None while nobody of the force has read it."""

    checked: date | None
    orders: tuple[OrderNote, ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """Something that was published: by whom, and when it was last looked at; None where nobody has."""

    id: str
    publisher: str
    checked: date | None


@dataclass(frozen=True, slots=True)
class Library:
    """`months`: from which age a page warns, where the force has set nothing."""

    months: int
    guidance: tuple[Guidance, ...]


@cache
def orders() -> Orders:
    return read_orders((_CONTENT / "orders.toml").read_text("utf-8"))


@cache
def library() -> Library:
    return read_library((_CONTENT / "references.toml").read_text("utf-8"))


def read_orders(toml: str) -> Orders:
    """ValueError, KeyError or TypeError when it is not in the form of orders.toml."""
    told = tomllib.loads(toml)
    found = tuple(OrderNote(name, **row) for name, row in told["order"].items())
    wrong = [each.id for each in found if each.breach not in BREACHES]
    if wrong:
        raise ValueError(f"'{wrong[0]}' has a breach that is not known")
    return Orders(_day(told, "checked"), found)


def read_library(toml: str) -> Library:
    """ValueError, KeyError or TypeError when it is not in the form of references.toml."""
    told = tomllib.loads(toml)
    if type(told["months"]) is not int or told["months"] < 1:
        raise ValueError("'months' is no whole number of months")
    rows = told["guidance"].items()
    return Library(
        told["months"], tuple(Guidance(name, row["publisher"], _day(row, "checked")) for name, row in rows)
    )


def _day(row: Mapping[str, Any], key: str) -> date | None:
    day = row.get(key)
    if not isinstance(day, date | None):
        raise ValueError(f"'{key}' is no day")
    return day
