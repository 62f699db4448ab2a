"""Clocks of a case as rows; each leads to how it was worked out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.clocks.running import RunningClock, running_clocks
from views.going import to
from views.now.faces import face_of
from views.parts.clocks import clock_row
from views.parts.sheet import sheet
from views.parts.text import section
from views.saying import Said, words
from views.services import services
from views.visits.page import place


def clock_rows(case: Case, now: datetime, kinds: Sequence[str]) -> list[ft.Control]:
    """Those whose id begins with one of `kinds`, the soonest first."""
    known = running_clocks(case, now, services().calendar)
    wanted = [clock for clock in known if clock.id.partition("/")[0] in kinds]
    rows = [clock_line(clock) for clock in wanted]
    return [section(words("court.clocks")), sheet(rows)] if rows else []


def clock_line(clock: RunningClock) -> ft.Control:
    face = face_of(clock)
    there = to(place(clock.case, "clock", clock.id)) if clock.start else None
    return clock_row(Said(f"clock.{clock.id}", face.name), face, there)
