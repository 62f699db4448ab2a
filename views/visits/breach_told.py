"""What a case says of notice, order and breaches, in words for the breach pages."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.case.model import Breach, Case
from app.clocks.deadlines import InForce, notice_in_force, order_end, order_in_force
from app.clocks.words import deadline_words
from views.going import to
from views.parts.facts import Fact
from views.parts.sheet import chevron, sheet, tap_row
from views.parts.text import section, strong
from views.saying import Said, words
from views.services import services
from views.visits.page import place


def in_force_facts(case: Case, now: datetime) -> list[Fact]:
    """Doubt is an answer: it is checked, never rounded to a yes or a no."""
    found: list[Fact] = []
    if case.order_made:
        found.append((words(f"breach.of.{case.order_kind.lower()}"), _order(case, case.order_made, now)))
    if case.served_at:
        force = notice_in_force(case, now, services().calendar)
        if force is not InForce.NO:
            told = words(f"breach.notice.{force}", served=deadline_words(case.served_at))
            found.append((words(f"breach.of.{case.notice.lower()}"), told))
    return found or [(words("breach.in-force"), words("breach.none-known"))]


def _order(case: Case, made_at: datetime, now: datetime) -> str:
    ends, made = order_end(case), deadline_words(made_at)
    if ends is None:
        return words("breach.order.open" if order_in_force(case, now) else "breach.order.no-end", made=made)
    state = "yes" if order_in_force(case, now) else "over"
    return words(f"breach.order.{state}", made=made, end=deadline_words(ends))


def reported_rows(case: Case) -> list[ft.Control]:
    """Breaches reported before; each leads to its clock and the steps after it."""
    if not case.breaches:
        return []
    rows = [_reported(case, each) for each in sorted(case.breaches, key=lambda each: each.at, reverse=True)]
    return [section(words("breach.reported")), sheet(rows)]


def _reported(case: Case, breach: Breach) -> ft.Control:
    row = ft.Row([ft.Container(strong(breach_line(breach)), expand=True), chevron()])
    said = Said(f"breach.reported.{breach.entry}", breach_line(breach))
    return tap_row(said, row, to(place(case.id, "breach", breach.entry)))


def breach_line(breach: Breach) -> str:
    """'Arrested Sun 6 Dec 2026, 01:15' or 'No arrest, Sun 6 Dec 2026, 01:15'."""
    if breach.arrested_at:
        return words("breach.line.arrested", time=deadline_words(breach.arrested_at))
    return words("breach.line.no-arrest", time=deadline_words(breach.at))
