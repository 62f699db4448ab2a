"""Entries in, a case out. Same entries in any order of arrival: the same case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from app.case.amended import with_amendments
from app.case.model import Case
from app.case.recorders import RECORDERS
from app.case.writing import Writing
from app.entry import Entry


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry once, by the instant it was written, then by stream and number."""
    once: dict[str, Entry] = {}
    for entry in sorted(entries, key=_order):
        once.setdefault(entry.id, entry)
    return list(once.values())


def _order(entry: Entry) -> tuple[datetime, str, int]:
    return entry.written_at.astimezone(UTC), entry.stream, entry.seq


def fold(entries: Iterable[Entry]) -> Case:
    """The case that these entries tell of. Kinds that this version does not know change nothing."""
    ordered = in_order(entries)
    writing = Writing(ordered[0].case if ordered else "")
    for recorded in with_amendments(ordered):
        if len(recorded.versions) > 1:
            writing.versions[recorded.entry.id] = recorded.versions
        recorder = RECORDERS.get(recorded.entry.kind)
        if recorder:
            recorder(writing, recorded)
    return writing.case(ordered)
