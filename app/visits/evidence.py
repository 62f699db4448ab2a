"""References to the force's evidence system. No file enters the phone; the hash it shows does."""

from __future__ import annotations

import re

NAMES = ("bwv", "exhibits", "file_ref", "file_sha256")
HASH = "file_sha256"
_SHA256 = re.compile(r"[0-9a-f]{64}")


def plain_hash(typed: str) -> str:
    """As the lower-case digits that it is, however it was typed."""
    return re.sub(r"[\s:-]", "", typed).lower()


def is_sha256(typed: str) -> bool:
    """64 digits of 0-9 and a-f."""
    return _SHA256.fullmatch(plain_hash(typed)) is not None
