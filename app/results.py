"""What a court can do other than make an order, as data. See content/results.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "content" / "results.toml"
_OUTCOMES = ("", "order_refused", "withdrawn", "not_reached")


@dataclass(frozen=True, slots=True)
class ResultKind:
    """Shape as in app.court.Result. The words of it go by `id`."""

    id: str
    about: str
    outcome: str = ""
    trigger: str = ""


@cache
def result_kinds() -> tuple[ResultKind, ...]:
    """As bundled."""
    return read_result_kinds(_FILE.read_text("utf-8"))


def read_result_kinds(toml: str) -> tuple[ResultKind, ...]:
    """In results.toml's form. ValueError, KeyError or TypeError when it is not one."""
    found = tuple(ResultKind(**row) for row in tomllib.loads(toml)["result"])
    for each in found:
        if each.about not in ("application", "breach") or each.outcome not in _OUTCOMES:
            raise ValueError(f"the result '{each.id}' names something that is not known")
    return found
