"""What a fact is read from: one device's records at one moment. Never from the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.case.model import Case
from app.court_calendar import CourtCalendar, bundled
from app.ports import Records
from app.timekeeping import LONDON
from tests.scenarios.device import Device
from tests.scenarios.outcome import Missing
from tests.scenarios.story import Played, Story


@dataclass(frozen=True)
class Scene:
    """`check` is what is expected beside each other; `last` the step before the expectation, if any."""

    story: Story
    records: Records
    device: Device
    case_id: str
    check: Mapping[str, Any]
    last: Played | None = None

    @property
    def case(self) -> Case:
        return self.records.case(self.case_id) or Case(self.case_id)

    @property
    def now(self) -> datetime:
        return self.story.stage.clock.now()

    @property
    def today(self) -> date:
        return self.now.astimezone(LONDON).date()

    @property
    def calendar(self) -> CourtCalendar:
        return bundled()

    def wanted(self, key: str) -> Any:
        return self.check.get(key)

    def beside(self, *keys: str) -> str | None:
        """Which of these facts is expected together with the one that is read."""
        return next((key for key in keys if key in self.check), None)

    def waiting_for(self, *verbs: str) -> Missing | None:
        """The feature whose absence held back the newest step of one of these verbs."""
        found = [missing for step, missing in self.story.held_back(self.case_id) if step.do in verbs]
        return found[-1] if found else None
