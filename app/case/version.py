"""One version of something recorded, and a value that two officers may set apart from each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Version:
    """One version of something recorded. The first is the original; none is ever removed.

    `entry` is the id of the entry that holds this version, `body` the whole body as it then stood,
    `why` the reason that an amendment gave, `kind` the kind of what was recorded.
    """

    entry: str
    by: str
    happened_at: datetime
    written_at: datetime
    body: Mapping[str, Any]
    why: str | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the conflict class: risk grade, an address, a contact preference, the order.

    `replaces` is the entry of the value that its author knew, None when there was none; `resolves`
    are the entries of a conflict that a person settled with this value.
    """

    entry: str
    value: Mapping[str, Any]
    by: str
    at: datetime
    replaces: str | None = None
    resolves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contested:
    """Every value given, and which stands.

    `open` are the values that nothing has replaced, the more protective first. When they differ they
    are in `conflict` until a person resolves it; afterwards `conflict` holds what was settled and
    `resolved_by` who settled it, as long as that decision stands.
    """

    standing: Value | None = None
    values: tuple[Value, ...] = ()
    open: tuple[Value, ...] = ()
    conflict: tuple[Value, ...] = ()
    resolved_by: str | None = None

    @property
    def unresolved(self) -> bool:
        return bool(self.conflict) and self.resolved_by is None
