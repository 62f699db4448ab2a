"""Entries in, a case out. Same entries in any order of arrival: the same case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC

from app.case.amended import with_amendments
from app.case.model import Case
from app.case.recorders import RECORDERS
from app.case.writing import Writing
from app.entry import Entry


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry once, by the time it was written, then by stream and number."""
    once = {entry.id: entry for entry in entries}
    return sorted(
        once.values(), key=lambda entry: (entry.written_at.astimezone(UTC), entry.stream, entry.seq)
    )


def fold(entries: Iterable[Entry]) -> Case:
    """The case that these entries tell of. Kinds that this version does not know change nothing."""
    ordered = in_order(entries)
    writing = Writing(ordered[0].case if ordered else "")
    for recorded in with_amendments(ordered):
        writing.versions_of(recorded)
        recorder = RECORDERS.get(recorded.entry.kind)
        if recorder:
            recorder(writing, recorded)
    if ordered:
        writing.last_written = max(entry.written_at for entry in ordered)
    return writing.case()
