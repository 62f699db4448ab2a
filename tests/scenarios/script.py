"""A scenario as it is played: officers, people, steps in order, and what must then be true."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One act of one officer on one device. `item`, `reason` and `note` are empty where absent."""

    number: int
    at: datetime
    by: str
    device: str
    online: bool
    do: str
    item: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    note: str = ""

    def moment(self, key: str) -> datetime | None:
        """The time under `key` of the value, or None."""
        told = self.value.get(key)
        return datetime.fromisoformat(told) if told else None

    def text(self, key: str) -> str:
        told = self.value.get(key)
        return "" if told is None else str(told)


@dataclass(frozen=True, slots=True)
class Expectation:
    """Facts after step `step`, or with the clock at `time`; exactly one of the two is set."""

    number: int
    step: int | None
    time: datetime | None
    what: str
    check: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Script:
    """A whole file."""

    id: str
    title: str
    officers: tuple[Mapping[str, str], ...]
    people: tuple[Mapping[str, Any], ...]
    steps: tuple[Step, ...]
    expectations: tuple[Expectation, ...]


def read(path: Path) -> Any:
    """The JSON of a file. OSError or ValueError when it is not there or not JSON."""
    return json.loads(path.read_text("utf-8"))


def script(told: Mapping[str, Any]) -> Script:
    """The scenario of a file that `validation.sentences` found nothing against."""
    return Script(
        id=told["id"],
        title=told["title"],
        officers=tuple(told["officers"]),
        people=tuple(told.get("people", ())),
        steps=tuple(_step(number, step) for number, step in enumerate(told["steps"])),
        expectations=tuple(_expectation(number, each) for number, each in enumerate(told["expect"])),
    )


def _step(number: int, told: Mapping[str, Any]) -> Step:
    rest = {key: told[key] for key in ("item", "reason", "note") if told.get(key)}
    return Step(
        number=number,
        at=datetime.fromisoformat(told["at"]),
        by=told["by"],
        device=told["device"],
        online=told["online"],
        do=told["do"],
        value=told.get("value") or {},
        **rest,
    )


def _expectation(number: int, told: Mapping[str, Any]) -> Expectation:
    at = told["at"]
    after = at if isinstance(at, int) else None
    time = None if isinstance(at, int) else datetime.fromisoformat(at)
    return Expectation(number, after, time, told["what"], told["check"])
