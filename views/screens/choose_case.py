"""For which incident a visit is added."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.visits.schedule import risk_grade
from views.going import to
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.records import Whose, case_row, pager
from views.parts.sheet import sheet
from views.parts.text import body, margin, section
from views.saying import Said, words
from views.screen import screen
from views.services import use_records
from views.theme import measures
from views.visits.page import place

ROWS = 50


@screen
def choose_case() -> Layout:
    first, turn = ft.use_state(0)
    open_ = [case for case in use_records().cases() if case.referral.state != "closed"]
    if not open_:
        nothing: list[ft.Control] = [margin(body(words("visits.empty.no-incident")), above=measures.S24)]
        return Layout(head=header(words("visits.add")), body=nothing)
    rows = sheet([_row(case) for case in open_[first : first + ROWS]])
    content: list[ft.Control] = [section(words("visits.for")), rows, *pager(first, ROWS, len(open_), turn)]
    return Layout(head=header(words("visits.add")), body=content)


def _row(case: Case) -> ft.Control:
    said = Said(f"visits.for.{case.id}", case.ref)
    there = to(place(case.id, "visit", "new"))
    return case_row(said, Whose(case.ref, case.initials, risk_grade(case)), "", there)
