"""That the newest plan no longer fits: why, what is on the list already, and what a new plan takes off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import flet as ft

from app.case.model import Case, Plan
from app.timekeeping import LONDON
from app.visits.replanning import CALLED_FOR, Change, change, no_longer, unplanned
from views.going import to
from views.parts.buttons import link
from views.parts.facts import Fact, facts
from views.parts.panel import warning
from views.parts.text import margin, second, section
from views.saying import say, words
from views.visits.groups import alone
from views.visits.page import place
from views.visits.said import day_words


def plan_again(case: Case, at: datetime) -> list[ft.Control]:
    """A warning with the way to plan, where the plan does not fit or there is none. Else nothing."""
    way = alone(link(say("replan.go"), to(place(case.id, "visit", "plan"))))
    changed = change(case)
    if changed:
        return [warning(" ".join(changes(case, changed, at)), words("replan.title"), way)]
    if unplanned(case):
        return [warning(words("replan.none.text"), words("replan.none"), way)]
    return []


def changes(case: Case, changed: Change, at: datetime) -> list[str]:
    """Why, which days are new, and which leave the list."""
    told = [words(f"replan.because.{name}", **_facts(case, changed)) for name in changed.because]
    new = [visit.due for visit in case.visits if visit.why == CALLED_FOR]
    gone = no_longer(case, at.astimezone(LONDON).date())
    told += [words("replan.new", days=_listed(new))] if new else []
    told += [words("replan.gone", days=_listed(gone))] if gone else []
    return told


def _facts(case: Case, changed: Change) -> dict[str, str]:
    plan = case.plans[-1]
    return {
        "grade": words(f"ui.risk.{changed.grade}"),
        "was": words(f"ui.risk.{plan.grade}"),
        "first": day_words(changed.window.first),
        "days": str(changed.window.days),
        "before": day_words(plan.made),
        "length": str(plan.days),
    }


def _listed(days: Iterable[date]) -> str:
    return ", ".join(day_words(day) for day in days)


def earlier_plans(case: Case) -> list[ft.Control]:
    """Every plan but the one that stands, with its days, the newest first."""
    if len(case.plans) < 2:
        return []
    written = {entry.id: entry for entry in case.entries}
    rows = [_row(plan, written[plan.entry].written_at) for plan in reversed(case.plans[:-1])]
    return [section(words("replan.earlier")), margin(second(words("replan.earlier.hint"))), facts(rows)]


def _row(plan: Plan, at: datetime) -> Fact:
    name = words(
        "replan.plan",
        day=day_words(at.astimezone(LONDON).date()), grade=words(f"ui.risk.{plan.grade}"),
        first=day_words(plan.made), days=str(plan.days),
    )  # fmt: skip
    return name, _listed(plan.dues)
