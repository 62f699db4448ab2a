"""What can be read in a folder without any key: contents and names of its files, in every usual coding."""

from __future__ import annotations

import base64
import gzip
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SHORTEST = 6
_NO_TEXT = re.compile(r"[0-9a-fA-F-]+|[-0-9:.TZ+/ ]*")
"""Hex, numbers and times: these stand in every sealed file by chance and tell nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """`text` can be read in the file, or in its name."""

    path: Path
    text: str


def readable(folder: Path, texts: Iterable[str]) -> list[Found]:
    """Every place in which one of the texts can be read."""
    wanted = {text: _codings(text) for text in texts if text}
    found = []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder)).encode()
        contents = list(_contents(path.read_bytes())) if path.is_file() else []
        for text, codings in wanted.items():
            if any(coding in place for place in (name.lower(), *contents) for coding in codings):
                found.append(Found(path, text))
    return found


def _contents(data: bytes) -> Iterator[bytes]:
    """The bytes as they are and unpacked, without regard to upper and lower case."""
    yield data.lower()
    for unpack in (gzip.decompress, zlib.decompress):
        try:
            yield unpack(data).lower()
        except (OSError, EOFError, zlib.error):
            continue


def _codings(text: str) -> set[bytes]:
    found = set()
    for form in ("NFC", "NFD"):
        same = unicodedata.normalize(form, text)
        escaped = json.dumps(same)[1:-1]
        for written in (same, same.lower(), same.upper()):
            found |= {written.encode().lower(), written.encode("utf-16-le").lower()}
            found |= {written.encode("utf-16-be").lower(), written.encode().hex().encode()}
        found |= {escaped.encode().lower(), *_base64(same.encode())}
    return found


def _base64(data: bytes) -> Iterator[bytes]:
    """The part of its base64 that is the same wherever the text stands, for each of three shifts."""
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + data)
        inner = coded[(shift * 8 + 5) // 6 : (shift + len(data)) * 8 // 6]
        if len(inner) >= _SHORTEST:
            yield inner.lower()


def texts_of(body: Any) -> Iterator[str]:
    """Every text in a body that says something of the case."""
    if isinstance(body, str):
        if len(body) >= _SHORTEST and not _NO_TEXT.fullmatch(body):
            yield body
    elif isinstance(body, dict):
        for value in body.values():
            yield from texts_of(value)
    elif isinstance(body, list | tuple):
        for value in body:
            yield from texts_of(value)
