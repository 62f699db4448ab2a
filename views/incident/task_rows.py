"""The tasks of an incident as rows, and which of them comes next."""

from __future__ import annotations

from collections.abc import Iterator

import flet as ft

from app.case.model import Case
from app.guidance.model import State, Task, TaskStatus
from views.going import to
from views.incident.going_on import incident, task_page
from views.incident.people import children_fact
from views.parts.sheet import sheet
from views.parts.tasks import task_row
from views.parts.text import section
from views.saying import Said, say, words
from views.services import services
from views.talk.guide import TALK, progress_words
from views.theme import look

_OPEN = (State.IN_PROGRESS, State.NOT_STARTED)


def listed(case: Case) -> list[tuple[Task, TaskStatus]]:
    guidance = services().guidance
    return [(task, guidance.status(task, case)) for task in guidance.tasks if task.listed]


def tasks(case: Case) -> list[ft.Control]:
    every = listed(case)
    done = sum(how.state is State.COMPLETED for _, how in every)
    rows = [
        task_row(say(f"task.{task.id}"), how.state, to(place(case, task)), _fact(case, task, how))
        for task, how in every
    ]
    total = words("ui.count-done", done=done, total=len(every))
    return [section(words("ui.incident.tasks"), total), sheet(rows)]


def place(case: Case, task: Task) -> str:
    """The conversation has a page of its own; every other task lists its questions."""
    return f"{incident(case.id)}/consent" if task.id == TALK else f"{incident(case.id)}/task/{task.id}"


def _fact(case: Case, task: Task, how: TaskStatus) -> str:
    if how.reason:
        return words(how.reason)
    if task.id == "children" and how.state is not State.COMPLETED:
        return children_fact(case)
    if task.id == TALK and how.state is State.IN_PROGRESS:
        return progress_words(case)
    if how.state is State.IN_PROGRESS:
        return words("ui.incident.answered", done=how.done, total=how.total)
    return ""


def following(case: Case) -> Task | None:
    """What was begun comes first, then what is not begun yet, in the order of the list."""
    return next(iter(_waiting(case)), None)


def _waiting(case: Case) -> Iterator[Task]:
    every = listed(case)
    for state in _OPEN:
        yield from (task for task, how in every if how.state is state)


def next_place(case: Case, task: Task) -> str:
    """Straight to the question, and not to the list of them."""
    first = services().guidance.first_open(task, case)
    if task.id == TALK or first is None:
        return place(case, task)
    return task_page(case.id, first)


def next_said(task: Task) -> Said:
    """'Continue: people and children'; at large text the verb alone."""
    if look().large:
        return say("ui.continue")
    return Said("ui.continue", words("ui.incident.continue", task=words(f"ui.incident.next.{task.id}")))
