"""Risk grades that officers set. The app never picks one: a conflict stands until a person resolves it."""

from __future__ import annotations

from collections.abc import Mapping

from app.case.model import Contested, Grade, Risk, Value

PROTECTIVE = {"standard": 1, "medium": 2, "high": 3}


def protective(value: Value) -> float:
    """A higher grade stands before a lower one."""
    return PROTECTIVE.get(str(value.value.get("grade")), 0)


def risk(grades: Mapping[str, Grade], contested: Contested) -> Risk:
    """The grades, by entry in the order of writing, and which of them stands."""
    if contested.standing is None:
        return Risk()
    stands = contested.standing.entry
    return Risk(
        standing=grades[stands].grade,
        grades=tuple(grades.values()),
        conflict=tuple(grades[value.entry] for value in contested.conflict),
        resolved_by=contested.resolved_by,
        entry=stands,
    )
