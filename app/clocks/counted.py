"""Counted hours. A disregarded day is a whole local day, 00:00 to 24:00, Europe/London."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.court_calendar import CourtCalendar, Reading
from app.timekeeping import LONDON, local


def midnight_after(day: date) -> datetime:
    """24:00 of a local day, in UTC."""
    return datetime.combine(day + timedelta(1), time(), LONDON).astimezone(UTC)


def deadline(start: datetime, hours: int, calendar: CourtCalendar, reading: Reading) -> datetime:
    """The instant at which `hours` counted hours from `start` are used up, ss.26, 27(3), 29.

    A period used up exactly at midnight ends there: it does not roll over the Sunday that follows.
    """
    at = start.astimezone(UTC)
    left = timedelta(hours=hours)
    while True:
        day = at.astimezone(LONDON).date()
        midnight = midnight_after(day)
        if not calendar.disregarded(day, reading):
            if left <= midnight - at:
                return local(at + left)
            left -= midnight - at
        at = midnight


@dataclass(frozen=True, slots=True)
class TwoAnswers:
    """`safe` drives alarms and listing; `outer` warns that a notice may still be in force."""

    safe: datetime
    outer: datetime


def both(start: datetime, hours: int, calendar: CourtCalendar) -> TwoAnswers:
    return TwoAnswers(
        deadline(start, hours, calendar, Reading.SAFE),
        deadline(start, hours, calendar, Reading.OUTER),
    )


def uncounted(start: datetime, end: datetime, calendar: CourtCalendar) -> list[tuple[date, str]]:
    """The days between that the outer answer leaves out, each with its reason."""
    day, last = start.astimezone(LONDON).date(), end.astimezone(LONDON).date()
    found = []
    while day <= last:
        why = calendar.why(day, Reading.OUTER)
        if why:
            found.append((day, why))
        day += timedelta(1)
    return found


def counted_left(now: datetime, end: datetime, calendar: CourtCalendar) -> timedelta:
    """Counted time between two instants on the safe reading; zero when the end has gone."""
    at, left = now.astimezone(UTC), timedelta()
    while at < end:
        day = at.astimezone(LONDON).date()
        until = min(midnight_after(day), end.astimezone(UTC))
        if not calendar.disregarded(day, Reading.SAFE):
            left += until - at
        at = until
    return left


def end_of(day: date) -> datetime:
    """24:00 of a local day."""
    return local(midnight_after(day))


def order_ends(made: date, days: int) -> datetime:
    """24:00 local of the last day in force, s.28(10)."""
    return end_of(made + timedelta(days - 1))


def last_sitting(start: datetime, safe: datetime, calendar: CourtCalendar) -> datetime | None:
    """The last default weekday sitting, 10:00, after `start` that begins before the safe deadline.

    A doubtful day is not relied on. None when there is none: ask for a special court.
    """
    day = safe.astimezone(LONDON).date()
    while day >= start.astimezone(LONDON).date():
        sitting = datetime.combine(day, time(10), LONDON)
        sits = day.weekday() < 5 and not calendar.disregarded(day, Reading.OUTER)
        if sits and start < sitting < safe:
            return local(sitting)
        day -= timedelta(1)
    return None
