"""One task of the incident: its questions, each with its answer."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.guidance.book import REFERRAL
from app.guidance.checking import answer_of
from app.guidance.model import Question, State, Task
from views.going import go, to
from views.incident.going_on import incident, task_page
from views.incident.in_words import answer_line
from views.incident.more_rows import row
from views.incident.page import draft_key
from views.incident.referring import referral_line
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.guide import shut_step
from views.parts.header import header
from views.parts.sheet import sheet
from views.parts.tag import count
from views.parts.text import body, lower, margin
from views.saying import Said, say, words
from views.screen import screen
from views.services import desk, services
from views.theme import measures
from views.visits.page import bars, nowhere, use_this_case


@screen
def task() -> Layout:
    case = use_this_case()
    found = services().guidance.task(ft.use_route_params().get("task", ""))
    if case is None or found is None:
        return nowhere()
    guidance = services().guidance
    how = guidance.status(found, case)
    rows = [_row(case, page) for page in guidance.pages(found, case)]
    waits = [margin(body(words(how.reason)), above=measures.S16)] if how.reason else []
    return Layout(
        head=header(words(f"task.{found.id}"), count(words("ui.count-of", at=how.done, total=how.total))),
        bars=bars(case),
        body=[
            *waits,
            lower(sheet(rows)),
            *_check(case, found),
        ],
        dock=_dock(case, found),
    )


def _row(case: Case, page: Question) -> ft.Control:
    guidance = services().guidance
    place = task_page(case.id, page)
    facts = guidance.about(case)
    said = Said(f"{page.id}.title", words(f"{page.id}.title", **facts))
    draft = desk().drafts.form(draft_key(case.id, page)).typed()
    answered = answer_of(page, case) is not None
    settled = answered and not draft and not guidance.problems(page, case)
    hint = words("ui.task.typed") if draft else ""
    if answered and guidance.problems(page, case) and not draft:
        hint = words("ui.task.lacks")
    return shut_step(said, answer_line(case, page), settled, to(place), hint)


def _check(case: Case, found: Task) -> list[ft.Control]:
    """The referral is read as a whole before it is sent."""
    if found.id not in REFERRAL:
        return []
    way = row(say("ui.check.row"), referral_line(case), f"{incident(case.id)}/check", left=True)
    return [lower(sheet([way]))]


def _dock(case: Case, found: Task) -> ft.Control:
    guidance = services().guidance

    async def go_on() -> None:
        known = desk().records.case(case.id) or case
        first = guidance.first_open(found, known)
        done = first is None or guidance.status(found, known).state is State.COMPLETED
        await go(incident(case.id) if done or first is None else task_page(case.id, first))

    return action(say("ui.continue"), go_on)
