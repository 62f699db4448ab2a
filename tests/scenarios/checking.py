"""Hold one expectation against what one device knows."""

from __future__ import annotations

import sys
import traceback
from typing import Any

from app.ports import Records
from tests.scenarios.comparing import plain, same
from tests.scenarios.device import Device
from tests.scenarios.facts import FACTS
from tests.scenarios.outcome import Broken, Missing
from tests.scenarios.report import FAILED, PASSED, SKIPPED, Line
from tests.scenarios.scene import Scene
from tests.scenarios.script import Expectation
from tests.scenarios.stage import OBSERVING
from tests.scenarios.story import Played, Story
from tests.scenarios.verbs import at_station

_CONTEXT = ("device", "in")
"""Which device or place a fact is about; checked by the facts themselves."""


def after(story: Story, played: Played, expectation: Expectation) -> Line:
    """Straight after a step, on the device that made it or that is named; a step at the station, as the
    station tells it."""
    device = story.stage.device(expectation.check.get("device") or played.step.device)
    by = played.step.by if device.name == played.step.device else device.last_by
    if at_station(played.step) or by not in device.seats:
        return at_station_now(story, expectation, played)
    with device.read() as streams:
        return _line(_scene(story, streams[by], device, expectation, played), expectation)


def at_time(story: Story, expectation: Expectation) -> Line:
    """With the clock at that time, on a device that has everything sent by then."""
    if expectation.time:
        story.stage.set_time(expectation.time)
    return at_station_now(story, expectation, None)


def at_station_now(story: Story, expectation: Expectation, played: Played | None) -> Line:
    records = story.stage.observer().records
    device = story.stage.device(played.step.device if played else OBSERVING)
    return _line(_scene(story, records, device, expectation, played), expectation)


def _scene(
    story: Story, records: Records, device: Device, expectation: Expectation, last: Played | None
) -> Scene:
    return Scene(
        story=story,
        records=records,
        device=device,
        case_id=story.case_id if story.cases else "",
        check=expectation.check,
        last=last,
    )


def _line(scene: Scene, expectation: Expectation) -> Line:
    wrong, missing, held = [], [], []
    for key, wanted in expectation.check.items():
        if key in _CONTEXT:
            continue
        found = _found(scene, key)
        if isinstance(found, Missing):
            missing.append(f"{key}: {found.feature}")
        elif isinstance(found, Broken):
            wrong.append(f"{key} could not be read: {found.fault}")
        elif same(key, wanted, found):
            held.append(key)
        else:
            wrong.append(f"{key} should be {wanted!r} and is {plain(found)!r}")
    verdict = FAILED if wrong else SKIPPED if missing else PASSED
    at = f"step {expectation.step}" if expectation.time is None else expectation.time.isoformat()
    why = tuple(wrong or missing)
    return Line(scene.story.script.id, expectation.number, at, expectation.what, verdict, why, tuple(held))


def _found(scene: Scene, key: str) -> Any:
    try:
        return FACTS[key](scene)
    except Exception as fault:
        traceback.print_exc(file=sys.stderr)
        return Broken(type(fault).__name__)
