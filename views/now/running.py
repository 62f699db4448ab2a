"""Every clock that runs, over all incidents, soonest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import flet as ft

from app.case.model import Case
from app.clocks.running import RunningClock, running_clocks
from views.going import to
from views.now.faces import COUNTED, face_of
from views.parts.clocks import clock_row
from views.saying import Said
from views.services import services

_LAST = datetime.max.replace(tzinfo=UTC)
MOST = 50


def all_clocks(cases: Sequence[Case], moment: datetime) -> list[tuple[Case, RunningClock]]:
    """The soonest first, and those that have not started at the end. What has to be before a court, and
    what ends within hours, never sinks below tasks that are long overdue."""
    calendar = services().calendar
    found = [(case, clock) for case in cases for clock in running_clocks(case, moment, calendar)]
    return sorted(found, key=lambda each: (_waits(each[1]), each[1].safe or _LAST, each[1].case, each[1].id))


def _waits(clock: RunningClock) -> bool:
    return clock.start is None or not (clock.id.partition("/")[0] in COUNTED or clock.state == "soon")


def clock_rows(clocks: Sequence[tuple[Case, RunningClock]]) -> list[ft.Control]:
    return [_row(case, clock) for case, clock in clocks[:MOST]]


def _row(case: Case, clock: RunningClock) -> ft.Control:
    face = face_of(clock, case.initials or case.ref)
    said = Said(f"now.clock.{clock.id}.{case.id}", face.name)
    below = f"/clock/{clock.id}" if clock.start else ""
    return clock_row(said, face, to(f"/incident/{case.id}{below}"))
