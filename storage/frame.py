"""One transaction as it is sealed: what changed together.

JSON with any of: own, received (lists of wrapped entries), cursor, contact, receipt, refused, draft,
drop, shred, calendar. A wrapped entry is {"id", "stream", "seq", "case", "hash", "box"}: `box` is the entry's
canonical JSON under its case's key. What this version does not know stays in the log untouched.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import Any

from app.entry import Entry, canonical, from_json, to_json
from storage.keyring import CaseKeys, Keyring
from storage.sealing import NotAuthentic, seal, unseal

Frame = dict[str, Any]


def pack(frame: Frame) -> bytes:
    return canonical(frame)


def unpack(plain: bytes) -> Frame:
    frame: Frame = json.loads(plain)
    return frame


def wrap(entry: Entry, ring: Keyring) -> dict[str, Any]:
    box = seal(ring.ensure(entry.case), canonical(to_json(entry)), entry.id.encode())
    return {
        "id": entry.id,
        "stream": entry.stream,
        "seq": entry.seq,
        "case": entry.case,
        "hash": entry.hash,
        "box": b64encode(box).decode(),
    }


def unwrap(wrapped: Iterable[dict[str, Any]], ring: CaseKeys) -> list[Entry]:
    """The entries that can still be read. One whose case was shredded is left out."""
    read = []
    for each in wrapped:
        key = ring.key(str(each["case"]))
        if key is None:
            continue
        try:
            plain = unseal(key, b64decode(each["box"]), str(each["id"]).encode())
        except NotAuthentic:
            continue
        read.append(from_json(json.loads(plain)))
    return read


def wrap_draft(key: str, value: Any, at: str, ring: Keyring) -> dict[str, str]:
    """A draft, under the key of the case that its key begins with."""
    case = key.partition("/")[0]
    box = seal(ring.ensure(case), canonical(value), key.encode())
    return {"key": key, "at": at, "box": b64encode(box).decode()}


def unwrap_draft(draft: dict[str, str], ring: CaseKeys) -> Any | None:
    key = ring.key(draft["key"].partition("/")[0])
    if key is None:
        return None
    try:
        return json.loads(unseal(key, b64decode(draft["box"]), draft["key"].encode()))
    except NotAuthentic:
        return None
