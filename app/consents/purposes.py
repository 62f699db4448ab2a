"""What an answer of the conversation is for, as data. See content/purposes.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).resolve().parents[1] / "content" / "purposes.toml"


class Rule(StrEnum):
    """What a purpose stands on."""

    YES = "yes"
    """Her yes, and nothing else."""
    YES_OR_BASIS = "yes or basis"
    """Her yes, or else the reason and lawful basis that the officer recorded."""
    THRESHOLD = "threshold"
    """Nothing at the threshold that the officer's grade or grounds say is met; below it her yes."""
    NEIGHBOURS = "neighbours"
    """Her yes, named houses and two checks."""
    UNNAMED = "unnamed"
    """Nothing, while she cannot be made out."""
    NOTHING = "nothing"
    """The law lets it happen or orders it. She is asked or told all the same."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """`topic` is asked about it; `about` is the part of a topic that asks for several apart. `needs` are
    fields without which a yes is not whole, or, where no yes is needed, those that hold reason and basis.
    `gates` are items that, done, stand on it; `besides`: what alone among `referred_to` does not;
    `only_with`: the field of the item without which nothing was done that needs a yes."""

    id: str
    topic: str
    rule: Rule
    law: str
    about: str = ""
    needs: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    besides: str = ""
    only_with: str = ""

    @property
    def consent_needed(self) -> bool:
        return self.rule in (Rule.YES, Rule.YES_OR_BASIS, Rule.NEIGHBOURS)


@cache
def purposes() -> tuple[Purpose, ...]:
    """Every purpose, in the order of the ledger."""
    return read_purposes(_FILE.read_text("utf-8"))


def read_purposes(toml: str) -> tuple[Purpose, ...]:
    """Purposes in content/purposes.toml's form. ValueError, KeyError or TypeError when it is not one."""
    return tuple(_purpose(name, row) for name, row in tomllib.loads(toml).items())


def _purpose(name: str, row: dict[str, Any]) -> Purpose:
    read: dict[str, Any] = {key: tuple(map(str, row[key])) for key in ("needs", "gates") if key in row}
    return Purpose(**{**row, **read, "id": name, "rule": Rule(row["rule"])})


def purpose(name: str) -> Purpose | None:
    return next((each for each in purposes() if each.id == name), None)


def purposes_of(topic: str) -> tuple[Purpose, ...]:
    """What this topic is asked for: one, or each of several apart."""
    return tuple(each for each in purposes() if each.topic == topic)


def gate_of(item: str) -> Purpose | None:
    """What a measure stands on; None where the law asks for no yes."""
    return next((each for each in purposes() if item in each.gates), None)


def needs_consent(topic: str) -> bool:
    """Whether the topic is about something that only a yes permits."""
    return any(each.consent_needed for each in purposes_of(topic))
