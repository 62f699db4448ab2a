"""Every clock that runs, over all incidents, soonest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import flet as ft

from app.case.model import Case
from app.clocks.running import RunningClock, running_clocks
from views.going import to
from views.now.faces import face_of
from views.parts.clocks import clock_row
from views.saying import Said
from views.services import services

_LAST = datetime.max.replace(tzinfo=UTC)
MOST = 50


def all_clocks(cases: Sequence[Case], moment: datetime) -> list[tuple[Case, RunningClock]]:
    """Those that run or have passed first; those that have not started say so at the end."""
    calendar = services().calendar
    found = [(case, clock) for case in cases for clock in running_clocks(case, moment, calendar)]
    return sorted(found, key=lambda each: (each[1].safe or _LAST, each[1].case, each[1].id))


def clock_rows(clocks: Sequence[tuple[Case, RunningClock]]) -> list[ft.Control]:
    return [_row(case, clock) for case, clock in clocks[:MOST]]


def _row(case: Case, clock: RunningClock) -> ft.Control:
    face = face_of(clock, case.initials or case.ref)
    said = Said(f"now.clock.{clock.id}.{case.id}", face.name)
    below = f"/clock/{clock.id}" if clock.start else ""
    return clock_row(said, face, to(f"/incident/{case.id}{below}"))
