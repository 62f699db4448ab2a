"""Helplines as content/helplines.toml has them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).resolve().parents[1] / "content" / "helplines.toml"


@dataclass(frozen=True, slots=True)
class Helpline:
    """`number` is digits as they are dialled. `checked` is None where there is nothing to check."""

    id: str
    number: str
    checked: date | None = None

    @property
    def shown(self) -> str:
        """'0808 2000 247' for 08082000247; a short number as it is."""
        return " ".join(_groups(self.number)) if len(self.number) == 11 else self.number

    @property
    def address(self) -> str:
        """What the phone is asked to ring: the number and nothing else, so that nothing of a record can
        be in it."""
        return f"tel:{self.number}"


def _groups(number: str) -> tuple[str, ...]:
    """As both helplines print theirs."""
    split = (4, 7) if number[4:7] == "802" else (4, 8)
    return number[: split[0]], number[split[0] : split[1]], number[split[1] :]


@cache
def helplines() -> tuple[Helpline, ...]:
    """As bundled."""
    return read_helplines(_FILE.read_text("utf-8"))


def read_helplines(toml: str) -> tuple[Helpline, ...]:
    """ValueError, KeyError or TypeError when it is not in the form of helplines.toml."""
    return tuple(_helpline(name, row) for name, row in tomllib.loads(toml).items())


def _helpline(name: str, row: dict[str, Any]) -> Helpline:
    found = Helpline(name, **row)
    if not found.number.isdigit() or not isinstance(found.checked, date | None):
        raise ValueError(f"'{name}' has a number with more than digits, or no day on which it was checked")
    return found
