"""What follows a step of a notice and waits for somebody, over all cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.case.model import Case
from app.monitoring.tasks import Task, open_tasks
from views.services import services


def waiting_tasks(cases: Sequence[Case], now: datetime) -> list[tuple[Case, Task]]:
    """Of all cases on this phone, the soonest first."""
    calendar = services().calendar
    found = [(case, task) for case in cases for task in open_tasks(case, now, calendar)]
    return sorted(found, key=lambda each: (each[1].by, each[0].id))
