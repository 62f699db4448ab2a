"""The 28 days of one case: the strip with its marks, and day by day in words."""

from __future__ import annotations

from datetime import datetime

import flet as ft

from app.case.model import Case
from app.facts.period import Day, Period, marks, period
from app.facts.period_words import day_lines, number_words
from app.timekeeping import LONDON
from views.parts.facts import facts
from views.parts.strip import mark_legend, strip_legend, visit_strip
from views.parts.text import body, margin
from views.saying import words
from views.services import services
from views.theme import measures
from views.visits.said import day_words, window_line


def marked_strip(case: Case, now: datetime) -> list[ft.Control]:
    """The strip with what else happened or is due below its days; nothing while no order is known."""
    told = period(case, now, services().calendar)
    if told is None or told.source != "order":
        return []
    today = now.astimezone(LONDON).date()
    at = next((number for number, each in enumerate(told.days) if each.day == today), None)
    marked = [next(iter(marks(each)), "") for each in told.days]
    cells = [each.cell for each in told.days]
    strip = visit_strip(cells, at, window_line(case, now), marked)
    return [strip_legend(), strip, *mark_legend(marked)]


def days_told(case: Case, now: datetime) -> list[ft.Control]:
    """Every day on which there is anything."""
    told = period(case, now, services().calendar)
    full = [each for each in told.every if each.happenings] if told else []
    if told is None or not full:
        return [margin(body(words("period.none")), above=measures.S12)]
    return [facts([(_name(told, each, now), _lines(case, each)) for each in full])]


def _name(told: Period, day: Day, now: datetime) -> str:
    parts = [day_words(day.day), number_words(services().guidance, told, day)]
    if day.day == now.astimezone(LONDON).date():
        parts.append(words("period.today"))
    return ", ".join(parts)


def _lines(case: Case, day: Day) -> str:
    return "\n".join(day_lines(services().guidance, case, day))
