"""The bundled wording as it stands in its files, and the sources that ask for it."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache

from app.guidance.load import CONTENT
from app.guidance.tongues import ABOUT
from app.guidance.wording import flat
from tests.packaging.tree import ROOT

FOLDER = CONTENT / "wording" / "en"
READERS = ("app", "views", "sync/station", "main.py")
_DYNAMIC = re.compile(r"^((?:[\w-]+\.)+)$")


@cache
def worded() -> dict[str, str]:
    """Key to words, of every file."""
    files = sorted(path for path in FOLDER.glob("*.toml") if path.name != ABOUT)
    return {key: words for path in files for key, words in flat(tomllib.loads(path.read_text("utf-8")))}


@cache
def texts() -> frozenset[str]:
    """Every text constant of the sources that read wording."""
    return frozenset(
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _trees() -> Iterator[ast.Module]:
    for place in READERS:
        path = ROOT / place
        found = [path] if path.is_file() else sorted(path.rglob("*.py"))
        yield from (ast.parse(each.read_text("utf-8")) for each in found)


@cache
def beginnings() -> frozenset[str]:
    """What stands before the first fact of a key that is put together: f"ui.risk.{grade}"."""
    found = set[str]()
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                match = _DYNAMIC.match(str(node.values[0].value))
                if match:
                    found.add(match[1])
    return frozenset(found)


def templates() -> Iterator[str]:
    """The console's pages, which read words as well."""
    for path in (ROOT / "sync/station/console/templates").glob("*.html"):
        yield path.read_text("utf-8")


def is_read(key: str) -> bool:
    """Whether a source names the key, begins to name it, or names the table that it stands in."""
    whole = key in texts() or any(key in text for text in templates())
    begun = any(key.startswith(beginning) for beginning in beginnings())
    table = key.rpartition(".")[0]
    return whole or begun or table in texts()
