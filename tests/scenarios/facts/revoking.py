"""A device taken out of use: how the console lists it, and what it can still do and still holds."""

from __future__ import annotations

from typing import Any

from app.ports import Reach
from tests.scenarios import wire
from tests.scenarios.counter import administrator
from tests.scenarios.device import Device
from tests.scenarios.scene import Scene


def _device(scene: Scene) -> Device:
    """The device that is named beside the fact, or the one of the step."""
    named = scene.wanted("device")
    return scene.story.stage.device(named) if named else scene.device


def _pages(scene: Scene) -> list[str]:
    """What the console tells of each enrolment on the device."""
    with administrator(scene.story.stage.station) as counter:
        return [counter.words(f"/handsets/{seat.stream}/held") for seat in _device(scene).seats.values()]


def _revoked(scene: Scene) -> bool:
    return all("State Revoked Revoked by training-administrator" in page for page in _pages(scene))


def _can_sync(scene: Scene) -> bool:
    """Asked for its lease as a locked phone asks: admitted like every request, and nothing is changed."""
    clock = scene.story.stage.clock
    seats = _device(scene).seats.values()
    return any(wire.admitted(seat.vault, clock) is not Reach.REVOKED for seat in seats)


def _inventory(scene: Scene) -> bool:
    """Every incident on the device is listed, and that more may have been written on it."""
    device = _device(scene)
    with device.read() as streams:
        refs = {case.ref for records in streams.values() for case in records.cases() if case.ref}
    pages = _pages(scene)
    listed = all(any(f" {ref} " in page for page in pages) for ref in refs)
    return bool(refs) and listed and all("Entries not sent Not known." in page for page in pages)


def _kept(scene: Scene) -> bool:
    """Everything that was written on the device lies on it, sealed, and opens with its keys."""
    device, story = _device(scene), scene.story
    with device.read() as streams:
        held = {
            entry.id
            for records in streams.values()
            for case in records.cases()
            for entry in records.entries(case.id)
        }
    steps = [each.step.number for each in story.played if each.step.device == device.name]
    written = {entry for number in steps for entry in story.entries_of(number)}
    return bool(written) and written <= held


READERS: dict[str, Any] = {
    "revoked": _revoked,
    "can_sync": _can_sync,
    "inventory_produced": _inventory,
    "sealed_evidence_kept": _kept,
}
