"""Two officers recorded different values apart from each other. A supervisor chooses; nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app import kinds
from app.case.model import Case, Value
from app.entry import Entry
from app.held import Held, is_supervisor
from app.notebook import Notebook


def unresolved(case: Case) -> dict[str, tuple[Value, ...]]:
    """What still stands against each other, by what it is about; the more protective value first."""
    return {about: known.conflict for about, known in case.contested.items() if known.unresolved}


def resolve_conflict(
    book: Notebook, case: Case, chosen: str, why: str, clears: Sequence[str] = ()
) -> Entry | Held:
    """The value of entry `chosen` stands from now on. Held: rank, reason, or state where that entry is
    in no open conflict."""
    if not is_supervisor(book.officer.rank):
        return Held(("rank",))
    if not why.strip():
        return Held(("reason",))
    for about, values in unresolved(case).items():
        for value in values:
            if value.entry == chosen:
                kind, body = _decision(about, value)
                settled = {"resolves": [each.entry for each in values], "replaces": None, "reason": why}
                return book.write(case.id, kind, {**body, **settled}, clears=clears)
    return Held(("state",))


def _decision(about: str, value: Value) -> tuple[str, dict[str, Any]]:
    body = dict(value.value)
    if about == "risk_grade":
        return kinds.RISK_GRADED, body
    if about == "order":
        return kinds.ORDER_MADE, body
    if about == "address":
        return kinds.INCIDENT_DETAILS, body
    if about.startswith("address/"):
        return kinds.PERSON_RECORDED, {**body, "person": about.removeprefix("address/")}
    item, _, person = about.partition("/")
    answer = body.pop("answer", "")
    found: dict[str, Any] = {"item": item, "answer": answer, "details": body}
    return kinds.ANSWERED, {**found, "about": person} if person else found
