"""The rows of the due list. Pure, but for the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

import flet as ft

from app.case.model import Case, Visit
from app.timekeeping import LONDON
from app.visits.extra import AFTER, EXTRA, outstanding
from app.visits.schedule import DueVisit, risk_grade, status
from views.going import to
from views.parts.sheet import sheet
from views.parts.text import stacked
from views.parts.visits import VisitFace, visit_row
from views.saying import Said
from views.visits.page import place
from views.visits.said import case_strip, state_line, why_line
from views.visits.who_takes import settle_line, taken_line

CONTACT = "contact"
NAMES = {CONTACT: ""}
"""Under which name a record tells which visit it is for, where that is not the visit's id."""
ROWS = 50
"""So many rows at most on one page; the rest is counted in words."""


Beside = Callable[[DueVisit], list[ft.Control]]
"""What stands under a row and can be tapped by itself."""


def due_rows(
    rows: Sequence[DueVisit],
    shown: set[str],
    now: datetime,
    beside: Beside = lambda row: [],
    where: Callable[[DueVisit], str] = lambda row: "",
) -> ft.Control:
    """A sheet of them. The strip of a case stands once, at its first row; `shown` remembers which. `where`:
    how near it is, in words."""
    lines = []
    for row in rows:
        strip = None if row.case.id in shown else case_strip(row.case, now)
        shown.add(row.case.id)
        face = VisitFace(
            state=row.status,
            line=state_line(row.visit, row.status, now),
            who=row.case.initials,
            ref=row.case.ref,
            grade=risk_grade(row.case),
            why=why_line(row.case, row.visit, now),
            more=tuple(each for each in (where(row), taken_line(row.case, row.visit)) if each),
            agree=settle_line(row.case, row.visit, now),
        )
        said = Said(f"visits.row.{row.case.id}.{row.visit.id}", f"{row.case.initials} {row.case.ref}")
        line = visit_row(said, face, to(place(row.case.id, "visit", row.visit.id)), strip)
        below = beside(row)
        lines.append(stacked(line, *below) if below else line)
    return sheet(lines)


def visit_lines(case: Case, visits: Sequence[Visit], now: datetime) -> ft.Control:
    """Visits of one case, on its own page."""
    lines = []
    for visit in visits:
        state = status(visit, now)
        face = VisitFace(state=state, line=state_line(visit, state, now), why=why_line(case, visit, now))
        said = Said(f"visits.row.{visit.id}", face.line)
        lines.append(visit_row(said, face, to(place(case.id, "visit", visit.id))))
    return sheet(lines)


def every_visit(case: Case, now: datetime) -> list[Visit]:
    """Planned, agreed, extra, and the contact after the order, by day."""
    return sorted((*case.visits, *outstanding(case, now)), key=lambda visit: (visit.due, visit.id))


def visit_of(case: Case, visit: str, now: datetime) -> Visit | None:
    """The visit of this id, due day or name: "extra", "post-expiry", or "contact" for what was not
    planned. With what was recorded of it."""
    known = next((each for each in every_visit(case, now) if each.id == visit), None)
    if known and known.id not in (EXTRA, AFTER):
        return known
    notes = tuple(note for note in case.contacts if note.for_visit == NAMES.get(visit, visit))
    if known:
        return replace(known, records=notes)
    today = now.astimezone(LONDON).date()
    if visit == CONTACT:
        return Visit(CONTACT, today, records=notes)
    if visit in (EXTRA, AFTER) and notes:
        return Visit(visit, notes[-1].happened_at.astimezone(LONDON).date(), stored="done", records=notes)
    return None
