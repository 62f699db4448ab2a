"""Advice that goes with staying, leaving, and with phones, cars and accounts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.case.model import Case

_FILE = Path(__file__).resolve().parents[1] / "content" / "advice.toml"
CHOICE = "sp-stay-or-leave"


@dataclass(frozen=True, slots=True)
class Advice:
    """`lines` sentences, numbered from 1; `choices` of sp-stay-or-leave that open it, an empty one for
    while nothing was said; `items` are the measures that it leads to. `warns`: acting on it can be
    noticed."""

    id: str
    choices: tuple[str, ...]
    lines: int
    items: tuple[str, ...]
    warns: bool = False


@cache
def advice() -> tuple[Advice, ...]:
    return read_advice(_FILE.read_text("utf-8"))


def read_advice(toml: str) -> tuple[Advice, ...]:
    """ValueError, KeyError or TypeError when it is not in the form of advice.toml."""
    return tuple(_one(name, row) for name, row in tomllib.loads(toml).items())


def _one(name: str, row: Mapping[str, Any]) -> Advice:
    if type(row["lines"]) is not int or row["lines"] < 1:
        raise ValueError(f"'{name}' has no lines")
    return Advice(name, tuple(row["choice"]), row["lines"], tuple(row["items"]), row.get("warns", False))


def matching(case: Case) -> tuple[Advice, ...]:
    """The pages that what was said of staying or leaving opens; where nothing was said, those for all."""
    said = case.answers.get(CHOICE)
    chosen = said.answer if said and said.answer in ("stay", "leave", "undecided") else ""
    return tuple(each for each in advice() if chosen in each.choices)
