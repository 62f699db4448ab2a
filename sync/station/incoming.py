"""A push read with care. An entry's meaning is never looked at, and what it says is kept as it came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.entry import Entry, canonical, from_json, sha256
from sync.protocol.limits import MAX_ENTRY
from sync.protocol.messages import Refusal
from sync.station.refused import Refused

MAX_NAME = 200
"""Letters of an id, a case or a kind."""
LARGEST = 1 << 53
"""Numbers of JSON are exact below it."""
_BAD = Refused(Refusal.BAD_REQUEST, 400)


@dataclass(frozen=True, slots=True)
class Sent:
    """One entry, the text that is kept of it, and the hash of that text: what the handset chained."""

    entry: Entry
    text: str
    hash: str


@dataclass(frozen=True, slots=True)
class Push:
    """At least one entry, numbered from `first_seq` without gap, all of one stream and one officer."""

    first_seq: int
    sent: tuple[Sent, ...]
    head: str
    signature: str


def read_push(body: Any, stream: str, officer: str) -> Push | Refused:
    """A push as PushRequest says it, of this stream and written by its officer alone."""
    try:
        values = body["entries"]
        if body["stream"] != stream or not isinstance(values, list) or not values:
            return _BAD
        texts = [canonical(value) for value in values]
        if any(len(text) > MAX_ENTRY for text in texts):
            return Refused(Refusal.TOO_BIG, 413)
        sent = tuple(map(_sent, values, texts))
        push = Push(int(body["first_seq"]), sent, str(body["head"]), str(body["signature"]))
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError):
        return _BAD
    return push if _in_order(push) and all(_is_of(each.entry, stream, officer) for each in sent) else _BAD


def _sent(value: dict[str, Any], text: bytes) -> Sent:
    return Sent(from_json(value), text.decode(), sha256(text))


def _in_order(push: Push) -> bool:
    numbers = [each.entry.seq for each in push.sent]
    follows = numbers == list(range(push.first_seq, push.first_seq + len(numbers)))
    return (
        follows
        and 1 <= push.first_seq < LARGEST
        and len({each.entry.id for each in push.sent}) == len(numbers)
    )


def _is_of(entry: Entry, stream: str, officer: str) -> bool:
    """In the officer's own name, with names that every database can hold."""
    named = all(0 < len(name) <= MAX_NAME and "\0" not in name for name in (entry.id, entry.case, entry.kind))
    return named and entry.stream == stream and entry.by == officer
