"""Identifiers made on the phone: UUID version 7, so that their order is the order of writing."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID


def new_id(moment: datetime) -> str:
    """A UUIDv7 (RFC 9562) of this moment, to the millisecond, with 74 random bits."""
    stamp = int(moment.timestamp() * 1000) & (1 << 48) - 1
    value = stamp << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62
    return str(UUID(int=value | secrets.randbits(62)))
