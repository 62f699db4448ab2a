"""Versions, both times of an entry, the logs, and what is on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.case.model import Version
from app.documents.making import Kind
from app.facts import history, people
from app.facts.tasks import tasks_open
from tests.scenarios.outcome import Taken
from tests.scenarios.papers import asks_purpose, masks
from tests.scenarios.scene import Scene


def _root(scene: Scene, number: int) -> str:
    """The entry that a step put right, also where it put an amendment right."""
    step = scene.story.script.steps[number]
    if step.do == "amend":
        return _root(scene, step.value["of_step"])
    return scene.story.entry_of(number)


def _versions(scene: Scene) -> Sequence[Version]:
    """Of what the expectation names, or of what the step put right or recorded."""
    named = scene.wanted("amended") or (scene.wanted("consent") or {}).get("id")
    if named and (found := history.versions_of_item(scene.case, named)):
        return found
    amended = [each.step for each in scene.story.played if each.step.do == "amend"]
    if named:
        amended = [step for step in amended if step.item == named]
    elif scene.last:
        amended = [scene.last.step]
    return history.versions_of(scene.case, _root(scene, amended[-1].number)) if amended else ()


def _amended(scene: Scene) -> str | None:
    return scene.wanted("amended") if len(_versions(scene)) > 1 else None


def _readable(scene: Scene) -> bool:
    """Each version with author and time, and the first one as the entry itself still says it."""
    versions = _versions(scene)
    entries = {entry.id: entry for entry in scene.case.entries}
    if len(versions) < 2 or versions[0].entry not in entries:
        return False
    told = all(each.by and each.written_at and each.entry in entries for each in versions)
    return told and dict(versions[0].body) == dict(entries[versions[0].entry].body)


def _times(part: str) -> Any:
    def read(scene: Scene) -> Any:
        written = scene.story.entries_of(scene.last.step.number) if scene.last else ()
        entry = next((each for each in scene.case.entries if each.id in written), None)
        return getattr(history.times_of(entry), part) if entry else None

    return read


def _order_of_steps(scene: Scene) -> list[int]:
    """The steps that are asked for, in the order in which the record holds them."""
    place = {entry.id: at for at, entry in enumerate(scene.case.entries)}
    wanted = [number for number in scene.wanted("order_of_steps") if scene.story.entry_of(number) in place]
    return sorted(wanted, key=lambda number: place[scene.story.entry_of(number)])


def _instants(scene: Scene) -> list[datetime]:
    """When the record says that those steps happened; without a list, the last steps that wrote."""
    steps = scene.wanted("order_of_steps")
    if steps is None:
        wrote = [each.step.number for each in scene.story.played if scene.story.entry_of(each.step.number)]
        steps = wrote[-len(scene.wanted("instants")) :]
    at = {entry.id: entry.happened_at for entry in scene.case.entries}
    return [at[scene.story.entry_of(number)] for number in steps if scene.story.entry_of(number) in at]


def _logged(scene: Scene) -> bool:
    """With recipient and time: of the step where it disclosed something, else of the case."""
    found = [each for each in history.disclosures(scene.case) if each.recipient and each.at]
    if scene.last and scene.last.step.do in ("answer", "export"):
        written = scene.story.entries_of(scene.last.step.number)
        found = [each for each in found if each.entry in written]
    return bool(found)


def _exported(scene: Scene) -> Kind:
    """The document of the last step, or of the last export before it."""
    asked = [each.step.value["kind"] for each in scene.story.played if each.step.do == "export"]
    return next(Kind(each) for each in reversed(asked) if each in {*Kind})


def _masked_or_held(scene: Scene) -> bool:
    """The step was held, or its document says where something was kept apart."""
    if scene.last is not None and not isinstance(scene.last.outcome, Taken):
        return True
    return masks(scene.case, _exported(scene), scene.calendar)


def _tasks(scene: Scene) -> list[str]:
    """Of the items that the story names anywhere, those that are open now."""
    checks = [each.check.get("tasks_open", ()) for each in scene.story.script.expectations]
    named = {item for items in checks for item in items}
    return [item for item in tasks_open(scene.case, scene.now, scene.calendar) if item in named]


def _done(scene: Scene) -> Any:
    wanted = scene.wanted("items_done")
    if any(item.startswith("ao-") for item in wanted):
        held = scene.waiting_for("answer")
        if held:
            return held
    done = history.items_done(scene.case)
    return [item for item in wanted if item in done]


READERS: dict[str, Any] = {
    "amended": _amended,
    "versions": lambda scene: len(_versions(scene)),
    "original_readable": _readable,
    "late_entry": _times("late"),
    "event_at": _times("event_at"),
    "entered_at": _times("entered_at"),
    "order_of_steps": _order_of_steps,
    "instants": _instants,
    "disclosure_logged": _logged,
    "tasks_open": _tasks,
    "items_done": _done,
    "children_recorded": lambda scene: len(people.children(scene.case)),
    "non_resident": lambda scene: len(people.non_resident_children(scene.case)),
    "masked_or_held": _masked_or_held,
    "purpose_required": lambda scene: asks_purpose(scene.case, _exported(scene), scene.calendar),
}
