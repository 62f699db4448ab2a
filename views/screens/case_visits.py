"""The visits of one case: what is still to do, what was done, and what happened besides."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.case.model import Case
from app.visits.schedule import OPEN, status
from views.going import to
from views.parts.buttons import link, outlined
from views.parts.dock import action
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.text import body, margin, section
from views.saying import say, words
from views.screen import screen
from views.services import use_now
from views.theme import measures
from views.visits.clock_faces import chips
from views.visits.days import marked_strip
from views.visits.due import CONTACT, every_visit, visit_lines, visit_of
from views.visits.groups import alone
from views.visits.page import bars, nowhere, place, use_this_case
from views.visits.reading import record
from views.visits.recording import breach_bar
from views.visits.replanning import earlier_plans, plan_again
from views.visits.said import window_line


@screen
def case_visits() -> Layout:
    case, at = use_this_case(), use_now()
    if case is None:
        return nowhere()
    return Layout(
        head=header(words("visits.title")),
        bars=bars(case),
        body=[
            *breach_bar(case, at),
            *chips(case, at),
            *plan_again(case, at),
            *_days(case, at),
            *_listed(case, at),
            *_ways(case),
            *_contacts(case, at),
            *earlier_plans(case),
        ],
        dock=action(say("visits.agree"), to(place(case.id, "visit", "new"))),
    )


def _days(case: Case, at: datetime) -> list[ft.Control]:
    shown = marked_strip(case, at) or [body(window_line(case, at))]
    each = alone(link(say("period.row"), to(place(case.id, "days"))))
    return [margin(*shown, each, above=measures.S12, gap=measures.S12)]


def _listed(case: Case, at: datetime) -> list[ft.Control]:
    known = every_visit(case, at)
    to_do = [visit for visit in known if status(visit, at) in OPEN]
    closed = [visit for visit in known if status(visit, at) not in OPEN]
    found: list[ft.Control] = []
    if not known:
        found.append(margin(body(words("visits.none-planned")), above=measures.S12))
    for name, rows in (("to-do", to_do), ("closed", list(reversed(closed)))):
        if rows:
            found += [section(words(f"visits.{name}")), visit_lines(case, rows, at)]
    return found


def _ways(case: Case) -> list[ft.Control]:
    here = place(case.id, "visit")
    return [
        margin(
            outlined(say("visits.plan"), to(f"{here}/plan"), ft.Icons.CALENDAR_TODAY_OUTLINED),
            outlined(say("visits.contact"), to(f"{here}/{CONTACT}"), ft.Icons.PHONE_OUTLINED),
            above=measures.S16,
            gap=measures.S8,
        )
    ]


def _contacts(case: Case, at: datetime) -> list[ft.Control]:
    """What was not planned: a call, somebody met by chance."""
    known = visit_of(case, CONTACT, at)
    notes = list(reversed(known.records)) if known else []
    return [control for note in notes for control in record(case, note)]
