"""Who the case is about: what is known of each person, and where each of them may be found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.case.amended import Recorded
from app.case.contests import Contests
from app.case.model import Contested, Person, Version
from app.case.reading import day_of, mapping, text, truth

_PLAIN = ("person", "role", "name", "dob", "phone", "address", "undisclosed", "relationship", "resident")
_BOOKKEEPING = (
    "replaces", "resolves", "details", "new_force", "new_area", "may_know", "staying_with", "event_at",
    "late_entry",
)  # fmt: skip


class Register:
    """People as the entries tell of them. A later entry adds to what is known and takes nothing away."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Any]] = {}
        self._versions: dict[str, tuple[Version, ...]] = {}
        self._waiting: list[Recorded] = []

    def record(self, recorded: Recorded, contests: Contests) -> None:
        person = text(recorded.body, "person") or recorded.entry.id
        self._learn(person, recorded, contests)

    def move(self, recorded: Recorded, contests: Contests) -> None:
        """The person named, or else the victim, lives elsewhere now."""
        person = text(recorded.body, "person") or self.victim
        if person:
            self._learn(person, recorded, contests)
        else:
            self._waiting.append(recorded)

    def close(self, contests: Contests) -> None:
        """A move may have been written before this phone knew who the victim is."""
        waiting, self._waiting = self._waiting, []
        for recorded in waiting:
            self.move(recorded, contests)

    @property
    def victim(self) -> str:
        return next((key for key, known in self._known.items() if known.get("role") == "victim"), "")

    def _learn(self, person: str, recorded: Recorded, contests: Contests) -> None:
        before = self._known.get(person, {})
        fresh = {**recorded.body, **mapping(recorded.body, "details")}
        self._known[person] = {**before, **fresh}
        self._versions[person] = self._versions.get(person, ()) + recorded.versions
        contests.address(f"address/{person}", recorded)

    def people(self, contested: Mapping[str, Contested]) -> tuple[Person, ...]:
        return tuple(
            _person(key, known, contested.get(f"address/{key}"), self._versions[key])
            for key, known in self._known.items()
        )


def _person(
    key: str, known: Mapping[str, Any], where: Contested | None, versions: tuple[Version, ...]
) -> Person:
    resident = known.get("resident")
    address, undisclosed = standing_address(where)
    return Person(
        id=key,
        role=text(known, "role") or "other",
        name=text(known, "name"),
        dob=day_of(text(known, "dob")),
        phone=text(known, "phone"),
        address=address,
        undisclosed=undisclosed,
        relationship=text(known, "relationship"),
        resident=resident if isinstance(resident, bool) else None,
        details={
            name: str(value)
            for name, value in known.items()
            if name not in _PLAIN and name not in _BOOKKEEPING and value not in (None, "")
        },
        versions=versions,
    )


def standing_address(where: Contested | None) -> tuple[str, bool]:
    """The address that stands and whether it is undisclosed: it is, while any open one is."""
    if where is None or where.standing is None:
        return "", False
    return text(where.standing.value, "address"), any(
        truth(value.value, "undisclosed") for value in where.open
    )
