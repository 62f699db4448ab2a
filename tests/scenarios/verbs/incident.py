"""Open an incident with the people in it, and move the victim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.case.model import Case
from app.entry import Entry
from app.incident import move_address, open_incident, record_person
from tests.scenarios.outcome import Outcome, Taken
from tests.scenarios.story import Act

_ADULT_FIELDS = ("dob_claimed", "new_address", "new_phone", "new_school")
"""Not of the first minute: what is claimed stands in for what is known, the rest comes with the move."""


def opening(act: Act) -> Outcome:
    """The record and every adult of the file. Children are recorded when `kid-details` names them."""
    step, people = act.step, act.story.script.people
    victim: Mapping[str, Any] = next((each for each in people if each["role"] == "victim"), {})
    told = {key: step.value[key] for key in ("call", "linked_to") if step.value.get(key)}
    if victim.get("address"):
        told["address"] = victim["address"]
    opened = open_incident(act.book, step.text("ref"), step.moment("report_at"), told)
    act.story.cases.append(opened.case)
    adults = [person for person in people if person["role"] != "child"]
    return Taken((opened, *recorded(act, adults)))


def recorded(act: Act, people: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """Each person as an entry of the case at work."""
    return [record_person(act.book, act.case, _known(person)) for person in people]


def _known(person: Mapping[str, Any]) -> dict[str, Any]:
    known = {key: value for key, value in person.items() if key not in _ADULT_FIELDS}
    if person.get("dob_claimed"):
        known["dob"] = person["dob_claimed"]
    return known


def children(act: Act, named: Iterable[str]) -> list[Entry]:
    """The children that the step names, or all of the file when it names none; each one once."""
    wanted = set(named)
    already = {person.name for person in act.case.people}
    found = [
        person
        for person in act.story.script.people
        if person["role"] == "child" and (not wanted or person["name"] in wanted)
    ]
    unknown = [{"role": "child", "name": name} for name in wanted - {each["name"] for each in found}]
    return recorded(act, [each for each in (*found, *unknown) if each["name"] not in already])


def already_open(act: Act) -> Case:
    """Convention 6: steps before the first opening belong to a case that is open already."""
    opening(act)
    act.seat.sync()
    return act.case


def moving(act: Act) -> Outcome:
    step = act.step
    told = {key: value for key, value in step.value.items() if value is not None and key != "event_at"}
    return Taken((move_address(act.book, act.case, {**told, **act.rest}, step.moment("event_at")),))
