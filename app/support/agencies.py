"""Agencies as content/agencies.toml has them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).resolve().parents[1] / "content" / "agencies.toml"
DUES = ("day", "working_days")


@dataclass(frozen=True, slots=True)
class Agency:
    """`purpose`: of app.consents.purposes. `basis`: reason and lawful basis are recorded with it. `due` is
    one of DUES, `count` how many of it after the report. `support`: meant by the Victims' Code's two
    working days. `item`: the measure of the plan that it carries out."""

    id: str
    purpose: str
    due: str
    count: int
    support: bool
    basis: bool = False
    item: str = ""


@cache
def agencies() -> tuple[Agency, ...]:
    """As bundled, in the order of the page."""
    return read_agencies(_FILE.read_text("utf-8"))


def agency(name: str) -> Agency | None:
    return next((each for each in agencies() if each.id == name), None)


def read_agencies(toml: str) -> tuple[Agency, ...]:
    """ValueError, KeyError or TypeError when it is not in the form of agencies.toml."""
    return tuple(_agency(name, row) for name, row in tomllib.loads(toml).items())


def _agency(name: str, row: Mapping[str, Any]) -> Agency:
    ((due, count),) = row["within"].items()
    if due not in DUES or type(count) is not int or count < 0:
        raise ValueError(f"'{name}' is due at no time that is known")
    return Agency(
        name, row["purpose"], due, count, row["support"], row.get("basis", False), row.get("item", "")
    )
