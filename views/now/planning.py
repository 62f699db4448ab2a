"""Incidents whose visits have to be planned, planned again, or whose risk was seen to have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import flet as ft

from app.case.model import Case
from app.visits.replanning import change, unplanned
from app.visits.risk_changed import risk_changed
from views.going import to
from views.now.whose import whose
from views.parts.records import Need, need_row
from views.saying import Said, words


def plan_rows(cases: Sequence[Case], most: int) -> Iterator[ft.Control]:
    for case in [each for each in cases if change(each) or unplanned(each)][:most]:
        key = "replan.title" if change(case) else "replan.none"
        yield _row("plan", case, words(key), f"/incident/{case.id}/visits")
    for case in [each for each in cases if risk_changed(each)][:most]:
        yield _row("risk", case, words("replan.risk"), f"/incident/{case.id}/task/risk/risk-tool")


def _row(name: str, case: Case, title: str, route: str) -> ft.Control:
    need = Need(ft.Icons.EVENT_REPEAT, title, whose(case), True)
    return need_row(Said(f"now.{name}.{case.id}", title), need, to(route))
