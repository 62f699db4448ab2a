"""The tasks that follow each step of the notice, in words: what, because of what, by when, whose."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.case.model import Case
from app.clocks.words import deadline_words, moment_words
from app.guidance.wording import slug
from app.monitoring.tasks import Task, open_tasks, tasks_of
from app.triggers import REVIEW
from views.going import to
from views.incident.in_words import fill
from views.parts.follow_ups import FollowUp, follow_up_row
from views.saying import Said, words
from views.services import now, services
from views.visits.page import place

GROUPS = (("now", ("overdue", "due")), ("later", ("later",)), ("settled", ("done", "not-done", "overtaken")))


def all_tasks(case: Case) -> tuple[Task, ...]:
    return tasks_of(case, now(), services().calendar)


def task_named(case: Case, item: str, event: str) -> Task | None:
    return next((each for each in all_tasks(case) if (each.item, each.event.id) == (item, event)), None)


def title_of(case: Case, task: Task) -> str:
    """What is to be done while it waits, what was done afterwards. A review goes by what called for it."""
    if task.review:
        return words("follow.review", trigger=fill(words(f"{task.review}.title"), case))
    return fill(words(f"{task.item}.{'ask' if task.is_open(now()) else 'title'}"), case)


def event_words(task: Task) -> str:
    """'The notice was authorised, 13:50 today'."""
    if task.item == REVIEW:
        return words("follow.since", time=moment_words(task.event.at, now()))
    key = task.event.name.replace("_", "-")
    return words(f"follow.event.{key}", time=moment_words(task.event.at, now()))


def due_words(task: Task) -> str:
    return words("follow.by", by=deadline_words(task.by))


def owner_words(task: Task) -> str:
    if not task.owner:
        return words("follow.owner.nobody")
    return words("follow.owner.named" if task.named else "follow.owner.duty", who=task.owner)


def face_of(case: Case, task: Task) -> FollowUp:
    state = task.state(now())
    lines = [event_words(task)]
    if state in ("due", "overdue", "later"):
        lines += [due_words(task), owner_words(task)]
    elif task.answer and task.answer.happened_at:
        at = moment_words(task.answer.happened_at, now())
        said = words(f"answer.{slug(task.answer.answer)}")
        by = words("follow.answered", answer=said, time=at, who=task.answer.by or words("follow.somebody"))
        lines += [by, *([task.answer.reason] if task.answer.reason else [])]
    return FollowUp(title_of(case, task), state, words(f"follow.state.{state}"), tuple(lines))


def task_line(case: Case, task: Task) -> ft.Control:
    """A task that a newer event has overtaken only tells."""
    face = face_of(case, task)
    said = Said(f"follow.{task.id.replace('/', '.')}", face.title)
    shut = face.state == "overtaken"
    return follow_up_row(said, face, None if shut else to(place_of(case, task)))


def place_of(case: Case, task: Task) -> str:
    """Where it is answered. A review has its own page, which can set a grade with it."""
    if task.review:
        return place(case.id, "reviews", task.event.id)
    return place(case.id, "after", task.item, task.event.id)


def open_line(case: Case) -> str:
    """'3 to do, 1 of them overdue'; for the row of the incident."""
    waiting: Sequence[Task] = open_tasks(case, now(), services().calendar)
    if not waiting:
        return words("follow.none")
    late = sum(each.state(now()) == "overdue" for each in waiting)
    key = "follow.count.late" if late else "follow.count"
    return words(key, count=len(waiting), late=late)
