"""Rows of an incident that lead to the plan, the move, the referrals, the reviews, the briefings
and the longer orders."""

from __future__ import annotations

from collections.abc import Iterator

from app.case.model import Case
from views.briefing.telling import count_line as briefing_line
from views.briefing.telling import unread_here
from views.moving.form import last_line
from views.planning.telling import count_line as plan_line
from views.reviewing.telling import count_line as review_line
from views.reviewing.telling import is_late
from views.saying import Said, say
from views.support.telling import count_line as support_line
from views.support.telling import is_blocked
from views.visits.page import place

Way = tuple[Said, str, str, bool]
"""Its words, how things stand there, its place, and whether somebody still has to do something."""


def beside(case: Case) -> Iterator[Way]:
    yield say("plan-now.row"), plan_line(case), place(case.id, "plan"), False
    yield say("support.title"), support_line(case), place(case.id, "support"), is_blocked(case)
    yield say("reviews.title"), review_line(case), place(case.id, "reviews"), is_late(case)
    yield say("moved.row"), last_line(case), place(case.id, "moved"), False
    yield say("briefing.row"), briefing_line(case), place(case.id, "briefings"), bool(unread_here(case))
    yield say("order-note.title"), "", place(case.id, "orders"), False
