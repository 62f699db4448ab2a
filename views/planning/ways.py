"""From the plan onwards: advice that matches, the paper for her, the move, referrals, numbers to ring."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.reference.advice import matching
from views.incident.in_words import fill
from views.incident.more_rows import row
from views.moving.form import last_line
from views.parts.panel import panel
from views.parts.sheet import sheet
from views.parts.text import section
from views.saying import Said, say, words
from views.support.telling import count_line
from views.visits.page import place


def ways(case: Case) -> Iterator[ft.Control]:
    """Staying, leaving or undecided opens the advice that matches."""
    pages = [
        row(
            Said(f"advice.{each.id}", fill(words(f"advice.{each.id}"), case)),
            "",
            place(case.id, "plan", "advice", each.id),
        )
        for each in matching(case)
    ]
    yield section(words("plan-now.advice"))
    yield sheet([*pages, row(say("helpline.lead"), "", "/helplines")])
    yield section(words("ui.incident.more"))
    paper = row(say("plan-now.paper"), words("plan-now.paper.hint"), place(case.id, "documents", "plan_copy"))
    yield sheet(
        [
            row(say("moved.row"), last_line(case), place(case.id, "moved")),
            row(say("support.title"), count_line(case), place(case.id, "support")),
            row(say("order-note.title"), "", place(case.id, "orders")),
            paper,
        ]
    )
    yield panel(fill(words("plan-now.undisclosed"), case))
