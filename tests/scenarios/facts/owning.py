"""Grades that stand against each other, and who owns the risk."""

from __future__ import annotations

from typing import Any

from app.case.model import Case, Contested
from tests.scenarios.scene import Scene

_ABOUT = "risk_grade"


def _contested(case: Case) -> Contested:
    return case.contested.get(_ABOUT, Contested())


def _conflict(scene: Scene) -> str | None:
    return _ABOUT if _contested(scene.case).conflict else None


def _both_kept(scene: Scene) -> bool:
    there = {entry.id for entry in scene.case.entries}
    conflict = _contested(scene.case).conflict
    return len(conflict) > 1 and all(value.entry in there for value in conflict)


def _values(scene: Scene) -> list[str]:
    return [str(value.value.get("grade")) for value in _contested(scene.case).conflict]


def _resolved(scene: Scene) -> bool:
    known = _contested(scene.case)
    return bool(known.conflict) and not known.unresolved


def _agree(scene: Scene) -> bool:
    """Every device in use tells the same story, whole, to whoever last held it."""
    told = []
    for device in scene.story.stage.in_use():
        with device.read() as streams:
            told.append(streams[device.last_by].case(scene.case_id) if device.last_by in streams else None)
    return bool(told) and all(case == told[0] for case in told)


READERS: dict[str, Any] = {
    "conflict": _conflict,
    "both_kept": _both_kept,
    "values": _values,
    "resolved": _resolved,
    "resolved_by": lambda scene: _contested(scene.case).resolved_by,
    "grade": lambda scene: scene.case.risk.standing,
    "devices_agree": _agree,
    "risk_owner": lambda scene: scene.case.ownership.owner or None,
    "handover": lambda scene: scene.case.ownership.handover or None,
}
