"""Notice and court: what is recorded of service, hearing and order, its clocks, and what can be recorded."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.case.model import Case
from app.clocks.deadlines import hearing_vs_deadline, referral_state
from app.court import NOT_SERVABLE
from app.visits.window import window
from views.going import to
from views.notice.radio import told_by_radio
from views.notice.serving import attempts, served_outside, told_by_record
from views.parts.facts import facts
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import warning
from views.parts.sheet import leads, sheet, tap_row
from views.parts.text import section, strong
from views.saying import Said, say, words
from views.screen import screen
from views.services import services, use_now
from views.visits.clock_faces import clock_rows
from views.visits.court_told import court_facts
from views.visits.lapsed import lapsed
from views.visits.page import bars, nowhere, place, use_page, use_this_case
from views.visits.recording import breach_bar
from views.visits.steps import asked_at

CLOCKS = ("hearing", "order-end", "custody")


@screen
def court() -> Layout:
    case, at = use_this_case(), use_now()
    page = use_page(case, "court")
    if case is None or page is None:
        return nowhere()
    state = referral_state(case, at, services().calendar)
    content = [
        *breach_bar(case, at),
        *_warnings(case, state, at),
        *served_outside(case),
        *told_by_radio(case),
        section(words("court.state")),
        facts([(words("court.state.label"), words(f"court.state.{state.lower()}")), *court_facts(case)]),
        *clock_rows(case, at, CLOCKS),
        *_acts(case),
    ]
    if case.served_at:
        content += [section(words("court.service")), sheet(told_by_record(case)), *asked_at(page, "service")]
        content += [*attempts(case), section(words("court.application")), *asked_at(page, "application")]
    content += [section(words("papers.title")), sheet([_row(case, say("papers.open"), "documents")])]
    return Layout(head=header(words("court.title")), bars=bars(case), body=content, scroller=page.scroller)


def _warnings(case: Case, state: str, at: datetime) -> list[ft.Control]:
    """Nothing closes by itself: what is in doubt is said until somebody records how it ended."""
    found = lapsed([case], at, "court")
    listed = hearing_vs_deadline(case, services().calendar)
    if listed in ("after_safe", "after_outer") and state in ("served", "listed", "LAPSE_RISK"):
        found.append(warning(words(f"court.{listed.replace('_', '-')}"), words("court.late.title")))
    return found


def _acts(case: Case) -> list[ft.Control]:
    """What can be recorded now. Nothing is offered that would be held."""
    offered = []
    if not case.served_at and case.referral.state not in NOT_SERVABLE:
        offered.append("served")
    if case.served_at and not case.orders:
        offered += ["listed", "adjourned"]
    if not case.orders:
        offered.append("order")
    offered.append("result")
    rows = [_row(case, say(f"court.{name}"), "court", name) for name in offered]
    if not planned(case):
        rows.insert(0, _row(case, say("visits.plan"), "visit", "plan"))
    return [section(words("court.record")), sheet(rows)]


def planned(case: Case) -> bool:
    """Whether there is nothing to plan before an order, or the visits are counted from where the force's
    policy counts them already."""
    found = window(case)
    return case.order_made is None or found is None or any(plan.made == found.first for plan in case.plans)


def _row(case: Case, said: Said, *parts: str) -> ft.Control:
    return tap_row(said, leads(strong(said.text)), to(place(case.id, *parts)))
