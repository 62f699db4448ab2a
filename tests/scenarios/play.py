"""Carry out the steps in order and check what must then be true."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.ports import Reach
from tests.scenarios.checking import after, at_time
from tests.scenarios.outcome import Broken, Outcome
from tests.scenarios.report import FAILED, Line
from tests.scenarios.script import Expectation, Script, Step
from tests.scenarios.stage import Stage
from tests.scenarios.story import Act, Played, Story
from tests.scenarios.verbs import VERBS, at_station
from tests.scenarios.verbs.incident import already_open

_BEFORE = timedelta(minutes=10)
_LAST = datetime.max.replace(tzinfo=UTC)


def play(script: Script, folder: Path) -> list[Line]:
    """Every expectation as it came out, in the order of the file, and every step that the app broke on."""
    first = min((step.at for step in script.steps), default=datetime.now(UTC))
    stage = Stage(folder, script.officers, first - _BEFORE)
    try:
        stage.open()
        return sorted(_lines(Story(script, stage)), key=lambda line: line.number)
    finally:
        stage.end()


def _lines(story: Story) -> Iterator[Line]:
    timed = sorted((each for each in story.script.expectations if each.time), key=_time)
    for step in story.script.steps:
        while timed and _time(timed[0]) < step.at:
            yield at_time(story, timed.pop(0))
        story.stage.set_time(step.at)
        story.stage.forget_copies()
        played = _played(story, step)
        story.played.append(played)
        yield from _broken(story, played)
        for expectation in story.script.expectations:
            if expectation.step == step.number:
                yield after(story, played, expectation)
    for expectation in timed:
        yield at_time(story, expectation)


def _time(expectation: Expectation) -> datetime:
    return expectation.time or _LAST


def _played(story: Story, step: Step) -> Played:
    """The step, and then whatever is waiting goes and comes where there is signal."""
    if not story.cases and step.do != "open_incident":
        _open_before(story, step)
    outcome = _outcome(story, step)
    device = story.stage.device(step.device)
    if at_station(step):
        _heard(story)
        return Played(step, outcome, story.case_id if story.cases else "")
    device.last_used, device.last_by, device.online = step.at, step.by, step.online
    if step.online and not device.lost:
        contact = story.stage.seat(step.device, step.by).sync()
        if contact.failed not in (None, Reach.REVOKED):
            outcome = Broken(f"contact {contact.failed}")
    return Played(step, outcome, story.case_id if story.cases else "")


def _heard(story: Story) -> None:
    """What the station wrote is on every open phone that was left with signal, before it is used again."""
    for device in story.stage.in_use():
        for seat in device.seats.values():
            if device.online and seat.opened is not None:
                seat.sync()


def _outcome(story: Story, step: Step) -> Outcome:
    try:
        return VERBS[step.do](Act(step, story))
    except Exception as fault:
        traceback.print_exc(file=sys.stderr)
        return Broken(type(fault).__name__)


def _open_before(story: Story, step: Step) -> None:
    """Convention 6: the first steps belong to a case that is open, and all of it has been sent."""
    before = step.at - _BEFORE / 2
    device = "A" if at_station(step) else step.device
    ref = {"ref": f"TRAIN-{story.script.id}"}
    story.stage.set_time(before)
    already_open(Act(Step(-1, before, step.by, device, True, "open_incident", value=ref), story))
    story.stage.set_time(step.at)


def _broken(story: Story, played: Played) -> Iterator[Line]:
    if isinstance(played.outcome, Broken):
        at, what = f"step {played.step.number}", f"{played.step.do} {played.step.item}".strip()
        yield Line(story.script.id, -1, at, what, FAILED, (f"the app raised {played.outcome.fault}",))
