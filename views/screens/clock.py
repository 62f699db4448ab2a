"""How a deadline was worked out: each day counted or not and why, both answers, the last sitting."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import flet as ft

from app.case.model import Case
from app.clocks.deadlines import last_practical_sitting
from app.clocks.face import RunningClock
from app.clocks.running import running_clocks
from app.clocks.words import deadline_words, zone_word
from app.court_calendar import Reading
from app.timekeeping import LONDON
from views.going import to
from views.parts.facts import Fact, facts
from views.parts.frame import Layout
from views.parts.header import header
from views.parts.sheet import sheet
from views.parts.text import body, margin, second, section
from views.saying import words
from views.screen import screen
from views.services import services, use_now
from views.theme import measures
from views.visits.clock_faces import clock_line
from views.visits.page import bars, nowhere, place, use_this_case
from views.visits.said import day_words

COUNTED = ("hearing", "custody")
DAYS = 40


@screen
def clock() -> Layout:
    case, at, params = use_this_case(), use_now(), ft.use_route_params()
    name = "/".join(each for each in (params.get("clock", ""), params.get("about", "")) if each)
    known = running_clocks(case, at, services().calendar) if case else []
    found = next((each for each in known if each.id == name), None)
    if case is None:
        return nowhere()
    if found is None or found.start is None or found.safe is None or found.outer is None:
        return _layout(case, [margin(body(words("clock.over")), above=measures.S24)])
    return _layout(
        case,
        [
            sheet([clock_line(found)]),
            *_answers(case, found, found.safe, found.outer),
            *_days(found, found.start, found.outer),
            margin(second(words("clock.calendar", version=found.calendar)), above=measures.S16),
        ],
    )


def _answers(case: Case, clock: RunningClock, safe: datetime, outer: datetime) -> list[ft.Control]:
    """Both answers, always: the safe one is worked to, the outer one says what may still be in force."""
    counted = clock.id.partition("/")[0] in COUNTED
    rows: list[Fact] = [(words("clock.start"), _with_zone(clock.start or safe))]
    rows.append((words("clock.safe" if counted else "clock.end"), _with_zone(safe)))
    if counted:
        rows.append((words("clock.outer"), _with_zone(outer)))
    if clock.id == "hearing":
        sitting = last_practical_sitting(case, services().calendar)
        told = deadline_words(sitting) if sitting else words("clock.no-sitting")
        rows.append((words("clock.sitting"), told))
    note = (
        [margin(second(words("clock.two-answers")), above=measures.S8)] if counted and safe != outer else []
    )
    return [section(words("clock.answers" if counted else "clock.worked")), facts(rows), *note]


def _with_zone(at: datetime) -> str:
    return words("clock.zone", time=deadline_words(at), zone=zone_word(at))


def _days(clock: RunningClock, start: datetime, outer: datetime) -> list[ft.Control]:
    """Every local day from the start to the later answer; a long stretch is named by its ends."""
    first, last = start.astimezone(LONDON).date(), (outer - timedelta(seconds=1)).astimezone(LONDON).date()
    if (last - first).days > DAYS:
        return []
    number = max((last - first).days, 0) + 1
    rows = [_day(clock, first + timedelta(at)) for at in range(number)]
    return [section(words("clock.days")), facts(rows)]


def _day(clock: RunningClock, day: date) -> Fact:
    skipped = dict(clock.uncounted).get(day)
    if skipped is None:
        return day_words(day), words("clock.day.counted")
    if clock.id.partition("/")[0] not in COUNTED:
        return day_words(day), words("clock.day.not-working", why=skipped)
    doubtful = not services().calendar.disregarded(day, Reading.SAFE)
    return day_words(day), words("clock.day.doubtful" if doubtful else "clock.day.skipped", why=skipped)


def _layout(case: Case, content: list[ft.Control]) -> Layout:
    head = header(words("clock.title"), on_back=to(place(case.id)))
    return Layout(head=head, bars=bars(case), body=content)
