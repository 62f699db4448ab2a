"""A refusal on its way to a handset."""

from __future__ import annotations

from dataclasses import dataclass

from sync.protocol.messages import Refusal


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was taken. `taken`: what the station holds of the stream."""

    code: Refusal
    status: int
    taken: int | None = None
