"""Amendments laid over what they amend. The original stays first among the versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Version
from app.entry import Entry


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry as it stands: the body of its newest version, and every version, original first."""

    entry: Entry
    body: Mapping[str, Any]
    versions: tuple[Version, ...]

    @property
    def by(self) -> str:
        return self.versions[-1].by

    @property
    def happened_at(self) -> datetime:
        return self.entry.happened_at


def with_amendments(ordered: Sequence[Entry]) -> Iterator[Recorded]:
    """Every entry that is not an amendment, each with the amendments that name it or each other."""
    amendments: dict[str, list[Entry]] = {}
    targets = {entry.id: entry for entry in ordered}
    for entry in ordered:
        if entry.kind == kinds.AMENDED:
            amendments.setdefault(_root(entry, targets), []).append(entry)
    for entry in ordered:
        if entry.kind != kinds.AMENDED:
            yield _standing(entry, amendments.get(entry.id, []))


def _root(amendment: Entry, targets: Mapping[str, Entry]) -> str:
    """The id of the entry that an amendment, or an amendment of it, puts right."""
    seen: set[str] = set()
    of = str(amendment.body.get("of", ""))
    while of in targets and targets[of].kind == kinds.AMENDED and of not in seen:
        seen.add(of)
        of = str(targets[of].body.get("of", ""))
    return of


def _standing(entry: Entry, amendments: Sequence[Entry]) -> Recorded:
    body = dict(entry.body)
    versions = [_version(entry, body, None)]
    for amendment in amendments:
        new = amendment.body.get("new", {})
        body = {**body, **(new if isinstance(new, Mapping) else {})}
        versions.append(_version(amendment, body, str(amendment.body.get("why", ""))))
    return Recorded(entry, body, tuple(versions))


def _version(entry: Entry, body: Mapping[str, Any], why: str | None) -> Version:
    return Version(entry.id, entry.by, entry.happened_at, entry.written_at, dict(body), why)
