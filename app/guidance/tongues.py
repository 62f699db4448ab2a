"""The languages that the wording is there in: a folder with a language.toml is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.guidance.stanza import Stanza
from app.guidance.toml_files import read_toml

ABOUT = "language.toml"
_KNOWN = frozenset({"name", "draft", "note"})


@dataclass(frozen=True, slots=True)
class Tongue:
    """`name` in the language itself. `draft`: no professional translator has approved it yet, as `note`
    tells. `words` are whole: what it lacks is there in English."""

    id: str
    name: str
    draft: bool = False
    note: str = ""
    words: Mapping[str, str] = field(default_factory=dict, repr=False)


def languages(wording: Path) -> tuple[Tongue, ...]:
    """Every language of a wording folder, without its words, by id. MalformedContent."""
    return tuple(tongue(path.parent) for path in sorted(wording.glob(f"*/{ABOUT}")))


def tongue(folder: Path) -> Tongue:
    """What its language.toml says; a folder without one is a language that has no other name."""
    if not (folder / ABOUT).is_file():
        return Tongue(folder.name, folder.name)
    told = Stanza(f"{folder.name}/{ABOUT}", read_toml(folder / ABOUT))
    told.only(_KNOWN)
    return Tongue(folder.name, told.needed("name"), told.truth("draft", True), told.text("note"))
