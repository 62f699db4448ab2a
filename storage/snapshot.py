"""A sealed copy of the read model, for a fast unlock. Never the truth: a bad one is ignored.

Its key hangs on the keyring's secret too, which is replaced at each shredding: an older copy of a case
that is gone cannot be read out of it.
"""

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
from storage.tables import settle

NAME = "snapshot"
TAIL = 500
"""Frames after the snapshot above which a new one is worth writing."""


class Shelf:
    """Where the snapshots of one log are: `data_key` and the keyring's `secret` seal them."""

    def __init__(self, folder: Path, data_key: bytes, secret: bytes, log_id: bytes) -> None:
        self._path, self._log_id = folder / NAME, log_id
        self._key = derive(data_key + secret, log_id, b"snapshot")

    def _place(self, where: Place) -> bytes:
        return b"snapshot" + self._log_id + f"{where.end} {where.number} ".encode() + where.tag

    def write(self, where: Place, state: dict[str, Any], engine: Engine) -> None:
        """Bound to the log and to the frame that it was made after. OSError leaves the old one."""
        content = json.dumps(state).encode() + b"\n" + zlib.compress(_serialize(engine), 1)
        box = seal(self._key, content, self._place(where))
        clear = json.dumps({"end": where.end, "number": where.number, "tag": where.tag.hex()}).encode()
        replace_file(self._path, clear + b"\n" + box)

    def read(self) -> tuple[Place, dict[str, Any], bytes] | None:
        """Where it stands, its state and the database; None when there is none that can be used."""
        try:
            clear, _, box = self._path.read_bytes().partition(b"\n")
            named = json.loads(clear)
            where = Place(int(named["end"]), int(named["number"]), bytes.fromhex(named["tag"]))
            plain = unseal(self._key, box, self._place(where))
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
    settle(engine)
