"""The incident that the officer has in hand, with the one filled button of the screen."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.clocks.words import moment_words
from app.guidance.model import State
from app.visits.schedule import risk_grade
from views.going import to
from views.parts.buttons import filled
from views.parts.steps import card, steps
from views.parts.tag import risk_tag
from views.parts.text import second
from views.saying import say, words
from views.services import now, services
from views.theme import letters, look, measures


def open_card(case: Case) -> ft.Control:
    guidance, here = services().guidance, look()
    listed = [task for task in guidance.tasks if task.listed]
    states = {task.id: guidance.status(task, case).state for task in listed}
    done = sum(state is State.COMPLETED for state in states.values())
    left = [task for task in listed if states[task.id] in (State.NOT_STARTED, State.IN_PROGRESS)]
    begun = [task for task in left if states[task.id] is State.IN_PROGRESS]
    risk = risk_tag(risk_grade(case))
    lines: list[ft.Control] = [
        ft.Row([ft.Container(second(words("now.open-incident")), expand=True), *([risk] if risk else [])]),
        here.words(case.initials or case.ref, letters.SCREEN),
        second(_line(case)),
        ft.Container(steps(done, len(listed)), padding=ft.Padding.symmetric(vertical=measures.S4)),
        second(words("now.card.done", done=done, total=len(listed))),
    ]
    if left:
        following = words(f"task.{(begun or left)[0].id}")
        lines.append(here.words(words("now.card.next", task=following), letters.TAG))
    lines.append(
        ft.Container(
            filled(say("now.continue"), to(f"/incident/{case.id}")),
            padding=ft.Padding.only(top=measures.S8),
        )
    )
    return card(*lines)


def _line(case: Case) -> str:
    started = case.report_at or case.opened_at
    if started is None:
        return case.ref
    return words("now.card.line", ref=case.ref, time=moment_words(started, now()))
