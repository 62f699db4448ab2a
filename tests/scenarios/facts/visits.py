"""The due list, the extra visit and the ladder after nobody opened."""

from __future__ import annotations

from typing import Any

from app.case.model import VisitNote
from app.visits import extra, schedule
from app.visits.no_answer import NoAnswer, no_answers
from tests.scenarios.scene import Scene

_OPEN = {"planned": "due", "overdue": "due"}
"""The schema knows one word for a day that is not over and on which she has not been seen."""


def _status(scene: Scene) -> dict[str, str | None]:
    found = {day: schedule.visit_status(scene.case, day, scene.now) for day in scene.wanted("visit_status")}
    return {day: _OPEN.get(how, how) if how else None for day, how in found.items()}


def contact(scene: Scene) -> VisitNote | None:
    """The contact that the step recorded; without a step the newest. The no-answer ladder makes none."""
    contacts = scene.case.contacts
    if scene.last is None:
        return contacts[-1] if contacts else None
    written = scene.story.entries_of(scene.last.step.number)
    return next((note for note in contacts if note.entry in written), None)


def _complete(scene: Scene) -> bool:
    note = contact(scene)
    return note is not None and note.complete


def _one_day(scene: Scene) -> str | None:
    """The day that is asked for, when it is on the list."""
    days = [visit.due.isoformat() for visit in scene.case.visits]
    return scene.wanted("visit_due") if scene.wanted("visit_due") in days else None


def _order_shown(scene: Scene) -> list[str]:
    """Of the case references or days that are asked for, the order in which the phone's list shows them."""
    shown: list[str] = []
    for row in schedule.due_list(scene.records.cases(), scene.now):
        days = [row.visit.due.isoformat()] if row.case.id == scene.case_id else []
        shown += [row.case.ref, *days]
    return [each for each in dict.fromkeys(shown) if each in scene.wanted("due_list_order")]


def _extra(part: str) -> Any:
    def read(scene: Scene) -> Any:
        found = extra.extra_visit(scene.case)
        return getattr(found, part) if found else None

    return read


def _extra_status(scene: Scene) -> str | None:
    """A visit recorded for the extra one answers for the reason that it was made for."""
    return extra.extra_visit_status(scene.case, scene.now)


def _ladder(scene: Scene) -> NoAnswer | None:
    """The ladder of the visit that the step speaks of, or the newest."""
    found = no_answers(scene.case)
    named = scene.last.step.text("for") if scene.last else ""
    return next((each for each in found if each.visit == named), found[-1] if found else None)


def _of_ladder(part: str) -> Any:
    def read(scene: Scene) -> Any:
        ladder = _ladder(scene)
        return getattr(ladder, part) if ladder else None

    return read


def _supervisor_told(scene: Scene) -> str | None:
    ladder = _ladder(scene)
    return ladder.supervisor_status(scene.now) if ladder else None


def _repeat_status(scene: Scene) -> str | None:
    ladder = _ladder(scene)
    return ladder.repeat_status(scene.now) if ladder else None


READERS: dict[str, Any] = {
    "visits_due": lambda scene: schedule.visits_due(scene.case),
    "visit_due": _one_day,
    "visits_added": lambda scene: schedule.visits_added(scene.case),
    "next_due": lambda scene: schedule.next_due(scene.case, scene.now),
    "due_list_order": _order_shown,
    "visit_status": _status,
    "visit_complete": _complete,
    "extra_visit_by": _extra("by"),
    "extra_visit_because": _extra("because"),
    "extra_visit_status": _extra_status,
    "post_expiry_contact_by": lambda scene: extra.post_expiry_by(scene.case),
    "supervisor_by": _of_ladder("supervisor_by"),
    "supervisor_told": _supervisor_told,
    "repeat_by": _of_ladder("repeat_by"),
    "repeat_status": _repeat_status,
}
