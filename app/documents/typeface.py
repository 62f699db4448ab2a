"""The typeface that documents bring along: the app's own, embedded, so that nothing is fetched.

Danger: a character that it lacks would be drawn as an empty box, and evidence would be lost without a
word. Such a character stands as its code instead, so that nothing that was written is missing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"
REGULAR, BOLD = _FOLDER / "AHN-400.ttf", _FOLDER / "AHN-700.ttf"
_SPACES = {"\t": "    ", "\r": "", "\u00ad": ""}


@cache
def drawn() -> frozenset[str]:
    """Every character that both weights have."""
    return frozenset(widths(REGULAR)) & frozenset(widths(BOLD))


@cache
def widths(path: Path) -> Mapping[str, float]:
    """How wide each character is, in sizes of its letters."""
    font: Any = TTFont(path)
    advance, whole = font["hmtx"], font["head"].unitsPerEm
    return {chr(code): advance[name][0] / whole for code, name in font["cmap"].getBestCmap().items()}


def legible(text: str) -> str:
    """The text in characters that can be drawn. Accents are joined to their letter; a character that the
    typeface lacks stands as [U+1F600]; line ends stay."""
    joined = unicodedata.normalize("NFC", text)
    return "".join(map(_legible, joined))


def _legible(letter: str) -> str:
    if letter == "\n" or (letter in drawn() and letter.isprintable()):
        return letter
    if letter in _SPACES:
        return _SPACES[letter]
    return " " if letter.isspace() else f"[U+{ord(letter):04X}]"
