"""The newest plan against what the case says now: a change of grade, order, service or report calls for other
days. What it calls for stands on the list at once, from the day on which the change was recorded; days that
are no longer called for leave it when somebody plans again. What was stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from app import kinds
from app.timekeeping import LONDON
from app.visits.cadence import due_days
from app.visits.window import Window, further_days, window

if TYPE_CHECKING:
    from app.case.model import Case, Plan

CALLED_FOR = "called-for"
"""Why a visit is on the list that a change calls for and no plan holds yet."""
PLANNED = ("order", CALLED_FOR)
_FACTS = (kinds.INCIDENT_OPENED, kinds.INCIDENT_DETAILS, kinds.NOTICE_SERVED, kinds.ORDER_MADE, kinds.AMENDED)


@dataclass(frozen=True, slots=True)
class Change:
    """`because`: grade, window or both, in which the newest plan differs from the case. `since`: the first
    local day that it is about. `days`: every day that is called for, those after a shorter order included."""

    because: tuple[str, ...]
    grade: str
    window: Window
    since: date
    days: tuple[date, ...]


def change(case: Case) -> Change | None:
    """None while the newest plan fits, nothing was planned, or nobody knows what to count from."""
    counted = window(case)
    if not case.plans or counted is None or case.referral.state == "closed":
        return None
    plan = case.plans[-1]
    grade = case.risk.standing or plan.grade
    differs = {
        "grade": grade != plan.grade,
        "window": (counted.first, counted.days) != (plan.made, plan.days),
    }
    because = tuple(name for name, there in differs.items() if there)
    if not because:
        return None
    since = max(_day(at) for at in _moments(case, plan, because))
    days = (*due_days(grade, counted.first, counted.days), *further_days(case, grade))
    return Change(because, grade, counted, since, days)


def called_for(case: Case) -> tuple[date, ...]:
    """Days of the change that no visit of the case is for."""
    found = change(case)
    known = {visit.id for visit in case.visits}
    days = found.days if found else ()
    return tuple(day for day in days if found and day >= found.since and day.isoformat() not in known)


def no_longer(case: Case, today: date) -> tuple[date, ...]:
    """Days to come that a new plan takes off the list: planned ones without a record."""
    found = change(case)
    if found is None:
        return ()
    named = {note.for_visit for note in case.contacts}
    coming = [each for each in case.visits if each.of_plan and each.due > today and each.id not in named]
    return tuple(each.due for each in coming if each.due not in found.days)


def unplanned(case: Case) -> bool:
    """A notice was served or an order made, and nobody has planned a visit."""
    begun = case.served_at is not None or case.order_made is not None
    over = case.referral.state in ("closed", "order_refused", "withdrawn")
    return begun and not over and not case.plans


def _moments(case: Case, plan: Plan, because: Iterable[str]) -> Iterable[datetime]:
    """When the change was recorded; never before the plan that it makes old."""
    yield next(entry.written_at for entry in case.entries if entry.id == plan.entry)
    if "grade" in because:
        yield from _graded(case)
    if "window" in because:
        yield from _counted(case)


def _graded(case: Case) -> Iterable[datetime]:
    """Since when the standing grade has been given without another in between."""
    written = {entry.id: entry.written_at for entry in case.entries}
    run: list[datetime] = []
    for grade in case.risk.grades:
        run = [*run, written[grade.entry]] if grade.grade == case.risk.standing else []
    return run[:1]


def _counted(case: Case) -> Iterable[datetime]:
    """When order, service or report were last recorded or put right."""
    return [max(entry.written_at for entry in case.entries if entry.kind in _FACTS)]


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
