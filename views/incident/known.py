"""What is known of a person, as boxes show it and as an entry says it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.case.model import Person
from views.drafts import Form
from views.incident.place import NO, YES
from views.parts.day import Faulty, read_day

TEXTS = ("name", "phone", "relationship", "language", "interpreter", "needs", "school", "carer")
OF_CHILD = ("school", "carer")
ROLES = ("victim", "suspect", "child", "witness", "neighbour", "relative", "other")
NEW = "new"


def new_role(person: str) -> str:
    """'new-child' -> 'child'; empty for 'new', where the role is asked for."""
    return person.removeprefix(NEW).removeprefix("-") if is_new(person) else ""


def is_new(person: str) -> bool:
    return person == NEW or person.startswith(f"{NEW}-")


def start_of(person: Person | None, role: str, with_address: bool) -> dict[str, str]:
    """The values of the boxes while nothing is typed."""
    if person is None:
        return {"role": role}
    own = {"name": person.name, "phone": person.phone, "relationship": person.relationship}
    start = {"role": person.role, **{name: own.get(name) or person.details.get(name, "") for name in TEXTS}}
    if person.dob:
        start |= {
            "dob.day": str(person.dob.day),
            "dob.month": str(person.dob.month),
            "dob.year": str(person.dob.year),
        }
    if person.resident is not None:
        start["resident"] = YES if person.resident else NO
    if with_address:
        start |= {"address": person.address, "undisclosed": YES if person.undisclosed else NO}
    return start


def told_of(form: Form, person: Person | None) -> dict[str, Any]:
    """What is newly known, as kinds.PERSON_RECORDED; empty where nothing is. What is left out stays."""
    typed = form.typed() if person else form.values()
    told: dict[str, Any] = {name: str(typed[name]).strip() for name in (*TEXTS, "address") if name in typed}
    if any(name.startswith("dob.") for name in typed):
        born = read_day(form, "dob")
        told["dob"] = "" if born is None or isinstance(born, Faulty) else born.isoformat()
    told |= {name: typed[name] == YES for name in ("resident", "undisclosed") if typed.get(name) in (YES, NO)}
    told |= {"role": typed["role"]} if typed.get("role") else {}
    if person is None:
        return {name: value for name, value in told.items() if value != ""}
    return {name: value for name, value in told.items() if value != known(person).get(name, "")}


def known(person: Person) -> Mapping[str, Any]:
    return {
        **person.details,
        "role": person.role,
        "name": person.name,
        "phone": person.phone,
        "relationship": person.relationship,
        "dob": person.dob.isoformat() if person.dob else "",
        "resident": person.resident,
        "address": person.address,
        "undisclosed": person.undisclosed,
    }
