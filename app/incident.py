"""Open an incident, put it right, and record its people and where they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app import kinds
from app.case.model import Case
from app.entry import Entry
from app.ids import new_id
from app.notebook import Notebook


def open_incident(
    book: Notebook,
    ref: str,
    report_at: datetime | None = None,
    details: Mapping[str, Any] | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """A new case. Only the reference is needed at the door; `details` as kinds.INCIDENT_OPENED."""
    body: dict[str, Any] = {"ref": ref.strip(), **(details or {})}
    if report_at:
        body["report_at"] = report_at.isoformat()
    return book.write(book.new_case(), kinds.INCIDENT_OPENED, body, report_at, clears)


def put_right_incident(
    book: Notebook, case: Case, details: Mapping[str, Any], clears: Sequence[str] = ()
) -> Entry:
    """What was missing at the door, or was wrong; shape in kinds.INCIDENT_DETAILS."""
    body = _naming(case, "address", details)
    return book.write(case.id, kinds.INCIDENT_DETAILS, body, clears=clears)


def record_person(
    book: Notebook, case: Case, details: Mapping[str, Any], clears: Sequence[str] = ()
) -> Entry:
    """Somebody in the case, or what is newly known of them; shape in kinds.PERSON_RECORDED.

    Without a `person` it is somebody new. What is left out stays as it was known.
    """
    person = str(details.get("person") or new_id(book.clock.now()))
    body = _naming(case, f"address/{person}", {**details, "person": person})
    return book.write(case.id, kinds.PERSON_RECORDED, body, clears=clears)


def move_address(
    book: Notebook,
    case: Case,
    details: Mapping[str, Any],
    happened_at: datetime | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """The victim, or the `person` named, lives elsewhere now; shape in kinds.ADDRESS_MOVED."""
    victim = case.person("victim")
    person = str(details.get("person") or (victim.id if victim else ""))
    body = {**details, "person": person} if person else details
    body = _naming(case, f"address/{person}", body)
    return book.write(case.id, kinds.ADDRESS_MOVED, body, happened_at, clears)


def _naming(case: Case, about: str, details: Mapping[str, Any]) -> dict[str, Any]:
    """The details with the id of the address that they replace, where they tell of an address."""
    known = case.contested.get(about)
    standing = known.standing.entry if known and known.standing else None
    says = "address" in details or "undisclosed" in details
    return {**({"replaces": standing} if says else {}), **details}
