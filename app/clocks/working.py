"""How a deadline was worked out: day by day, what counted, what did not and why, in both answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from app.clocks.counted import both, midnight_after
from app.court_calendar import SETTLED, CourtCalendar
from app.timekeeping import LONDON, local


class Count(StrEnum):
    """DOUBTFUL: counted in the safe answer, left out of the outer one."""

    COUNTED = "counted"
    DOUBTFUL = "doubtful"
    NOT_COUNTED = "not-counted"


@dataclass(frozen=True, slots=True)
class WorkedDay:
    """The stretch of one local day that lies between the start and the later answer.

    `opens` and `closes` are moments; a stretch that goes to the end of the day closes at the next
    midnight. `why` is empty for an ordinary day. `safe` and `outer`: how much of it each answer counted.
    """

    day: date
    opens: datetime
    closes: datetime
    count: Count
    why: str
    safe: timedelta
    outer: timedelta


@dataclass(frozen=True, slots=True)
class Working:
    """Both answers with the days that lead to them. `safe` of the days adds up to `hours`, so does `outer`.

    `calendar` is the version that gave them.
    """

    start: datetime
    hours: int
    safe: datetime
    outer: datetime
    days: tuple[WorkedDay, ...]
    calendar: str


def working(start: datetime, hours: int, calendar: CourtCalendar) -> Working:
    """The deadline `hours` counted hours after `start`. OverflowError at the end of the calendar."""
    answers = both(start, hours, calendar)
    at, end, days = start.astimezone(UTC), answers.outer.astimezone(UTC), list[WorkedDay]()
    while at < end:
        closes = min(midnight_after(at.astimezone(LONDON).date()), end)
        days.append(_worked(at, closes, answers.safe, calendar))
        at = closes
    return Working(local(start), hours, answers.safe, answers.outer, tuple(days), calendar.version)


def _worked(opens: datetime, closes: datetime, safe: datetime, calendar: CourtCalendar) -> WorkedDay:
    day, nothing = opens.astimezone(LONDON).date(), timedelta()
    off = calendar.day_off(day)
    if off is None:
        count = Count.COUNTED
    else:
        count = Count.NOT_COUNTED if off.status in SETTLED else Count.DOUBTFUL
    until = max(min(closes, safe.astimezone(UTC)) - opens, nothing)
    return WorkedDay(
        day=day,
        opens=local(opens),
        closes=local(closes),
        count=count,
        why=off.why if off else "",
        safe=nothing if count is Count.NOT_COUNTED else until,
        outer=closes - opens if count is Count.COUNTED else nothing,
    )
