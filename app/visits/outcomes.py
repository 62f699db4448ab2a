"""What a visit or contact may come to, as content/visits.toml lists it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).resolve().parents[1] / "content" / "visits.toml"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`seen`, `alone` and `type` are what the record says; `guide` and `ladder` what is asked next.
    `rare`: offered behind one more tap."""

    id: str
    type: str = "visit"
    seen: bool = False
    alone: bool = False
    guide: bool = False
    ladder: bool = False
    rare: bool = False


@cache
def _content() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@cache
def outcomes() -> tuple[Outcome, ...]:
    return tuple(Outcome(name, **told) for name, told in _content()["outcome"].items())


def outcome(name: str) -> Outcome | None:
    """The outcome of this id; None for one that this version does not know."""
    return next((known for known in outcomes() if known.id == name), None)
