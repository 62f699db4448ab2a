"""Nobody opened: supervisor and second try, both counted from the first step. na-4, na-5."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.case.model import Case
from app.timekeeping import local
from app.visits.cadence import cadence
from app.visits.schedule import risk_grade


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The ladder of one visit. `told_at`, `repeated_at`: the first na-4 and na-5, or the visit itself."""

    visit: str
    first: datetime
    supervisor_by: datetime
    repeat_by: datetime
    told_at: datetime | None
    repeated_at: datetime | None

    def supervisor_status(self, now: datetime) -> str:
        """done, late, due or missed."""
        return _met(self.told_at, self.supervisor_by, now)

    def repeat_status(self, now: datetime) -> str:
        """done, late, due or missed."""
        return _met(self.repeated_at, self.repeat_by, now)


def no_answer(case: Case, visit: str) -> NoAnswer | None:
    """The ladder of the visit of this due day (ISO) or id; None where nobody recorded a step.

    While nobody has graded the risk the times are those of high risk.
    """
    steps = [step for step in case.no_answers if step.body.get("for") == visit]
    if not steps:
        return None
    first = min(step.happened_at for step in steps)
    told = [step.happened_at for step in steps if step.body.get("item") == "na-4"]
    again = [step.happened_at for step in steps if step.body.get("item") == "na-5"]
    again += [note.happened_at for note in case.contacts if note.for_visit == visit and note.complete]
    return NoAnswer(
        visit=visit,
        first=local(first),
        supervisor_by=_limit(case, first, "supervisor_hours"),
        repeat_by=_limit(case, first, "again_hours"),
        told_at=min(told, default=None),
        repeated_at=min((at for at in again if at > first), default=None),
    )


def no_answers(case: Case) -> list[NoAnswer]:
    """Every ladder of the case, the oldest first."""
    visits = {str(step.body.get("for")) for step in case.no_answers}
    found = [ladder for visit in visits if (ladder := no_answer(case, visit))]
    return sorted(found, key=lambda ladder: (ladder.first, ladder.visit))


def _limit(case: Case, first: datetime, rule: str) -> datetime:
    hours = cadence()["no_answer"][rule]
    grade = risk_grade(case)
    return local(first + timedelta(hours=int(hours.get(grade, hours["high"]))))


def _met(done_at: datetime | None, by: datetime, now: datetime) -> str:
    if done_at:
        return "done" if done_at <= by else "late"
    return "due" if now < by else "missed"
