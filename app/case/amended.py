"""Amendments laid over what they amend. The original stays first among the versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.case.reading import mapping, moment, text
from app.case.version import Version
from app.entry import Entry


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry as it stands: the body of its newest version, and every version, original first."""

    entry: Entry
    body: Mapping[str, Any]
    versions: tuple[Version, ...]

    @property
    def by(self) -> str:
        """Who answers for it as it now stands."""
        return self.versions[-1].by

    @property
    def happened_at(self) -> datetime:
        """When it happened; an amendment may put that right."""
        return moment(self.body, "happened_at") or self.entry.happened_at

    @property
    def newest(self) -> Version:
        return self.versions[-1]


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
    versions = [_version(entry, body, None, entry.kind)]
    for amendment in amendments:
        body = merged(body, mapping(amendment.body, "new"))
        versions.append(_version(amendment, body, text(amendment.body, "why"), entry.kind))
    return Recorded(entry, body, tuple(versions))


def merged(body: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """`body` with the fields of `new`. A field that holds fields is merged, so the rest of it stays."""
    both = dict(body)
    for key, value in new.items():
        before = both.get(key)
        both[key] = (
            merged(before, value) if isinstance(before, Mapping) and isinstance(value, Mapping) else value
        )
    return both


def _version(entry: Entry, body: Mapping[str, Any], why: str | None, kind: str) -> Version:
    return Version(entry.id, entry.by, entry.happened_at, entry.written_at, dict(body), why, kind)
