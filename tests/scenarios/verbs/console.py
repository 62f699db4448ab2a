"""What is done at the station's console, by the forms of its pages."""

from __future__ import annotations

from tests.scenarios.counter import administrator
from tests.scenarios.outcome import Outcome, Taken
from tests.scenarios.story import Act


def revoking(act: Act) -> Outcome:
    """An administrator takes every enrolment on the device out of use: reason, then sure."""
    stage = act.story.stage
    device = stage.device(act.step.text("device"))
    why = {"reason": "lost" if device.lost else "scrapped", "words": act.step.text("loss_report")}
    with administrator(stage.station) as counter:
        for seat in device.seats.values():
            page = f"/handsets/{seat.stream}/revoke"
            counter.send(page, **why)
            counter.send(page, **why, sure="yes")
    return Taken()
