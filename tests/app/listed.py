"""Our bank holidays beside the list that the government publishes, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from govuk_bank_holidays.bank_holidays import BankHolidays

from app.court_calendar import SETTLED, SUNDAY, bundled

FIRST, LAST = date(2012, 1, 1), date(2028, 12, 31)

APART = {
    date(
        2021, 12, 25
    ): "Christmas Day, which the Acts name even on a Saturday; the list shows Monday 27 alone",
    date(
        2027, 12, 25
    ): "Christmas Day, which the Acts name even on a Saturday; the list shows Monday 27 alone",
    date(2015, 12, 26): "a Saturday that the Schedule names; the list shows Monday 28 alone",
    date(2020, 12, 26): "a Saturday that the Schedule names; the list shows Monday 28 alone",
    date(2026, 12, 26): "a Saturday that the Schedule names; the list shows Monday 28 alone",
}
"""Days that statute names and the list does not, each with the reason. All of them are Saturdays."""


@dataclass(frozen=True, slots=True)
class Compared:
    """`apart`: days that one has and the other has not. `unsettled`: on both, in doubt with us."""

    days: int
    listed: int
    apart: frozenset[date]
    unsettled: frozenset[date]


def compared() -> Compared:
    """Every day of the years that the list holds, but for Sundays, which no list names. Nothing is
    fetched: the package brings the list along."""
    published = BankHolidays(use_cached_holidays=True).get_holidays(BankHolidays.ENGLAND_AND_WALES)
    theirs = {each["date"] for each in published}
    every = (FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1))
    days = [day for day in every if day.weekday() != SUNDAY]
    ours = {day: off for day in days if (off := bundled().day_off(day))}
    unsettled = {day for day, off in ours.items() if off.status not in SETTLED}
    return Compared(
        len(days),
        len(theirs),
        frozenset(day for day in days if (day in ours) != (day in theirs)),
        frozenset(unsettled & theirs),
    )
