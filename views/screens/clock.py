"""How a deadline was worked out: the start, both answers, the rule, each day counted or not and why."""

from __future__ import annotations

from datetime import datetime, timedelta

import flet as ft

from app.case.model import Case
from app.clocks.explained import explained, task_days
from app.clocks.face import RunningClock
from app.clocks.running import running_clocks
from app.clocks.updates import told_for
from app.clocks.words import off_words
from app.timekeeping import LONDON
from views.going import to
from views.parts.drifting import drift_line
from views.parts.facts import facts
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.panel import panel
from views.parts.sheet import sheet
from views.parts.text import body, margin, section
from views.saying import words
from views.screen import screen
from views.services import services, use_now
from views.theme import measures
from views.visits.changed_deadline import changed_deadlines
from views.visits.clock_faces import clock_line
from views.visits.page import bars, nowhere, place, use_this_case
from views.visits.said import day_words
from views.visits.worked import calendar_line, with_zone, worked_out

IN_DAYS = ("support-referral", "update")


@screen
def clock() -> Layout:
    case, at, params = use_this_case(), use_now(), ft.use_route_params()
    name = "/".join(each for each in (params.get("clock", ""), params.get("about", "")) if each)
    if case is None:
        return nowhere()
    known = next((each for each in running_clocks(case, at, services().calendar) if each.id == name), None)
    row = [sheet([clock_line(known)]), *drift_line()] if known else []
    shown = [*changed_deadlines(case, name), *row]
    told = explained(case, name, at, services().calendar)
    if told:
        return _layout(case, [*shown, *worked_out(case, told, at)])
    return _layout(case, [*shown, *(_simple(known) if known and known.start else _over(case, name))])


def _simple(clock: RunningClock) -> list[ft.Control]:
    """A clock of working days or of plain hours: nothing in it is in doubt."""
    start, end = clock.start, clock.safe
    assert start is not None
    assert end is not None
    in_days = clock.id.partition("/")[0] in IN_DAYS
    rows = [(words("clock.start"), with_zone(start)), (words("clock.end"), with_zone(end))]
    rule = words("clock.rule.days" if in_days else "clock.rule.hours")
    shown = [section(words("clock.worked")), facts(rows), margin(body(rule), above=measures.S8)]
    return [*shown, *(_days(start, end) if in_days else []), *calendar_line(clock.calendar)]


def _days(start: datetime, end: datetime) -> list[ft.Control]:
    first, last = (each.astimezone(LONDON).date() for each in (start, end - timedelta(seconds=1)))
    rows = [(day_words(first), words("clock.day.first"))]
    for each in task_days(first, last, services().calendar):
        key = "clock.day.working" if each.number else "clock.day.not-working"
        rows.append((day_words(each.day), words(key, number=each.number, why=off_words(each.why))))
    return [section(words("clock.days")), facts(rows)]


def _over(case: Case, name: str) -> list[ft.Control]:
    """What ended it, where that is recorded as a time of its own."""
    update = told_for(case, name, services().calendar)
    if update is None or update.told_at is None:
        return [margin(body(words("clock.over")), above=measures.S24)]
    done = panel(words("clock.ended.stays"), words("clock.ended.told", time=with_zone(update.told_at)))
    rows = [(words("clock.start"), with_zone(update.since)), (words("clock.end"), with_zone(update.ends))]
    return [
        done,
        section(words("clock.worked")),
        facts(rows),
        margin(body(words("clock.rule.days")), above=measures.S8),
        *_days(update.since, update.ends),
    ]


def _layout(case: Case, content: list[ft.Control]) -> Layout:
    head = header(words("clock.title"), on_back=to(place(case.id)))
    return Layout(head=head, bars=bars(case), body=content)
