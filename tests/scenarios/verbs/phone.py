"""The phone itself: locked, out of signal, lost."""

from __future__ import annotations

from app.consultation import Disclosure, exported
from app.documents.making import Kind
from tests.scenarios.features import PACKS
from tests.scenarios.outcome import Outcome, Taken
from tests.scenarios.papers import paper
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
    """Made as it stands, a draft where it must be, logged with whom it is for and its hash."""
    kind = next((each for each in Kind if each.value == act.step.value["kind"]), None)
    if kind is None:
        return PACKS
    made = paper(act.case, kind, act.book.calendar())
    told = Disclosure(kind.value, "As the story has it", "Whoever the step names", made.sha256)
    return Taken((exported(act.book, act.case, told),))
