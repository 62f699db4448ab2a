"""The incident: what runs, what is left to do in any order, who is in it."""

from __future__ import annotations

import flet as ft

from app.timekeeping import LONDON
from views.going import go, to
from views.incident.decisions import crossed
from views.incident.more_rows import missing, more, people
from views.incident.overview import clocks, conflicts, identity
from views.incident.task_rows import following, next_place, next_said, tasks
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.sheet import sheet
from views.parts.tag import saved_badge
from views.saying import Said, words
from views.screen import screen
from views.services import desk, use_now
from views.theme import look
from views.visits.changed_deadline import changed_deadlines
from views.visits.lapsed import lapsed
from views.visits.page import nowhere, use_this_case
from views.visits.recording import breach_bar


@screen
def incident() -> Layout:
    case, at = use_this_case(), use_now()
    if case is None:
        return nowhere()
    written = case.last_written.astimezone(LONDON) if case.last_written else None
    saved = saved_badge(f"{written:%H:%M}", to("/send")) if written else None
    task = following(case)

    async def go_on() -> None:
        """To what is open now, whatever came in since this was drawn."""
        known = desk().records.case(case.id) or case
        left = following(known)
        await go(next_place(known, left) if left else f"/incident/{case.id}/chronology")

    said = (
        next_said(task)
        if task
        else Said("ui.incident.read", words("ui.incident.look" if look().large else "ui.incident.read"))
    )
    body: list[ft.Control] = [
        *lapsed([case], at),
        *changed_deadlines(case),
        sheet([identity(case), *clocks(case)]),
        *breach_bar(case, at),
        *crossed(case),
        *conflicts(case),
        *missing(case),
        *tasks(case),
        *people(case),
        *more(case),
    ]
    return Layout(head=header(words("ui.incident.title"), saved), body=body, dock=action(said, go_on))
