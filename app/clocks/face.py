"""One clock as it reads at a moment. Computed on read, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.case.model import Case
from app.clocks.counted import counted_left, end_of, uncounted
from app.court_calendar import CourtCalendar, Reading
from app.timekeeping import LONDON

SOON = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One clock. `wording` is a key of the content; `preposition` is by (48 h) or before (24 h).

    State: not-started, running, soon (under six hours), passed. `seconds_left` is counted time where
    days are left out, else elapsed; `share` is how much of it is used, 0 to 1. `uncounted`: (day, why)
    up to `outer`, doubtful days included. `calendar` is the version that gave the answers. `start`,
    `safe` and `outer` are None before the clock starts.
    """

    id: str
    wording: str
    case: str
    preposition: str = "by"
    state: str = "not-started"
    start: datetime | None = None
    safe: datetime | None = None
    outer: datetime | None = None
    seconds_left: int = 0
    share: float = 0.0
    uncounted: tuple[tuple[date, str], ...] = ()
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a clock needs before it is read: which, of which case, from when, until when."""

    id: str
    wording: str
    start: datetime
    safe: datetime
    outer: datetime
    preposition: str = "by"


def in_counted_hours(case: Case, stretch: Stretch, now: datetime, calendar: CourtCalendar) -> RunningClock:
    """Whole disregarded days are left out of what is left."""
    left = counted_left(max(now, stretch.start), stretch.safe, calendar)
    whole = counted_left(stretch.start, stretch.safe, calendar)
    skipped = tuple(uncounted(stretch.start, stretch.outer, calendar))
    return _read(case, stretch, (left, whole), (skipped, calendar.version))


def in_elapsed_hours(case: Case, stretch: Stretch, now: datetime, calendar: CourtCalendar) -> RunningClock:
    left = max(stretch.safe - max(now, stretch.start), timedelta())
    return _read(case, stretch, (left, stretch.safe - stretch.start), ((), calendar.version))


def in_working_days(
    case: Case, id_wording: tuple[str, str], span: tuple[datetime, date], now: datetime,
    calendar: CourtCalendar,
) -> RunningClock:  # fmt: skip
    """Until the end of the last day of `span`; what is left is elapsed time."""
    start, last = span
    end = end_of(last)
    stretch = Stretch(*id_wording, start, end, end)
    left = max(end - max(now, start), timedelta())
    skipped = []
    day = start.astimezone(LONDON).date()
    while day < last:
        day += timedelta(1)
        if not calendar.working_day(day):
            skipped.append((day, calendar.why(day, Reading.SAFE) or "Saturday"))
    return _read(case, stretch, (left, end - start), (tuple(skipped), calendar.version))


_Skipped = tuple[tuple[tuple[date, str], ...], str]


def _read(
    case: Case, stretch: Stretch, left_of: tuple[timedelta, timedelta], skipped: _Skipped
) -> RunningClock:
    left, whole = left_of
    return RunningClock(
        id=stretch.id,
        wording=stretch.wording,
        case=case.id,
        preposition=stretch.preposition,
        state="passed" if left <= timedelta() else "soon" if left < SOON else "running",
        start=stretch.start,
        safe=stretch.safe,
        outer=stretch.outer,
        seconds_left=int(left.total_seconds()),
        share=1 - left / whole if whole > timedelta() else 1.0,
        uncounted=skipped[0],
        calendar=skipped[1],
    )
