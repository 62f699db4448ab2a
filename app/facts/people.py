"""The children of a case, s.24(3)(a)."""

from __future__ import annotations

from app.case.model import Case, Person


def children(case: Case) -> tuple[Person, ...]:
    return tuple(person for person in case.people if person.role == "child")


def non_resident_children(case: Case) -> tuple[Person, ...]:
    """Those who live elsewhere. A child whose home nobody recorded is not among them."""
    return tuple(child for child in children(case) if child.resident is False)
