"""A step that is not taken. The case stays as it was, and the officer is told why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """`because`: item ids, or reason, rank, state, order_days, order_extend, plan_b, revoked."""

    because: tuple[str, ...]


SUPERVISORS = ("sergeant", "inspector", "superintendent")


def is_supervisor(rank: str) -> bool:
    """Sergeant or above, acting and temporary ranks and chief officers included."""
    words = rank.lower().replace("-", " ").split()
    return any(word in SUPERVISORS or word in ("chief", "commander", "commissioner") for word in words)
