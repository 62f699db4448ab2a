"""The rules of content/monitoring.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).resolve().parents[1] / "content" / "monitoring.toml"
EVENTS = (
    "authorised", "refused", "served", "order_made", "order_refused", "withdrawn", "in_doubt", "expired",
    "breach", "moved",
)  # fmt: skip
DUES = ("hours", "day", "working_days", "days_before_end")
OWNERS = ("owner", "informs")


@dataclass(frozen=True, slots=True)
class Rule:
    """`due` is one of DUES, `count` how many of it."""

    item: str
    after: tuple[str, ...]
    due: str
    count: int
    owner: str


@cache
def rules() -> tuple[Rule, ...]:
    """As bundled."""
    return read_rules(_FILE.read_text("utf-8"))


def read_rules(toml: str) -> tuple[Rule, ...]:
    """Rules in monitoring.toml's form. ValueError, KeyError or TypeError when it is not one."""
    return tuple(_rule(row) for row in tomllib.loads(toml)["rule"])


def _rule(row: Mapping[str, Any]) -> Rule:
    ((due, count),) = row["due"].items()
    after = tuple(row["after"])
    known = set(after) <= set(EVENTS) and due in DUES and row["owner"] in OWNERS
    if not known or not after or type(count) is not int or count < 0:
        raise ValueError(f"the rule of '{row['item']}' names something that is not known")
    return Rule(row["item"], after, due, count, row["owner"])
