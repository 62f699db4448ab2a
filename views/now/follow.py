"""What follows decisions and is to be done, and the way to the steps for a breach, as Now shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.facts.breach import breach_procedure_offered
from app.monitoring.tasks import Task
from views.going import to
from views.notice.follow_ups import due_words, owner_words, place_of, title_of
from views.now.whose import whose
from views.parts.breach import breach_now
from views.parts.records import Need, need_row
from views.saying import Said, say, words
from views.services import services
from views.visits.page import place

MOST, BREACHES = 6, 3


def follow_rows(tasks: Sequence[tuple[Case, Task]], now: datetime) -> Iterator[ft.Control]:
    """The soonest few; whose they are in initials."""
    for case, task in tasks[:MOST]:
        late = task.state(now) == "overdue"
        told = " ".join((f"{due_words(task)}.", f"{owner_words(task)}.", whose(case)))
        icon = ft.Icons.PRIORITY_HIGH if late else ft.Icons.TASK_ALT
        need = Need(icon, title_of(case, task), told, late)
        said = Said(f"now.follow.{case.id}.{task.id.replace('/', '.')}", need.title)
        yield need_row(said, need, to(place_of(case, task)))
    if len(tasks) > MOST:
        more = words("now.follow.more", count=len(tasks) - MOST)
        need = Need(ft.Icons.TASK_ALT, more, words("now.follow.more.text"))
        yield need_row(Said("now.follow.more", more), need, None)


def breach_bars(cases: Sequence[Case], now: datetime) -> list[ft.Control]:
    """One tap from here to the steps for a breach, wherever a notice or an order is or may be in force."""
    offered = [case for case in cases if breach_procedure_offered(case, now, services().calendar)]
    return [
        breach_now(say("breach.now").of(case.id), whose(case), to(place(case.id, "breach")))
        for case in offered[:BREACHES]
    ]
