"""What calls for a briefing that nobody has produced yet. Pure, from the case, a moment and the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.briefing.making import BRIEF_LOCAL
from app.briefing.records import briefings
from app.case.model import Case
from app.court_calendar import CourtCalendar
from app.monitoring.tasks import open_tasks
from app.triggers import RELEASED

RELEASE = (RELEASED, "tr-custody-release", "tr-prison-release")
PLAN = "sp-"
_HAPPENED = ("done", "happened")


@dataclass(frozen=True, slots=True)
class Want:
    """`because`: served, order_made, order_refused, breach, release or plan; `since` when that was."""

    because: str
    since: datetime


def wanted(case: Case, now: datetime, calendar: CourtCalendar) -> tuple[Want, ...]:
    """Each reason once, the oldest first; nothing of a closed case, nor before a notice was served."""
    if case.referral.state == "closed" or (case.served_at is None and not case.orders):
        return ()
    found: dict[str, datetime] = {}
    for because, since in _reasons(case, now, calendar):
        found[because] = min(since, found.get(because, since))
    return tuple(sorted((Want(*each) for each in found.items()), key=lambda want: (want.since, want.because)))


def _reasons(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[tuple[str, datetime]]:
    for task in open_tasks(case, now, calendar):
        if task.item == BRIEF_LOCAL:
            yield task.event.name, task.event.at
    known = briefings(case)
    told = known[-1].at if known else None
    for answer in case.given:
        at = answer.written_at or answer.happened_at
        if at is None or (told is not None and at <= told):
            continue
        if answer.item in RELEASE and answer.answer in _HAPPENED:
            yield "release", at
        elif answer.item.startswith(PLAN) and told is not None:
            yield "plan", at
