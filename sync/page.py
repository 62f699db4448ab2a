"""Pages: which own entries go together, and what of a page from the station can be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.entry import Entry, canonical, from_json, to_json
from sync.moments import in_our_time
from sync.protocol.limits import MAX_BODY
from sync.protocol.messages import PushRequest
from sync.protocol.signed import head_bytes
from sync.signing import Sign, station_signed

_ROOM = MAX_BODY - 16 * 1024
_LARGEST = 1 << 53


def next_page(entries: Sequence[Entry], size: int) -> list[Entry]:
    """The first entries that follow on each other, at most `size` of them and within one body."""
    page: list[Entry] = []
    room = _ROOM
    for entry in entries[:size]:
        room -= len(canonical(to_json(entry))) + 1
        if page and (room < 0 or entry.seq != page[-1].seq + 1):
            break
        page.append(entry)
    return page


def push_request(page: Sequence[Entry], sign: Sign) -> PushRequest:
    """The page with the head that the stream's key signs. `page` is not empty."""
    last = page[-1]
    signature = sign(head_bytes(last.stream, last.seq, last.hash))
    return PushRequest(last.stream, page[0].seq, [to_json(entry) for entry in page], last.hash, signature)


@dataclass(frozen=True, slots=True)
class Pulled:
    """Entries of others that can be kept, and how many could not be read."""

    entries: list[Entry]
    unreadable: int


def read_page(values: Sequence[Any], own: str, station_key: str) -> Pulled:
    """Each value for itself: one that is no entry never stands in the way of the others. What says that
    the station made it is kept only with the station's signature: nobody else decides."""
    read = [_entry(value, station_key) for value in values]
    kept = [entry for entry in read if entry is not None and entry.stream != own]
    return Pulled(kept, read.count(None))


def _entry(value: Any, station_key: str) -> Entry | None:
    """An entry that can be hashed, dated and counted; kept otherwise, it would stop the next unlock."""
    try:
        entry = from_json(value)
        canonical(to_json(entry))
    except (ValueError, OverflowError, RecursionError):
        return None
    if entry.of_station and not station_signed(station_key, "entry", value):
        return None
    dated = in_our_time(entry.happened_at) and in_our_time(entry.written_at)
    return entry if dated and 1 <= entry.seq < _LARGEST and entry.id and entry.stream else None
