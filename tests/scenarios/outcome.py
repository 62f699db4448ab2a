"""How a step ended, and what a fact says when its feature does not exist yet."""

from __future__ import annotations

from dataclasses import dataclass

from app.entry import Entry
from app.held import Held


@dataclass(frozen=True, slots=True)
class Missing:
    """A feature that the product does not have yet. Steps that need it are held back, facts skipped."""

    feature: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The app took the step. `entries` are all that it wrote; none for lock, sync and the like."""

    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """The app raised where it should have answered. `fault` is the name of the exception, nothing else."""

    fault: str


Outcome = Taken | Held | Missing | Broken
