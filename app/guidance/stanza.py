"""One table of content, read strictly: each value is of its kind, or the file and stanza are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class MalformedContent(Exception):
    """`where` names file and stanza, `what` says what is wrong and what to do."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where, self.what = where, what


class Stanza:
    """A table with its place: "dvpn.toml [dv-age]"."""

    def __init__(self, where: str, told: object) -> None:
        if not isinstance(told, Mapping):
            raise MalformedContent(where, "is a single value; write it as a table in square brackets")
        self.where = where
        self._told: Mapping[str, Any] = told

    def only(self, known: frozenset[str]) -> None:
        """MalformedContent for a key that nobody reads: a misspelt one would be lost in silence."""
        unknown = sorted(set(self._told) - known)
        if unknown:
            raise self.wrong(f"'{unknown[0]}' is not known; mend its spelling or take it out")

    def wrong(self, what: str) -> MalformedContent:
        return MalformedContent(self.where, what)

    def text(self, key: str, instead: str = "") -> str:
        found = self._told.get(key, instead)
        if not isinstance(found, str):
            raise self.wrong(f"'{key}' is not a text; put it in quotes")
        return found

    def needed(self, key: str) -> str:
        found = self._told.get(key)
        if found is None or found == "":
            raise self.wrong(f"'{key}' is missing; add it")
        return str(found)

    def truth(self, key: str, instead: bool) -> bool:
        found = self._told.get(key, instead)
        if not isinstance(found, bool):
            raise self.wrong(f"'{key}' is neither true nor false; write one of them")
        return found

    def texts(self, key: str, instead: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of different texts."""
        found = self._told.get(key, instead)
        if not isinstance(found, list | tuple) or not all(isinstance(each, str) and each for each in found):
            raise self.wrong(f"'{key}' is not a list of texts; write it in square brackets")
        twice = next((each for each in found if found.count(each) > 1), None)
        if twice is not None:
            raise self.wrong(f"'{twice}' stands twice in '{key}'; keep one")
        return tuple(found)

    def lists(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """A table of lists: {item = ["answer"]}."""
        inner = Stanza(f"{self.where} '{key}'", self._told.get(key, {}))
        return {str(name): inner.texts(name) for name in inner._told}

    def all(self) -> tuple[tuple[str, str], ...]:
        """Every key of a table of texts, with its text."""
        return tuple((str(name), self.needed(str(name))) for name in self._told)

    def below(self, key: str) -> Stanza | None:
        """The table under a key; None where there is none."""
        return Stanza(f"{self.where} '{key}'", self._told[key]) if key in self._told else None
