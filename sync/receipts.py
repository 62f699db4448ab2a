"""Whether a receipt may mark anything. Pure but for one look at an own entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.entry import Entry
from sync.moments import moment


def names_what_was_sent(receipt: dict[str, Any], stream: str, sent: Sequence[Entry]) -> bool:
    """Our stream, and nothing but entries of this page, each with its own number and hash."""
    if receipt.get("stream") != stream or not _is_whole(receipt):
        return False
    known = [[entry.id, entry.seq, entry.hash] for entry in sent]
    return all(named in known for named in receipt["entries"])


def _is_whole(receipt: dict[str, Any]) -> bool:
    texts = all(isinstance(receipt.get(name), str) for name in ("receipt", "head", "time"))
    listed = isinstance(receipt.get("entries"), list) and type(receipt.get("seq")) is int
    return texts and listed and moment(receipt["time"]) is not None


def head_is_ours(receipt: dict[str, Any], last: Entry | None) -> bool:
    """`last` is our entry of the receipt's `seq`. Without one the station holds more than this phone:
    the journal was rolled back, or somebody writes in our name."""
    return last is not None and last.seq == receipt["seq"] and last.hash == receipt["head"]
