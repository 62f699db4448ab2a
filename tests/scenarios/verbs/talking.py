"""The conversation with the victim."""

from __future__ import annotations

from app.consent import Said, Withdrawn, record_consent, withdraw_consent
from tests.scenarios.outcome import Outcome, Taken
from tests.scenarios.story import Act


def consenting(act: Act) -> Outcome:
    step = act.step
    details = {key: value for key, value in step.value.items() if key != "answer"}
    said = Said(step.item, step.text("answer"), {**details, **act.rest})
    return Taken((record_consent(act.book, act.case, said),))


def withdrawing(act: Act) -> Outcome:
    taken_back = Withdrawn(act.step.item, act.step.text("words"))
    return Taken((withdraw_consent(act.book, act.case, taken_back, act.step.moment("time")),))
