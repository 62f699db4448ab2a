"""Ranks as data, in their order, and what a force has decided about who decides. See content/ranks.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "content" / "ranks.toml"


@dataclass(frozen=True, slots=True)
class Ranks:
    """`order` from the lowest rank to the highest. `endorsement`: steps on the way up, none of them a gate.

    A rank held for a time counts only where `for_a_time_counts`: the Act asks for a member of the force
    not below the rank, s.24(1).
    """

    order: tuple[str, ...]
    branches: frozenset[str] = frozenset()
    for_a_time: frozenset[str] = frozenset()
    short: Mapping[str, str] = field(default_factory=dict)
    for_a_time_counts: bool = False
    endorsement: tuple[str, ...] = ()

    def reaches(self, rank: str, lowest: str) -> bool:
        """Whether `rank`, as an account or an officer bears it, is `lowest` or above. What is no rank of
        these reaches nothing."""
        words = rank.lower().replace("/", " ").replace(".", " ").replace("-", " ").split()
        plain = [word for word in words if word not in self.branches and word not in self.for_a_time]
        held_for_a_time = any(word in self.for_a_time for word in words)
        name = " ".join(plain)
        known = self.short.get(name, name)
        if known not in self.order or lowest not in self.order:
            return False
        if held_for_a_time and not self.for_a_time_counts:
            return False
        return self.order.index(known) >= self.order.index(lowest)

    def step_of(self, rank: str) -> str:
        """The highest endorsement that this rank may give; empty where there is none."""
        return next((step for step in reversed(self.endorsement) if self.reaches(rank, step)), "")


@cache
def ranks() -> Ranks:
    """As bundled."""
    return read_ranks(_FILE.read_text("utf-8"))


def read_ranks(toml: str) -> Ranks:
    """Ranks in content/ranks.toml's form. ValueError, KeyError or TypeError when it is not one."""
    told = tomllib.loads(toml)
    force = told["force"]
    return Ranks(
        order=tuple(told["order"]),
        branches=frozenset(told["branches"]),
        for_a_time=frozenset(told["for_a_time"]),
        short=dict(told["short"]),
        for_a_time_counts=bool(force["for_a_time_counts"]),
        endorsement=tuple(force["endorsement"]),
    )
