"""What every request of this process works with. Everything shared between processes is in the base."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine

from app.guidance import Guidance
from app.ports import Clock
from app.ranks import Ranks, ranks
from sync.station.identity.configured import Provider
from sync.station.keys import Keys


@dataclass(frozen=True)
class Scene:
    engine: Engine
    keys: Keys
    clock: Clock
    training: bool
    guidance: Guidance
    ranks: Ranks = field(default_factory=ranks)
    policy: dict[str, Any] = field(default_factory=lambda: {"min_pin": 8, "idle_lock_s": 120})
    provider: Provider | None = None
    """Who signs people in besides the station itself; None without --oidc."""
