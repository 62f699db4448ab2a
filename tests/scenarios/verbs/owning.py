"""Who grades risk and who owns it."""

from __future__ import annotations

from typing import Any

from app.handover import accept, offer
from app.risk import grade_risk
from tests.scenarios.outcome import Outcome
from tests.scenarios.story import Act
from tests.scenarios.verbs.notice import taken


def grading(act: Act) -> Outcome:
    """`resolves` names steps; the use case names the entries that those steps wrote, if any."""
    step = act.step
    told: dict[str, Any] = {key: step.value[key] for key in ("form", "ref") if step.value.get(key)}
    told |= {"trigger": step.item, **act.rest}
    named = [act.story.entry_of(number) for number in step.value.get("resolves") or ()]
    settled = [entry for entry in named if entry]
    if settled:
        told["resolves"] = settled
    return taken(grade_risk(act.book, act.case, step.text("grade"), told))


def offering(act: Act) -> Outcome:
    return taken(offer(act.book, act.case, act.step.text("to"), act.step.reason or act.step.note))


def accepting(act: Act) -> Outcome:
    return taken(accept(act.book, act.case, act.step.value.get("victim_told")))
