"""Who the case is about, and who owns it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app import kinds
from app.case.amended import Recorded
from app.case.model import Answer, Person
from app.case.writing import Writing, text

_DETAILS = (
    "language", "interpreter", "needs", "school", "carer", "visits", "safe_times", "codeword",
)  # fmt: skip


def _person(writing: Writing, recorded: Recorded) -> None:
    body = recorded.body
    person = text(body, "person") or recorded.entry.id
    before = writing.people.get(person)
    resident = body.get("resident")
    writing.people[person] = Person(
        id=person,
        role=text(body, "role") or (before.role if before else "other"),
        name=text(body, "name"),
        dob=birthday(text(body, "dob")),
        phone=text(body, "phone"),
        address=text(body, "address"),
        undisclosed=bool(body.get("undisclosed")),
        relationship=text(body, "relationship"),
        resident=resident if isinstance(resident, bool) else None,
        details={key: text(body, key) for key in _DETAILS if body.get(key)},
        versions=(before.versions if before else ()) + recorded.versions,
    )


def birthday(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _moved(writing: Writing, recorded: Recorded) -> None:
    """The victim moves. An undisclosed address stands before a disclosed one, never after."""
    victim = next((each for each in writing.people.values() if each.role == "victim"), None)
    if victim:
        writing.people[victim.id] = replace(
            victim,
            address=text(recorded.body, "address"),
            undisclosed=bool(recorded.body.get("undisclosed")),
            phone=text(recorded.body, "phone") or victim.phone,
            versions=victim.versions + recorded.versions,
        )
    writing.log.append(recorded)


def owns(writing: Writing, answer: Answer) -> None:
    """Answers that say who owns risk and plan, or who keeps the victim informed."""
    if answer.answer != "done":
        return
    named = text(answer.details, "owner") or text(answer.details, "who")
    if answer.item in ("own-now", "risk-owner") and named:
        writing.ownership = replace(
            writing.ownership, owner=named, owner_since=answer.happened_at, offered_to=""
        )
    if answer.item == "own-informs" and named:
        writing.ownership = replace(writing.ownership, informs=named)


def _offered(writing: Writing, recorded: Recorded) -> None:
    """An offer moves nothing: until it is accepted the owner stays the owner."""
    writing.ownership = replace(
        writing.ownership,
        owner=writing.ownership.owner or recorded.entry.by,
        offered_to=text(recorded.body, "to"),
        offer_entry=recorded.entry.id,
    )


def _accepted(writing: Writing, recorded: Recorded) -> None:
    writing.ownership = replace(
        writing.ownership,
        owner=recorded.entry.by,
        owner_since=recorded.happened_at,
        offered_to="",
        accepted_entry=recorded.entry.id,
    )


RECORDERS = {
    kinds.PERSON_RECORDED: _person,
    kinds.ADDRESS_MOVED: _moved,
    kinds.HANDOVER_OFFERED: _offered,
    kinds.HANDOVER_ACCEPTED: _accepted,
}
