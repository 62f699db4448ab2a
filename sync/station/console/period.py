"""The 28 days of one case as a table of weeks: on each day how its visit stands, and what else there is."""

from __future__ import annotations

from dataclasses import dataclass

from app.case import Case
from app.facts.period import Day, Period, period
from app.facts.period_words import day_lines, number_words
from app.timekeeping import LONDON
from sync.station.console.saying import day
from sync.station.console.telling import Shown, Telling

_WEEK = 7
_WEIGHT = {"missed": "now", "planned": "plain", "seen": "calm"}


@dataclass(frozen=True, slots=True)
class DayCell:
    """`state` is None on a day without a visit."""

    day: str
    number: str
    state: Shown | None
    lines: tuple[str, ...]
    today: bool


@dataclass(frozen=True, slots=True)
class Weeks:
    """`names` are the weekdays from the one on which the first day falls. `later`: what is after the 28."""

    names: tuple[str, ...]
    weeks: tuple[tuple[DayCell, ...], ...]
    later: tuple[DayCell, ...]


def weeks(telling: Telling, case: Case) -> Weeks | None:
    """None while nobody knows from when to count. OverflowError as in Telling.case."""
    told = period(case, telling.now, telling.court)
    if told is None:
        return None
    cells = [_cell(telling, case, told, each) for each in told.days]
    return Weeks(
        tuple(f"{each.day:%A}" for each in told.days[:_WEEK]),
        tuple(tuple(cells[first : first + _WEEK]) for first in range(0, len(cells), _WEEK)),
        tuple(_cell(telling, case, told, each) for each in told.later),
    )


def _cell(telling: Telling, case: Case, told: Period, each: Day) -> DayCell:
    words, name = telling.guidance.words, each.cell
    shown = Shown(words(f"period.cell.{name}"), _WEIGHT[name]) if name in _WEIGHT else None
    return DayCell(
        day(each.day),
        number_words(telling.guidance, told, each),
        shown,
        day_lines(telling.guidance, case, each),
        each.day == telling.now.astimezone(LONDON).date(),
    )
