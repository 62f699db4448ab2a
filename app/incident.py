"""Open an incident, put it right, and record its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app import kinds
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


def put_incident_right(
    book: Notebook, case: str, details: Mapping[str, Any], clears: Sequence[str] = ()
) -> Entry:
    """What was missing at the door, or was wrong."""
    return book.write(case, kinds.INCIDENT_DETAILS, details, clears=clears)


def record_person(
    book: Notebook,
    case: str,
    role: str,
    details: Mapping[str, Any],
    person: str | None = None,
    clears: Sequence[str] = (),
) -> Entry:
    """Somebody in the case, or what is newly known of them. `details` as kinds.PERSON_RECORDED."""
    known = person or new_id(book.clock.now())
    body = {"person": known, "role": role, **details}
    return book.write(case, kinds.PERSON_RECORDED, body, clears=clears)
