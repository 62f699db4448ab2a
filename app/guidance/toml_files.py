"""A file of content, read or named as what cannot be read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from app.guidance.stanza import MalformedContent


def read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError:
        raise MalformedContent(path.name, "the file is missing; install Doorstep again") from None
    except (ValueError, RecursionError):
        raise MalformedContent(path.name, "this is not TOML; mend it or put the old one back") from None
