"""The station's answers, read with care: whoever asked gets the shape that the protocol names, or BROKEN."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.ports import Reach
from sync.moments import moment
from sync.protocol.messages import PullAnswer, PushAnswer

Read = dict[str, Any] | Reach
_CODE = re.compile(r"[a-z][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Hello:
    """Which protocol the station speaks, its time (not to be trusted), and whether it is TRAINING."""

    version: int
    time: datetime | None
    training: bool


def read_hello(said: Read) -> Hello | Reach:
    if isinstance(said, Reach):
        return said
    version, training = said.get("doorstep"), said.get("training")
    if type(version) is not int or type(training) is not bool:
        return Reach.BROKEN
    return Hello(version, moment(said.get("time")), training)


def read_push(said: Read) -> PushAnswer | Reach:
    """Only the shape: the receipt's signature and what it names are for sync.receipts."""
    if isinstance(said, Reach):
        return said
    taken, receipt, refused = said.get("taken"), said.get("receipt"), said.get("refused", [])
    if type(taken) is not int or not isinstance(receipt, dict) or not isinstance(refused, list):
        return Reach.BROKEN
    codes = [each for each in refused if _is_refused(each)]
    return PushAnswer(taken, receipt, str(said.get("lease_ends")), str(said.get("time")), codes)


def _is_refused(each: Any) -> bool:
    """An id with a code. Anything freer could carry content."""
    if not isinstance(each, list) or len(each) != 2:
        return False
    return all(isinstance(part, str) for part in each) and bool(_CODE.fullmatch(each[1]))


def read_pull(said: Read) -> PullAnswer | Reach:
    """Only the shape: the entries are read one by one by sync.page."""
    if isinstance(said, Reach):
        return said
    entries, cursor, more = said.get("entries"), said.get("cursor"), said.get("more")
    if not isinstance(entries, list) or type(cursor) is not int or type(more) is not bool:
        return Reach.BROKEN
    if not 0 <= cursor < 1 << 53:
        return Reach.BROKEN
    named = said.get("calendar")
    calendar = named if isinstance(named, str) else ""
    return PullAnswer(entries, cursor, more, str(said.get("lease_ends")), str(said.get("time")), calendar)
