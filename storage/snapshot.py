"""A sealed copy of the read model, for a fast unlock. Never the truth: a bad one is ignored."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from storage.durable import replace_file
from storage.sealed_log import Place
from storage.sealing import NotAuthentic, derive, seal, unseal

NAME = "snapshot"
TAIL = 500
"""Frames after the snapshot above which a new one is worth writing."""


def _place(log_id: bytes, where: Place) -> bytes:
    return b"snapshot" + log_id + f"{where.end} {where.number} ".encode() + where.tag


def write_snapshot(
    folder: Path, data_key: bytes, log_id: bytes, where: Place, state: dict[str, Any], engine: Engine
) -> None:
    """Bound to the log and to the frame that it was made after. OSError leaves the old one."""
    kept = {"end": where.end, "number": where.number, "tag": where.tag.hex(), **state}
    head = json.dumps(kept).encode()
    content = head + b"\n" + zlib.compress(_serialize(engine), 1)
    box = seal(derive(data_key, log_id, b"snapshot"), content, _place(log_id, where))
    clear = json.dumps({"end": where.end, "number": where.number, "tag": where.tag.hex()}).encode()
    replace_file(folder / NAME, clear + b"\n" + box)


def read_snapshot(folder: Path, data_key: bytes, log_id: bytes) -> tuple[Place, dict[str, Any], bytes] | None:
    """Where it stands, its state and the database; None when there is none that can be used."""
    try:
        clear, _, box = (folder / NAME).read_bytes().partition(b"\n")
        named = json.loads(clear)
        where = Place(int(named["end"]), int(named["number"]), bytes.fromhex(named["tag"]))
        plain = unseal(derive(data_key, log_id, b"snapshot"), box, _place(log_id, where))
        head, _, database = plain.partition(b"\n")
        return where, json.loads(head), zlib.decompress(database)
    except (OSError, ValueError, KeyError, TypeError, NotAuthentic, zlib.error):
        return None


def _raw(engine: Engine) -> sqlite3.Connection:
    connection = engine.raw_connection()
    raw = connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("the read model is not SQLite")
    return raw


def _serialize(engine: Engine) -> bytes:
    return bytes(_raw(engine).serialize())


def load_database(engine: Engine, database: bytes) -> None:
    _raw(engine).deserialize(database)
