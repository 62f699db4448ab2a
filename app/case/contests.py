"""Collects the values of the conflict class while a case is folded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from app.case.amended import Recorded
from app.case.contested import Protective, settle
from app.case.model import Contested, Value
from app.case.reading import day, days, text, texts, truth
from app.case.risk import protective as by_grade


class Contests:
    """Values by what they are about, in the order of writing."""

    def __init__(self) -> None:
        self._values: dict[str, list[tuple[str, Value]]] = {}

    def add(self, about: str, recorded: Recorded, value: Mapping[str, Any]) -> None:
        """A value. Without a word on what it replaces, it replaces the last of the same stream."""
        entry, known = recorded.entry, self._values.setdefault(about, [])
        mine = next((old.entry for stream, old in reversed(known) if stream == entry.stream), None)
        named = text(recorded.body, "replaces") or None if "replaces" in recorded.body else mine
        resolves = texts(recorded.body, "resolves")
        known.append(
            (entry.stream, Value(entry.id, dict(value), entry.by, recorded.happened_at, named, resolves))
        )

    def address(self, about: str, recorded: Recorded) -> None:
        """An address, where the entry tells of one. What it leaves unsaid stays as it was."""
        said = {key: recorded.body[key] for key in ("address", "undisclosed") if key in recorded.body}
        if not said:
            return
        before = self._values.get(about)
        was = before[-1][1].value if before else {}
        full = {**was, **said}
        self.add(
            about, recorded, {"address": text(full, "address"), "undisclosed": truth(full, "undisclosed")}
        )

    def settled(self) -> dict[str, Contested]:
        return {
            about: settle([value for _, value in values], _protective(about))
            for about, values in self._values.items()
        }


def _protective(about: str) -> Protective:
    if about == "risk_grade":
        return by_grade
    if about == "order":
        return _longer
    return _undisclosed if about.startswith("address") else _fewer_channels


def _undisclosed(value: Value) -> float:
    return 1 if truth(value.value, "undisclosed") else 0


def _fewer_channels(value: Value) -> float:
    """Channels as a list, or as one text that names them with commas or semicolons between."""
    listed = texts(value.value, "channels")
    named = [part for part in text(value.value, "answer").replace(";", ",").split(",") if part.strip()]
    return -float(len(listed or named))


def _longer(value: Value) -> float:
    """The order that protects longer, and of those the one with more terms."""
    made, length = day(value.value, "made_at"), days(value.value, "days")
    last = made + timedelta(length - 1) if made and length else None
    return (last.toordinal() if last else 0) + len(texts(value.value, "terms")) / 100
