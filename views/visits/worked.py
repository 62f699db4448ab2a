"""How a court clock was worked out, in words: the start, both answers, the rule, and every day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import flet as ft

from app.case.model import Case
from app.clocks.counted import counted_left
from app.clocks.ended import Ended
from app.clocks.explained import Explained, OrderDays
from app.clocks.started import Earlier
from app.clocks.words import (
    deadline_words,
    hours_words,
    moment_words,
    off_words,
    span_words,
    stretch_words,
    zone_word,
)
from app.clocks.working import Count, WorkedDay, Working
from views.going import to
from views.parts.buttons import link
from views.parts.facts import Fact, facts
from views.parts.panel import panel
from views.parts.text import body, margin, second, section
from views.saying import say, words
from views.services import now, services
from views.theme import measures
from views.visits.groups import alone
from views.visits.page import place
from views.visits.said import day_words


def with_zone(at: datetime) -> str:
    """'Tue 16 Jun 2026, 22:15 BST', 'end of Tue 16 Jun (24:00) BST'."""
    return words("clock.zone", time=deadline_words(at), zone=zone_word(at))


def worked_out(case: Case, told: Explained, at: datetime) -> list[ft.Control]:
    """Everything below the clock itself."""
    return [
        *_ended(told.ended),
        *_start(case, told),
        *_answers(told, at),
        *_rule(told),
        *(control for name, run in told.workings for control in _days(told, name, run)),
        *(_order(told.order, told.safe) if told.order else []),
        *calendar_line(told.calendar),
    ]


def calendar_line(version: str) -> list[ft.Control]:
    return [margin(second(words("clock.calendar", version=version)), above=measures.S16)]


def _ended(ended: Ended | None) -> list[ft.Control]:
    if ended is None:
        return []
    at = with_zone(ended.at) if ended.at else words("clock.ended.no-time")
    return [panel(words("clock.ended.stays"), words(f"clock.ended.{ended.how}", time=at))]


def _start(case: Case, told: Explained) -> list[ft.Control]:
    rows: list[Fact] = [(words(f"clock.start.{told.kind}"), with_zone(told.started.at))]
    rows += [_earlier(each) for each in told.earlier]
    entry = told.started.entry
    way = margin(alone(link(say("clock.record"), to(place(case.id, "note", entry)))))
    return [section(words("clock.started")), facts(rows), *([way] if entry else [])]


def _earlier(each: Earlier) -> Fact:
    """The start that stood before, and the deadline that it gave: nothing is lost by putting it right."""
    when = moment_words(each.changed_at, now())
    name = words("clock.earlier", when=when, officer=each.by)
    said = [with_zone(each.at), *([each.why] if each.why else [])]
    if each.answers:
        safe, outer = with_zone(each.answers.safe), with_zone(each.answers.outer)
        key = "clock.earlier.one" if safe == outer else "clock.earlier.two"
        said.append(words(key, safe=safe, outer=outer))
    return name, "\n".join(said)


def _answers(told: Explained, at: datetime) -> list[ft.Control]:
    """Both, always: the safe one is worked to, the outer one says what may still be in force."""
    if told.order:
        return []
    rows: list[Fact] = [
        (words("clock.safe"), with_zone(told.safe)),
        (words("clock.outer"), with_zone(told.outer)),
    ]
    if told.ended is None and at < told.safe:
        left = counted_left(max(at, told.started.at), told.safe, services().calendar)
        whole = span_words(told.safe - max(at, told.started.at))
        rows.append((words("clock.left"), words("clock.left.both", counted=span_words(left), whole=whole)))
    if told.kind == "hearing":
        said = with_zone(told.sitting) if told.sitting else words("clock.no-sitting")
        rows.append((words("clock.sitting"), said))
    same = [words("clock.answers.same")] if told.safe == told.outer else []
    for_what = [*same, *(words(f"clock.for.{each}.{told.kind}") for each in ("safe", "outer"))]
    lines = margin(*(body(line) for line in for_what), above=measures.S8, gap=measures.S4)
    return [section(words("clock.answers")), facts(rows), lines]


def _rule(told: Explained) -> list[ft.Control]:
    rows: list[Fact] = [(words("clock.law"), told.law)]
    if told.basis:
        hearing = with_zone(told.hearing_at) if told.hearing_at else ""
        rows.append((words("clock.basis"), words(f"clock.basis.{told.basis}", hearing=hearing)))
    said = [words(f"clock.rule.{told.kind}")]
    return [
        section(words("clock.the-rule")),
        facts(rows),
        *(margin(body(each), above=measures.S8) for each in said),
    ]


def _days(told: Explained, name: str, run: Working) -> list[ft.Control]:
    title = words(f"clock.days.{name}" if len(told.workings) > 1 else "clock.days")
    rows = [(_day_name(each), _day(each, run)) for each in run.days]
    rows.append((words("clock.sum"), _sum(run)))
    if len(told.workings) > 1:
        rows.insert(0, (words("clock.ends"), _both(run)))
    return [section(title, words("clock.hours", hours=run.hours)), facts(rows)]


def _both(run: Working) -> str:
    key = "clock.earlier.one" if run.safe == run.outer else "clock.earlier.two"
    return words(key, safe=with_zone(run.safe), outer=with_zone(run.outer))


def _day_name(day: WorkedDay) -> str:
    return words("clock.day.stretch", day=day_words(day.day), stretch=stretch_words(day.opens, day.closes))


def _day(day: WorkedDay, run: Working) -> str:
    if day.count is Count.NOT_COUNTED:
        return words("clock.day.skipped", why=off_words(day.why))
    if day.count is Count.DOUBTFUL:
        safe = hours_words(day.safe)
        return words(
            "clock.day.doubtful" if day.safe else "clock.day.doubtful-after",
            why=off_words(day.why),
            safe=safe,
        )
    if day.safe == day.outer:
        return words("clock.day.counted", hours=hours_words(day.safe))
    return words("clock.day.apart", safe=hours_words(day.safe), outer=hours_words(day.outer))


def _sum(run: Working) -> str:
    nothing = timedelta()
    safe, outer = (sum((getattr(day, name) for day in run.days), nothing) for name in ("safe", "outer"))
    return words("clock.sum.both", safe=hours_words(safe), outer=hours_words(outer))


def _order(order: OrderDays, ends: datetime) -> Iterator[ft.Control]:
    """Made + n - 1: the day it was made is day 1, and no day is left out, s.28(10)."""
    rows: list[Fact] = [
        (words("clock.order.first"), words("clock.order.first.day", day=day_words(order.made))),
        (words("clock.order.days"), words("clock.order.added", days=order.days, more=order.days - 1)),
        (words("clock.order.last"), day_words(order.last_day)),
        (words("clock.end"), with_zone(ends)),
    ]
    if order.sealed_end:
        rows.append((words("clock.order.sealed"), order.sealed_end))
    yield section(words("clock.days"))
    yield facts(rows)
    yield margin(body(words("clock.order.check")), above=measures.S8)
