"""From risk and reviews onwards: grade again, the force's own questions, something that happened."""

from __future__ import annotations

import flet as ft

from app.case.model import Case
from app.risk_tool import Tool
from views.incident.more_rows import row
from views.parts.sheet import sheet
from views.reviewing.telling import TOOL
from views.saying import say, words
from views.services import services
from views.visits.page import place


def ways(case: Case) -> ft.Control:
    rows = [row(say("reviews.regrade"), "", f"/incident/{case.id}/task/risk/{TOOL}")]
    tool = services().tool
    if isinstance(tool, Tool):
        told = words("reviews.force.hint", title=tool.title, version=tool.version)
        rows.append(row(say("reviews.force"), told, place(case.id, "risk", "tool")))
    rows.append(
        row(say("reviews.happened"), words("reviews.happened.hint"), place(case.id, "after", "happened"))
    )
    return sheet(rows)
