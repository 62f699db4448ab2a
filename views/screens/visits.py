"""Visits: every visit that is due on this phone's cases, whose it is, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import flet as ft

from app.case.model import Case
from app.clocks.words import moment_words
from app.visits.schedule import DueVisit, due_list, needing_somebody
from views.going import to
from views.parts.buttons import outlined
from views.parts.dock import tabs
from views.parts.empty import empty
from views.parts.frame import Layout
from views.parts.header import top_header
from views.parts.tag import sync_badge
from views.saying import say, words
from views.screen import screen
from views.services import use_now, use_records
from views.shift.choosing import choosing
from views.shift.listing import listing, ways
from views.visits.said import day_words


@screen
def visits() -> Layout:
    records, at = use_records(), use_now()
    ahead, show_ahead = ft.use_state(False)
    _, redraw = ft.use_state(0)
    cases = records.cases()
    rows = due_list(cases, at)
    if ahead or needing_somebody(rows):
        content = [*choosing(lambda: redraw(lambda count: count + 1)), *listing(rows, at)]
    else:
        content = [_empty(rows, cases, at, lambda: show_ahead(True)), *([ways()] if cases else [])]
    return Layout(
        head=top_header(words("visits.title"), sync_badge(records.unsent_count(), to("/send"))),
        body=content,
        dock=tabs("visits"),
    )


def _empty(
    rows: Sequence[DueVisit], cases: Sequence[Case], at: datetime, ahead: Callable[[], Any]
) -> ft.Control:
    """What is empty, what comes next and when, and what can be done."""
    buttons = [outlined(say("visits.ahead"), ahead, ft.Icons.CALENDAR_TODAY_OUTLINED)] if rows else []
    return empty(words("visits.empty"), _next_words(rows, cases, at), *buttons)


def _next_words(rows: Sequence[DueVisit], cases: Sequence[Case], at: datetime) -> str:
    if not rows:
        return words("visits.empty.none" if cases else "visits.empty.no-incident")
    first = min(rows, key=lambda row: (row.visit.due, row.visit.id))
    when = moment_words(first.visit.at, at) if first.visit.at else day_words(first.visit.due)
    return words("visits.empty.next", when=when, who=first.case.initials or first.case.ref)
