"""Welfare visits: planned, made, and not answered."""

from __future__ import annotations

from datetime import date

from app.visits.visiting import (
    Extension,
    Step,
    extend_visits,
    plan_visits,
    record_no_answer,
    record_visit,
    start_visit,
)
from tests.scenarios.outcome import Outcome
from tests.scenarios.story import Act
from tests.scenarios.verbs.notice import taken


def planning(act: Act) -> Outcome:
    step = act.step
    made = date.fromisoformat(step.text("order_made")[:10])
    return taken(plan_visits(act.book, act.case, step.text("grade"), made, step.value["days"]))


def extending(act: Act) -> Outcome:
    step = act.step
    dates = tuple(date.fromisoformat(day) for day in step.value["dates"])
    until = date.fromisoformat(step.text("until")) if step.value.get("until") else max(dates)
    return taken(extend_visits(act.book, act.case, Extension(until, dates, step.reason)))


def starting(act: Act) -> Outcome:
    step = act.step
    answers = {step.item: step.text("answer")} if step.item and step.value.get("answer") else {}
    return taken(start_visit(act.book, act.case, step.text("for"), answers))


def recording(act: Act) -> Outcome:
    step = act.step
    note = {key: value for key, value in step.value.items() if key != "event_at"}
    return taken(record_visit(act.book, act.case, {**note, **act.rest}, step.moment("event_at")))


def trying(act: Act) -> Outcome:
    """One step of the ladder after nobody opened."""
    step = act.step
    details = {key: value for key, value in step.value.items() if key != "for"}
    rung = Step(step.item, step.text("for"), {**details, **act.rest})
    return taken(record_no_answer(act.book, act.case, rung))
