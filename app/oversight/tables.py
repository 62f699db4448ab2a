"""Counts by area and by month, as they may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.oversight.counting import AWARENESS, COUNTS, Counted
from app.oversight.hiding import Cell, hide, total_cell
from app.timekeeping import LONDON

MONTHS, EARLIER = 12, "earlier"


@dataclass(frozen=True, slots=True)
class Table:
    """One count. `totals`, `by_area[area]` and `by_month[month]` hold a cell for each measure; months are
    YYYY-MM, the newest first, and at the end what is earlier."""

    count: str
    measures: Sequence[str]
    totals: Mapping[str, Cell]
    by_area: Mapping[str, Mapping[str, Cell]]
    by_month: Mapping[str, Mapping[str, Cell]]


def months_until(now: datetime) -> list[str]:
    """The month of `now` and the eleven before it, the newest first."""
    today = now.astimezone(LONDON).date()
    found, year, month = [], today.year, today.month
    for _ in range(MONTHS):
        found.append(f"{date(year, month, 1):%Y-%m}")
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return found


def tables(
    told: Iterable[Counted], areas: Sequence[str], now: datetime, teams: Sequence[str] = ()
) -> list[Table]:
    """Every count over these areas, that of AWARENESS over `teams`. What lies in a month to come is of the
    month that is."""
    known, months = list(told), months_until(now)
    return [
        _table(
            count,
            [each for each in known if each.count == count],
            teams if count == AWARENESS else areas,
            months,
        )
        for count in COUNTS
    ]


def _table(count: str, told: Sequence[Counted], areas: Sequence[str], months: Sequence[str]) -> Table:
    measures = COUNTS[count]
    by_area = {measure: hide(_parts(told, measure, areas, lambda each: each.area)) for measure in measures}
    rows = [*months, EARLIER]
    by_month = {
        measure: hide(_parts(told, measure, rows, lambda each: _row(each.month, months)))
        for measure in measures
    }
    sums = Counter(each.measure for each in told)
    return Table(
        count=count,
        measures=measures,
        totals={measure: total_cell(sums[measure]) for measure in measures},
        by_area={area: {measure: by_area[measure][area] for measure in measures} for area in areas},
        by_month={row: {measure: by_month[measure][row] for measure in measures} for row in rows},
    )


def _row(month: str, months: Sequence[str]) -> str:
    if month > months[0]:
        return months[0]
    return month if month in months else EARLIER


def _parts(
    told: Sequence[Counted], measure: str, rows: Sequence[str], row_of: Callable[[Counted], str]
) -> dict[str, int]:
    sums = Counter(row_of(each) for each in told if each.measure == measure)
    return {row: sums[row] for row in rows}
