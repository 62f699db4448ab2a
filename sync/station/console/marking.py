"""The force's own marker on an incident, set and taken off with the fact that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.case import Case
from app.markers import VAWG, mark, marked, used
from sync.station.accounts import SignedIn
from sync.station.console.acts import Act, Work, supervises
from sync.station.console.telling import Telling
from sync.station.console.typed import Reader


def _read(reader: Reader, case: Case) -> Work:
    """The form turns it round: what stands is taken off, what does not is set."""
    stands = reader.chosen("stands", ("yes", "no"), "mark-choice") == "yes"
    why = reader.text("why", "mark-why")
    return lambda book, case, ranks: mark(book, case, VAWG, stands, why)


def _facts(telling: Telling, case: Case) -> Mapping[str, Any]:
    return {"stands": bool(marked(case, VAWG))}


def mark_ways(who: SignedIn, case: Case) -> Iterator[tuple[str, str]]:
    if who.supervises and VAWG in used():
        yield "marker", "incident"


ACTS = (
    Act(
        "marker", supervises, _read, back="incident", facts=_facts,
        fields={"mark-same": "stands-1", "mark-why": "why"},
    ),
)  # fmt: skip
