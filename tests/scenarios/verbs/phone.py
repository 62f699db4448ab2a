"""The phone itself: locked, out of signal, lost."""

from __future__ import annotations

from tests.scenarios.features import PACKS
from tests.scenarios.outcome import Outcome, Taken
from tests.scenarios.story import Act


def locking(act: Act) -> Outcome:
    """The lock is the app's: it shuts every stream on the device."""
    act.story.stage.device(act.step.device).lock()
    return Taken()


def unlocking(act: Act) -> Outcome:
    act.seat.open()
    return Taken()


def waiting(act: Act) -> Outcome:
    """`sync` and `pass_time`: the officer does nothing else; the contact follows where there is signal."""
    return Taken()


def losing(act: Act) -> Outcome:
    """From here on nobody holds it. A phone that is put down locks itself."""
    device = act.story.stage.device(act.step.device)
    device.lock()
    device.lost = True
    return Taken()


def exporting(act: Act) -> Outcome:
    return PACKS
