"""What a vault remembers of its enrolment: sealed under the data key, and officers as marks."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from app.ports import Enrolment, Keystore, Officer, StreamKeys
from storage.keys import new_secret
from storage.sealing import derive, seal, unseal

HANDSET = "handset"
"""Name of the secret that officer numbers are hashed with."""


def seal_enrolment(data_key: bytes, vault: str, enrolment: Enrolment, held: StreamKeys) -> str:
    """In hex. The lease secret is not in it: the keystore has that, until it is over."""
    told = asdict(enrolment)
    told.pop("lease_secret")
    told["lease_ends"] = enrolment.lease_ends.isoformat()
    plain = json.dumps({"enrolment": told, "stream_private": held.stream_private}).encode()
    return seal(_key(data_key), plain, vault.encode()).hex()


def open_enrolment(data_key: bytes, vault: str, sealed: str, ends: datetime | None) -> tuple[Enrolment, str]:
    """The enrolment and the stream's private key. `ends`: the lease's end as it now stands.
    NotAuthentic, ValueError for what was not sealed here."""
    kept: dict[str, Any] = json.loads(unseal(_key(data_key), bytes.fromhex(sealed), vault.encode()))
    told = kept["enrolment"]
    first = datetime.fromisoformat(str(told.pop("lease_ends")))
    officer = Officer(**told.pop("officer"))
    enrolment = Enrolment(officer=officer, lease_secret="", lease_ends=ends or first, **told)
    return enrolment, str(kept["stream_private"])


def _key(data_key: bytes) -> bytes:
    return derive(data_key, b"", b"enrolment")


def mark_of(keystore: Keystore, number: str) -> str:
    """An officer number as a keyed hash: the folder never tells who is enrolled. Empty while nobody is."""
    secret = keystore.get(HANDSET)
    return derive(bytes.fromhex(secret), number.encode(), b"officer").hex() if secret else ""


def first_mark_of(keystore: Keystore, number: str) -> str:
    """The same; the secret is made with the first enrolment."""
    if keystore.get(HANDSET) is None:
        keystore.set(HANDSET, new_secret().hex())
    return mark_of(keystore, number)
