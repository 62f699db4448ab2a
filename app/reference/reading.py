"""Which version of the guidance an officer has read. A mark is an entry beside every case: the station counts
by team which version is read, and colleagues are told nothing of an incident by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app import kinds
from app.case.reading import text
from app.entry import NO_CASE, Entry
from app.held import Held
from app.notebook import Notebook

GUIDANCE, ORDERS, DUTIES = "guidance", "orders", "duties"
"""Pages that are read as one; each page of advice goes by advice/ID. DUTIES: before the first incident."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`version` is that of the content which the officer had."""

    page: str
    version: str
    by: str
    at: datetime


def marks(entries: Iterable[Entry]) -> tuple[Mark, ...]:
    """In the order of writing."""
    found = [
        Mark(text(each.body, "page"), each.content_version, each.by, each.written_at)
        for each in entries
        if each.kind == kinds.GUIDANCE_READ
    ]
    return tuple(sorted(found, key=lambda mark: (mark.at, mark.by)))


def newest_mark(entries: Iterable[Entry], page: str, officer: str) -> Mark | None:
    """What this officer marked last of a page; of an older version it is unread again."""
    mine = [mark for mark in marks(entries) if (mark.page, mark.by) == (page, officer)]
    return mine[-1] if mine else None


def mark_read(book: Notebook, known: Iterable[Entry], page: str) -> Entry | Held:
    """Held: state where this version is marked already."""
    mine = newest_mark(known, page, book.officer.number)
    if mine and mine.version == book.content_version:
        return Held(("state",))
    return book.write(NO_CASE, kinds.GUIDANCE_READ, {"page": page})
