"""On which days a visit is due. Day 1 is the day the order is made; nothing is disregarded."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).resolve().parents[1] / "content" / "cadence.toml"


@cache
def cadence() -> Mapping[str, Any]:
    """The force's cadence as data: see content/cadence.toml."""
    return tomllib.loads(_FILE.read_text("utf-8"))


def due_days(grade: str, made: date, days: int) -> list[date]:
    """The due days of an order of `days` days made on `made`, soonest first, each once.

    Days past its last day drop out; the last day stays. A range such as "1-2" is one visit, due on its
    second day. A grade that the cadence does not have gives no days.
    """
    marks = cadence()["grades"].get(grade, ())
    numbers = {_number(str(mark), days) for mark in marks}
    return [made + timedelta(number - 1) for number in sorted(numbers) if 1 <= number <= days]


def _number(mark: str, days: int) -> int:
    if mark.startswith("last"):
        return days + int(mark.removeprefix("last") or "0")
    return int(mark.split("-")[-1])


def order_last_day(made: date, days: int) -> date:
    """The last day in force: made + n - 1, both ends included, s.28(10)."""
    return made + timedelta(days - 1)


def post_expiry_contact_by(made: date, days: int) -> date:
    """The last day for the contact after the order: its second day after the last one."""
    return order_last_day(made, days) + timedelta(int(cadence()["post_expiry_days"]))
