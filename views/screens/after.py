"""After the decision: what is to be done because of each step, by whom, by when, and what was done."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from views.going import to
from views.incident.more_rows import row
from views.notice.follow_ups import GROUPS, all_tasks, open_line, task_line
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.sheet import sheet
from views.parts.text import body, lower, margin, question, section
from views.saying import Said, say, words
from views.screen import screen
from views.services import now, use_now
from views.theme import look, measures
from views.visits.page import bars, nowhere, place, use_this_case
from views.visits.recording import breach_bar


@screen
def after() -> Layout:
    case, at = use_this_case(), use_now()
    if case is None:
        return nowhere()
    back = words("ui.back" if look().large else "ui.check.back")
    happened = row(say("follow.happened"), words("follow.happened.hint"), place(case.id, "after", "happened"))
    return Layout(
        head=header(words("follow.title")),
        bars=bars(case),
        body=[
            *breach_bar(case, at),
            question(words("follow.ask"), hint=words("follow.hint")),
            *_groups(case),
            lower(sheet([happened])),
        ],
        dock=action(Said("follow.back", back), to(place(case.id))),
    )


def _groups(case: Case) -> list[ft.Control]:
    every = all_tasks(case)
    if not every:
        return [margin(body(words("follow.empty")), above=measures.S8)]
    found: list[ft.Control] = []
    for name, states in GROUPS:
        rows = [task_line(case, each) for each in every if each.state(now()) in states]
        if rows:
            aside = open_line(case) if name == "now" else ""
            found += [section(words(f"follow.group.{name}"), aside), sheet(rows)]
    return found
