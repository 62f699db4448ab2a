"""Bodies on the wire, both ways: gzip where it is worth it, and bombs stop at the limit."""

from __future__ import annotations

import gzip
import zlib
from enum import Enum

WORTH_PACKING = 1024
"""Bytes. Below that the head of gzip costs more than it saves."""


class Unpackable(Enum):
    TOO_BIG = "more bytes than the limit"
    BROKEN = "no gzip, or not all of it"


def deflate(body: bytes) -> bytes:
    """As gzip; the same body always gives the same bytes."""
    return gzip.compress(body, 5, mtime=0)


def inflate(body: bytes, limit: int) -> bytes | Unpackable:
    """What was packed, when it is whole and at most `limit` bytes."""
    reader = zlib.decompressobj(wbits=31)
    try:
        plain = reader.decompress(body, limit + 1)
    except zlib.error:
        return Unpackable.BROKEN
    if len(plain) > limit:
        return Unpackable.TOO_BIG
    return plain if reader.eof else Unpackable.BROKEN
