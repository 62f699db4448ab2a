"""Clocks of a case as rows; each leads to how it was worked out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.clocks.running import RunningClock, running_clocks
from views.going import to
from views.now.faces import face_of
from views.parts.clocks import clock_chip, clock_row
from views.parts.drifting import drift_line
from views.parts.sheet import sheet
from views.parts.text import margin, section
from views.safe import Handler
from views.saying import Said, words
from views.services import services
from views.theme import measures
from views.visits.page import place

COURT = ("hearing", "custody", "order-end")


def clock_rows(case: Case, now: datetime, kinds: Sequence[str]) -> list[ft.Control]:
    """Those whose id begins with one of `kinds`, the soonest first."""
    known = running_clocks(case, now, services().calendar)
    wanted = [clock for clock in known if clock.id.partition("/")[0] in kinds]
    rows = [clock_line(clock) for clock in wanted]
    return [section(words("court.clocks")), sheet(rows), *drift_line()] if rows else []


def chips(case: Case, now: datetime, kinds: Sequence[str] = COURT, most: int = 2) -> list[ft.Control]:
    """What governs, in a line or two each, where the page is about something else. The soonest first."""
    known = running_clocks(case, now, services().calendar)
    wanted = [clock for clock in known if not kinds or clock.id.partition("/")[0] in kinds]
    rows = [_chip(clock) for clock in wanted[:most]]
    return [margin(above=measures.S8), sheet(rows), *drift_line()] if rows else []


def _chip(clock: RunningClock) -> ft.Control:
    face = face_of(clock)
    return clock_chip(Said(f"clock.{clock.id}", face.name), face, _place(clock))


def _place(clock: RunningClock) -> Handler | None:
    """How it was worked out; nowhere while it has not started."""
    return to(place(clock.case, "clock", clock.id)) if clock.start else None


def clock_line(clock: RunningClock) -> ft.Control:
    face = face_of(clock)
    return clock_row(Said(f"clock.{clock.id}", face.name), face, _place(clock))
