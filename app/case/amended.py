"""Amendments laid over what they amend. The original stays first among the versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import kinds
from app.case.apart import CLOCK_FACTS, as_left, merged, stands
from app.case.reading import mapping, moment, text
from app.case.version import Version
from app.entry import Entry

__all__ = ["Recorded", "amendments_of", "merged", "with_amendments"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry as it stands (app.case.apart where corrections were made apart), and every version, each as
    its author left it, original first."""

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
    amendments = amendments_of(ordered)
    for entry in ordered:
        if entry.kind != kinds.AMENDED:
            yield _standing(entry, amendments.get(entry.id, []))


def amendments_of(ordered: Sequence[Entry]) -> dict[str, list[Entry]]:
    """By the id of the entry that they put right, in the order given."""
    amendments: dict[str, list[Entry]] = {}
    targets = {entry.id: entry for entry in ordered}
    for entry in ordered:
        if entry.kind == kinds.AMENDED:
            amendments.setdefault(_root(entry, targets), []).append(entry)
    return amendments


def _root(amendment: Entry, targets: Mapping[str, Entry]) -> str:
    """The id of the entry that an amendment, or an amendment of it, puts right."""
    seen: set[str] = set()
    of = str(amendment.body.get("of", ""))
    while of in targets and targets[of].kind == kinds.AMENDED and of not in seen:
        seen.add(of)
        of = str(targets[of].body.get("of", ""))
    return of


def _standing(entry: Entry, amendments: Sequence[Entry]) -> Recorded:
    versions = [_version(entry, entry.body, None, entry.kind)]
    body: Mapping[str, Any] = entry.body
    for amendment in amendments:
        body = merged(body, mapping(amendment.body, "new"))
        left = as_left(entry, amendments, amendment) if entry.kind in CLOCK_FACTS else body
        versions.append(_version(amendment, left, text(amendment.body, "why"), entry.kind))
    stood = stands(entry, amendments) if entry.kind in CLOCK_FACTS else dict(body)
    return Recorded(entry, stood, tuple(versions))


def _version(entry: Entry, body: Mapping[str, Any], why: str | None, kind: str) -> Version:
    return Version(entry.id, entry.by, entry.happened_at, entry.written_at, dict(body), why, kind)
