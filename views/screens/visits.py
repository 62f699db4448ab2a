"""Visits: every visit that is due on this phone's cases, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import flet as ft

from app.case.model import Case
from app.clocks.words import moment_words
from app.visits.schedule import DueVisit, due_list
from views.going import to
from views.parts.buttons import link, outlined
from views.parts.dock import tabs
from views.parts.empty import empty
from views.parts.frame import Layout
from views.parts.header import top_header
from views.parts.strip import strip_legend
from views.parts.tag import sync_badge
from views.parts.text import margin, second, section
from views.saying import say, words
from views.screen import screen
from views.services import use_now, use_records
from views.theme import measures
from views.visits.due import ROWS, due_rows, sections
from views.visits.groups import alone
from views.visits.said import day_words


@screen
def visits() -> Layout:
    records, at = use_records(), use_now()
    ahead, show_ahead = ft.use_state(False)
    cases = records.cases()
    rows = due_list(cases, at)
    urgent = any(row.status != "planned" for row in rows)
    content = _list(rows, at) if urgent or ahead else _empty(rows, cases, at, lambda: show_ahead(True))
    return Layout(
        head=top_header(words("visits.title"), sync_badge(records.unsent_count(), to("/send"))),
        body=content,
        dock=tabs("visits"),
    )


def _list(rows: Sequence[DueVisit], at: datetime) -> list[ft.Control]:
    found: list[ft.Control] = [margin(strip_legend(), above=measures.S4)] if _ordered(rows) else []
    shown: set[str] = set()
    for name, cut in sections(rows):
        aside = words("visits.today", day=day_words(at.date())) if name == "due" else ""
        found += [section(words(f"visits.section.{name}"), aside), due_rows(cut, shown, at)]
    left = len(rows) - ROWS
    if left > 0:
        found.append(margin(second(words("visits.more", count=left)), above=measures.S12))
    return [*found, margin(alone(link(say("visits.add"), to("/visits/new"))), above=measures.S12)]


def _ordered(rows: Sequence[DueVisit]) -> bool:
    return any(row.case.order_made for row in rows)


def _empty(
    rows: Sequence[DueVisit], cases: Sequence[Case], at: datetime, ahead: Callable[[], Any]
) -> list[ft.Control]:
    """What is empty, what comes next and when, and what can be done."""
    buttons = [outlined(say("visits.ahead"), ahead, ft.Icons.CALENDAR_TODAY_OUTLINED)] if rows else []
    if cases:
        buttons.append(outlined(say("visits.add"), to("/visits/new"), ft.Icons.ADD))
    return [empty(words("visits.empty"), _next_words(rows, cases, at), *buttons)]


def _next_words(rows: Sequence[DueVisit], cases: Sequence[Case], at: datetime) -> str:
    if not rows:
        return words("visits.empty.none" if cases else "visits.empty.no-incident")
    first = min(rows, key=lambda row: (row.visit.due, row.visit.id))
    when = moment_words(first.visit.at, at) if first.visit.at else day_words(first.visit.due)
    return words("visits.empty.next", when=when, who=first.case.initials or first.case.ref)
