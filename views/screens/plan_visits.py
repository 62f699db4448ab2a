"""Plan the visits: the days that the force's cadence gives for the grade that an officer set."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.visits.cadence import cadence, due_days
from app.visits.replanning import change
from app.visits.visiting import Planning, plan_window
from app.visits.window import Window, further_days
from app.visits.window import window as counted
from views.going import go
from views.parts.answers import answer_group
from views.parts.dock import action
from views.parts.facts import facts
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import body, margin, second, section
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, now, services
from views.theme import measures
from views.visits.groups import grouped
from views.visits.page import Page, bars, nowhere, place, use_page, use_this_case
from views.visits.replanning import changes
from views.visits.said import counted_from, day_words


@screen
def plan_visits() -> Layout:
    case = use_this_case()
    page = use_page(case, "visit/plan")
    if case is None or page is None:
        return nowhere()
    grade = case.risk.standing or page.get("grade")
    window = counted(case)
    content = [*page.summary(), *_from(case, window), *_changed(case), *_grade(page)]
    if window is None:
        return _layout(page, content)
    if grade:
        content += _days(case, window, grade)
    return _layout(page, content, action(say("plan.save"), lambda: _save(page, window, grade)))


def _from(case: Case, window: Window | None) -> list[ft.Control]:
    """From which day is counted, and what that means."""
    if window is None:
        return [margin(body(words("plan.unknown")), above=measures.S12)]
    told = words(
        f"plan.from.{counted_from(window)}",
        first=day_words(window.first), last=day_words(window.last), days=window.days,
    )  # fmt: skip
    return [margin(body(told), above=measures.S12)]


def _changed(case: Case) -> list[ft.Control]:
    """What a new plan changes. What was stays as it was."""
    found = change(case)
    if found is None:
        return []
    told = [*changes(case, found, now()), words("replan.kept")]
    return [section(words("replan.changes")), *[margin(second(each)) for each in told]]


def _grade(page: Page) -> list[ft.Control]:
    case = page.case
    if case.risk.standing:
        told = words("plan.grade.set", grade=words(f"ui.risk.{case.risk.standing}"))
        return [margin(second(told), above=measures.S8)]
    options = [(grade, say(f"choice.{grade}").of("plan")) for grade in cadence()["grades"]]
    chosen = answer_group(options, page.get("grade") or None, page.tapped("grade"))
    title, hint = section(words("plan.grade")), margin(second(words("plan.grade.hint")))
    return [grouped("plan.grade", page.problem("plan.grade"), title, hint, chosen)]


def _days(case: Case, window: Window, grade: str) -> list[ft.Control]:
    days = due_days(grade, window.first, window.days)
    rows = [(words("plan.day", day=(day - window.first).days + 1), day_words(day)) for day in days]
    found: list[ft.Control] = [section(words("plan.days")), facts(rows)]
    further = further_days(case, grade)
    if further:
        told = [(words("plan.after-order"), day_words(day)) for day in further]
        found += [section(words("plan.further")), margin(second(words("plan.further.hint"))), facts(told)]
    return found


async def _save(page: Page, window: Window, grade: str) -> None:
    book, case = desk().notebook, page.case
    if await page.wrong([] if grade else [Said("plan.grade", words("plan.grade.missing"))]):
        return
    planning = Planning(grade, window, words("plan.further"))
    keys = (page.form.key,)
    if await page.keep(lambda: plan_window(book, case, planning, keys), "plan.held"):
        services().device.announce(words("plan.saved"))
        await go(place(case.id, "visits"))


def _layout(page: Page, content: list[ft.Control], dock: ft.Control | None = None) -> Layout:
    return Layout(
        head=header(words("visits.plan")), bars=bars(page.case), body=content, dock=dock,
        scroller=page.scroller,
    )  # fmt: skip
