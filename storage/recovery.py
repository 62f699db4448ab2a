"""What the force reads with the private half of its recovery key: a vault without PIN and keystore.

    python -m storage.recovery VAULT PRIVATE > entries.jsonl

VAULT is one folder below `vaults` of a handset's data; PRIVATE a file with the key, 32 bytes or 64 hex
digits. Run it on an offline machine: what it writes is in clear.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.entry import Entry, canonical, to_json
from app.ports import JournalDamaged
from storage.escrow import open_escrow
from storage.frame import unpack, unwrap, unwrap_draft
from storage.keyring import ForceRing
from storage.opening import JOURNAL
from storage.sealed_log import SealedLog
from storage.sealing import KEY, NotAuthentic


class CannotRecover(Exception):
    """The key is not the one that it was sealed to, or a file is missing or damaged. A sentence."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """Every entry and the newest of each draft; `missing` holds the numbers of frames that were lost."""

    entries: tuple[Entry, ...]
    drafts: dict[str, Any]
    missing: tuple[int, ...]


def recover(vault: Path, private: bytes) -> Recovered:
    """Nothing in the folder is changed. CannotRecover."""
    try:
        data_key = _data_key(vault, private)
        ring = ForceRing(vault, data_key, private)
        log = SealedLog(vault / JOURNAL, data_key)
    except (NotAuthentic, ValueError, KeyError, TypeError):
        raise CannotRecover("This key does not open this vault.") from None
    except (OSError, JournalDamaged):
        raise CannotRecover("The vault's files are missing or damaged.") from None
    try:
        frames = dict(sorted(log.salvage()))
    finally:
        log.close()
    missing = tuple(number for number in range(1, max(frames, default=0)) if number not in frames)
    return _read(frames, ring, missing)


def _data_key(vault: Path, private: bytes) -> bytes:
    kept = json.loads((vault / "key.json").read_text("utf-8"))
    return open_escrow(private, bytes.fromhex(kept["escrow"]), f"vault {kept['vault']}".encode())


def _read(frames: dict[int, bytes], ring: ForceRing, missing: tuple[int, ...]) -> Recovered:
    entries: list[Entry] = []
    drafts: dict[str, Any] = {}
    for plain in frames.values():
        frame = unpack(plain)
        entries += unwrap([*frame.get("own", []), *frame.get("received", [])], ring)
        if "draft" in frame:
            drafts[frame["draft"]["key"]] = unwrap_draft(frame["draft"], ring)
        for key in frame.get("drop", []):
            drafts.pop(key, None)
    return Recovered(tuple(entries), drafts, missing)


def _key(content: bytes) -> bytes:
    """ValueError for what is no key."""
    key = content if len(content) == KEY else bytes.fromhex(content.decode("ascii").strip())
    if len(key) != KEY:
        raise ValueError("not a key")
    return key


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m storage.recovery")
    parser.add_argument("vault", type=Path)
    parser.add_argument("private", type=Path)
    asked = parser.parse_args(words)
    try:
        private = _key(asked.private.read_bytes())
        found = recover(asked.vault, private)
    except (OSError, ValueError):
        sys.stderr.write("The private key cannot be read: its file holds 32 bytes or 64 hex digits.\n")
        return 2
    except CannotRecover as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    for entry in found.entries:
        sys.stdout.write(canonical(to_json(entry)).decode() + "\n")
    for key, value in found.drafts.items():
        sys.stdout.write(canonical({"draft": key, "value": value}).decode() + "\n")
    drafts, lost = len(found.drafts), ", ".join(map(str, found.missing)) or "none"
    sys.stderr.write(f"{len(found.entries)} entries, {drafts} drafts. Frames lost: {lost}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
