"""What has happened so far: how each step ended, and which case it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from app.case.model import Case
from app.notebook import Notebook
from tests.scenarios.device import Seat
from tests.scenarios.outcome import Missing, Outcome, Taken
from tests.scenarios.script import Script, Step
from tests.scenarios.stage import Stage


@dataclass(frozen=True, slots=True)
class Played:
    """A step that has been played, and the id of the case that was open then."""

    step: Step
    outcome: Outcome
    case: str


@dataclass
class Story:
    """Grows with each step. `cases` are ids in the order of opening; the last is the one at work."""

    script: Script
    stage: Stage
    played: list[Played] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)

    @property
    def case_id(self) -> str:
        return self.cases[-1]

    def entries_of(self, number: int) -> tuple[str, ...]:
        """Ids of what step `number` wrote; empty when it was held, held back, or is still to come."""
        outcome = self.played[number].outcome if number < len(self.played) else None
        return tuple(entry.id for entry in outcome.entries) if isinstance(outcome, Taken) else ()

    def entry_of(self, number: int) -> str:
        """Id of the entry that stands for the step: the first that it wrote. Empty when there is none."""
        return next(iter(self.entries_of(number)), "")

    def held_back(self, case: str) -> Iterator[tuple[Step, Missing]]:
        """Steps of the case that could not be played because their feature does not exist yet."""
        for each in self.played:
            if each.case == case and isinstance(each.outcome, Missing):
                yield each.step, each.outcome


@dataclass(frozen=True)
class Act:
    """One step about to be played by its officer on its device."""

    step: Step
    story: Story

    @property
    def seat(self) -> Seat:
        """Signs the officer in on the step's device, the first time with an enrolment."""
        return self.story.stage.seat(self.step.device, self.step.by)

    @property
    def book(self) -> Notebook:
        return self.seat.book

    @property
    def case(self) -> Case:
        """The case as this device knows it; an empty one where nothing of it has arrived yet."""
        return self.seat.records.case(self.story.case_id) or Case(self.story.case_id)

    @property
    def rest(self) -> dict[str, Any]:
        """Reason and note, where the step has them."""
        told = {"reason": self.step.reason, "note": self.step.note}
        return {key: value for key, value in told.items() if value}
