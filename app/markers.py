"""Markers of the force on an incident: set by a supervisor, from recorded facts, with the fact named."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from app import kinds
from app.case.model import Case
from app.case.reading import text, truth
from app.entry import Entry
from app.held import Held, is_supervisor
from app.notebook import Notebook

_FILE = Path(__file__).resolve().parent / "content" / "markers.toml"
VAWG = "vawg"


@cache
def used() -> tuple[str, ...]:
    """Those that this force uses."""
    known = tomllib.loads(_FILE.read_text("utf-8"))["marker"]
    return tuple(name for name, row in known.items() if row["used"] is True)


def marked(case: Case, marker: str) -> Entry | None:
    """The entry by which it stands; None where it was never set, or taken off again. Only the station's own
    stream sets one: there somebody's rank is known."""
    told = [
        entry
        for entry in case.entries
        if entry.kind == kinds.CASE_MARKED and entry.of_station and text(entry.body, "marker") == marker
    ]
    return told[-1] if told and truth(told[-1].body, "stands") else None


def mark(book: Notebook, case: Case, marker: str, stands: bool, why: str) -> Entry | Held:
    """Held: mark-rank below sergeant; mark-unused where the force uses no such marker; mark-why where no fact
    is named; mark-same where it stands so already."""
    because = [
        *([] if is_supervisor(book.officer.rank) else ["mark-rank"]),
        *([] if marker in used() else ["mark-unused"]),
        *([] if why.strip() else ["mark-why"]),
        *(["mark-same"] if bool(marked(case, marker)) == stands else []),
    ]
    if because:
        return Held(tuple(because))
    body = {"marker": marker, "stands": stands, "why": why.strip()}
    return book.write(case.id, kinds.CASE_MARKED, body)
