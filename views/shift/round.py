"""The round sheet and the calendar file: what stands on them, and how they leave the phone. Each is logged in
every case that it tells of before it is handed over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.consultation import Disclosure, exported_of
from app.documents.round import Round, Stop, made_on, round_sheet, stops
from app.entry import sha256
from app.visits.calendar_file import calendar_file, in_the_file
from app.visits.schedule import DueVisit, due_list, needing_somebody
from app.visits.shift import Whose, wished
from views.device.handing_over import hand_over
from views.one_tap import one_tap
from views.parts.choices import choice_row
from views.parts.facts import facts
from views.parts.panel import panel
from views.parts.text import margin, second, section
from views.saying import say, words
from views.services import commit, desk, services
from views.shift.choosing import Redraw, wish, wish_form
from views.visits.who_takes import me

ROUND = "round"
SHEET, CALENDAR = "round_sheet", "calendar_file"


def whose() -> Whose:
    return Whose(wish_form().get(ROUND) or "all")


def choosing_whose(redraw: Redraw) -> ft.Control:
    def chosen(value: str) -> None:
        wish_form().put(ROUND, value)
        redraw()

    options = [
        (each.value, say(f"shift.whose.{each.value}").of(ROUND)) for each in (Whose.MINE, Whose.EVERYBODY)
    ]
    return choice_row(options, whose().value, chosen)


def on_the_sheet(cases: Sequence[Case], at: datetime) -> list[DueVisit]:
    """What needs somebody in this shift."""
    return needing_somebody(_wished(cases, at))


def in_the_calendar(cases: Sequence[Case], at: datetime) -> list[DueVisit]:
    """Everything from today on."""
    return in_the_file(_wished(cases, at))


def _wished(cases: Sequence[Case], at: datetime) -> list[DueVisit]:
    """In the order that the list has."""
    return wished(due_list(cases, at), replace(wish(), whose=whose()), me())


def as_round(rows: Sequence[DueVisit], at: datetime) -> Round:
    return Round(rows, services().guidance, at, desk().enrolment.training)


def sheet_rows(rows: Sequence[DueVisit], at: datetime) -> list[ft.Control]:
    """As it stands on the paper, in the language of the phone."""
    told = stops(as_round(rows, at))
    if not told:
        return [panel(words("round.empty"))]
    return [
        section(words("round.sheet.visits")),
        facts([(f"{each.who}. {each.about}", _lines(each)) for each in told]),
    ]


def _lines(stop: Stop) -> str:
    return "\n".join((stop.when, stop.taken, stop.reach, stop.door))


def leaving() -> list[ft.Control]:
    return [
        panel(words("round.leaves"), words("round.leaves.title"), ft.Icons.LOCK_OPEN_OUTLINED),
        margin(second(words("round.calendar.hint"))),
    ]


async def make_sheet(rows: Sequence[DueVisit], at: datetime) -> None:
    """Drawn from what is recorded now."""
    told = as_round(rows, at)
    await _leave(rows, SHEET, made_on(told), lambda: _drawn(told))


def _drawn(told: Round) -> bytes:
    from app.documents.drawing import draw

    return draw(round_sheet(told))


async def make_calendar(rows: Sequence[DueVisit], at: datetime) -> None:
    title = words("round.appointment")
    name = f"appointments-{at:%Y%m%d-%H%M}.ics"
    await _leave(rows, CALENDAR, name, lambda: calendar_file(rows, title))


async def _leave(rows: Sequence[DueVisit], kind: str, name: str, make: Callable[[], bytes]) -> None:
    """Made, logged in each case that it tells of, and only then handed over; once, however often it is
    tapped."""
    with one_tap(kind) as first:
        if not first:
            return
        content = await asyncio.to_thread(make)
        cases = list({row.case.id: row.case for row in rows}.values())
        told = Disclosure(kind, words(f"round.for.{kind}"), me(), sha256(content))
        book = desk().notebook
        await commit(lambda: exported_of(book, cases, told))
        await hand_over(name, content)
    services().device.announce(words("papers.done"))
