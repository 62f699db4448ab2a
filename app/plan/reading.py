"""The safety plan of a case, as its answers tell it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.case.model import Answer, Case
from app.case.reading import day, text
from app.consents.permission import Permission, permission
from app.consents.purposes import gate_of
from app.guidance import Guidance
from app.guidance.model import Question

TASK = "plan"
HORIZON, NOW, LATER = "horizon", "now", "later"
CHOICE, MADE_WITH, TONIGHT = "sp-stay-or-leave", "sp-made-with", "sp-tonight"
TOLD = ("sp-own-strategies", "sp-protective-factors", "sp-needs", "sp-explained")
_IN = "done"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure that was agreed. `gate`: the permission that it stands on, None where the law asks for
    no yes. `lacks`: owner, day or horizon, where nobody has said."""

    item: str
    horizon: str
    owner: str
    day: date | None
    answer: Answer
    gate: Permission | None = None

    @property
    def lacks(self) -> tuple[str, ...]:
        said = (("owner", self.owner), ("day", self.day), (HORIZON, self.horizon))
        return tuple(name for name, value in said if not value)

    def overdue(self, today: date) -> bool:
        return self.day is not None and self.day < today


@dataclass(frozen=True, slots=True)
class Plan:
    """`measures` in the order of the content; `not_wanted` are those that were answered otherwise, with
    their reason. `unasked` counts what nobody has gone through yet."""

    measures: tuple[Measure, ...]
    not_wanted: tuple[Answer, ...]
    unasked: int

    def of(self, horizon: str) -> tuple[Measure, ...]:
        """For now, or for later. A measure of which nobody said when is for now: that is the safer way."""
        return tuple(each for each in self.measures if (each.horizon or NOW) == horizon)


def measures_asked(guidance: Guidance) -> tuple[Question, ...]:
    """The questions that are measures: each asks for owner, day and horizon."""
    task = guidance.task(TASK)
    return tuple(each for each in task.questions if each.field(HORIZON)) if task else ()


def safety_plan(guidance: Guidance, case: Case) -> Plan:
    """As it stands now. A measure stays in it although its yes is missing: it says so, and is not hidden."""
    asked = measures_asked(guidance)
    known = [(each, case.answers[each.id]) for each in asked if each.id in case.answers]
    agreed = tuple(_measure(case, answer) for _, answer in known if answer.answer == _IN)
    others = tuple(answer for _, answer in known if answer.answer != _IN)
    return Plan(agreed, others, len(asked) - len(known))


def _measure(case: Case, answer: Answer) -> Measure:
    details = answer.details
    gate = gate_of(answer.item)
    return Measure(
        answer.item,
        text(details, HORIZON),
        text(details, "owner").strip(),
        day(details, "day"),
        answer,
        permission(case, gate) if gate else None,
    )


def told(case: Case) -> Iterator[Answer]:
    """Who made it, what was chosen, and what the plan builds on, in their order."""
    for item in (MADE_WITH, CHOICE, *TOLD, TONIGHT):
        if item in case.answers:
            yield case.answers[item]
