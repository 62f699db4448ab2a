"""The phone itself: locked, out of signal, lost."""

from __future__ import annotations

from datetime import timedelta

from app.briefing.making import BRIEFING, Told, make_briefing
from app.consultation import Disclosure, exported
from app.documents.making import Kind
from app.held import Held
from app.timekeeping import LONDON
from tests.scenarios.outcome import Outcome, Taken
from tests.scenarios.papers import paper, says
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
    if act.step.value["kind"] == BRIEFING:
        return _briefing(act)
    kind = Kind(act.step.value["kind"])
    made = paper(act.case, kind, act.book.calendar())
    told = Disclosure(kind.value, "As the story has it", "Whoever the step names", made.sha256)
    return Taken((exported(act.book, act.case, told),))


def _briefing(act: Act) -> Outcome:
    """For the officer's own team until the next day, in the words that it begins with."""
    until = (act.book.clock.now() + timedelta(days=1)).astimezone(LONDON).date()
    told = Told((act.book.officer.team,), until, act.book.officer.number, says(act.case))
    made = make_briefing(act.book, act.case, told)
    return made if isinstance(made, Held) else Taken((made,))
