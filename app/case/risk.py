"""Risk grades that officers set. The app never picks one: a conflict stands until a person resolves it."""

from __future__ import annotations

from collections.abc import Sequence

from app.case.model import Grade, Risk

PROTECTIVE = {"standard": 1, "medium": 2, "high": 3}


def standing(grades: Sequence[tuple[Grade, tuple[str, ...]]]) -> Risk:
    """Which grade stands. Each grade comes with the ids of the grades that it resolves.

    Two grades that replace the same one (or both replace none) are in conflict; until a person
    resolves it the higher stands first.
    """
    if not grades:
        return Risk()
    every = tuple(grade for grade, _ in grades)
    resolvers = {named: grade for grade, resolves in grades for named in resolves}
    replaced = {grade.replaces for grade in every if grade.replaces} | set(resolvers)
    open_ends = [grade for grade in every if grade.entry not in replaced]
    if len(open_ends) > 1:
        highest = max(open_ends, key=lambda grade: PROTECTIVE.get(grade.grade, 0))
        return Risk(highest.grade, every, tuple(open_ends))
    newest = open_ends[-1] if open_ends else every[-1]
    settled = next(
        (resolves for grade, resolves in grades if grade.entry == newest.entry and resolves), ()
    )
    conflict = tuple(grade for grade in every if grade.entry in settled)
    return Risk(newest.grade, every, conflict, newest.by if conflict else None)
