"""What `python -m app.clocks` is asked, read with care, and its answers as JSON shapes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from app.clocks.counted import order_ends
from app.clocks.words import deadline_words, zone_word
from app.clocks.working import Count, WorkedDay, working
from app.court_calendar import CourtCalendar
from app.regimes import regime_of
from app.timekeeping import readings
from app.visits.cadence import order_last_day

ASK = (
    "Ask for hours and a start, such as 48 2026-12-24T10:00, "
    "or for order, a day and its length, such as order 2026-06-11 28."
)
FIRST_YEAR, LAST_YEAR, MOST_HOURS = 2010, 2099, 999
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Unanswerable(Exception):
    """Its text is one sentence for whoever asked."""


def answer(words: Sequence[str], calendar: CourtCalendar) -> Mapping[str, Any]:
    """Unanswerable for whatever is not a question of one of the two forms."""
    if len(words) == 3 and words[0] == "order":
        return _order(words[1], words[2])
    if len(words) == 2 and words[0] != "order":
        return _counted(words[0], words[1], calendar)
    raise Unanswerable(ASK)


def _counted(hours: str, start: str, calendar: CourtCalendar) -> Mapping[str, Any]:
    if not re.fullmatch(r"\d{1,3}", hours, re.ASCII) or not 1 <= int(hours) <= MOST_HOURS:
        raise Unanswerable(f"The hours must be a whole number from 1 to {MOST_HOURS}, such as 48.")
    worked = working(read_start(start), int(hours), calendar)
    return {
        "safe": _moment(worked.safe),
        "outer": _moment(worked.outer),
        "working": [_worked(each) for each in worked.days],
        "calendar": worked.calendar,
    }


def read_start(text: str) -> datetime:
    """The moment that is meant, to the minute: seconds are cut off, which ends a clock sooner."""
    if not _MOMENT.fullmatch(text):
        raise Unanswerable("The start must be a day and a time to the minute, such as 2026-12-24T10:00.")
    try:
        read = datetime.fromisoformat(text).replace(second=0)
    except ValueError:
        raise Unanswerable("The start names a day or a time that no calendar has.") from None
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise Unanswerable(f"The start must lie in the years {FIRST_YEAR} to {LAST_YEAR}.")
    return read if read.tzinfo else _in_london(read)


def _in_london(wall: datetime) -> datetime:
    found = readings(wall)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Unanswerable(
            f"London had no {wall:%H:%M} on {wall:%Y-%m-%d}: its clocks went from 01:00 GMT to 02:00 BST."
        )
    bst, gmt = (each.isoformat(timespec="minutes") for each in found)
    raise Unanswerable(f"The clocks showed this time twice: write {bst} for BST or {gmt} for GMT.")


def _order(made: str, days: str) -> Mapping[str, Any]:
    regime = regime_of("DVPO")
    try:
        day = date.fromisoformat(made) if _DAY.fullmatch(made) else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unanswerable(
            f"The order must be made on a day of the years {FIRST_YEAR} to {LAST_YEAR}, such as 2026-06-11."
        )
    number = int(days) if re.fullmatch(r"\d{1,3}", days, re.ASCII) else 0
    if regime.order_days_held(number):
        raise Unanswerable("A DVPO lasts 14 to 28 days, both ends included.")
    last = order_last_day(day, number)
    ends = order_ends(day, number)
    return {"last_day": last.isoformat(), "ends": _moment(ends), "days": number, "regime": regime.order}


def _moment(at: datetime) -> Mapping[str, str]:
    return {
        "utc": f"{at.astimezone(UTC):%Y-%m-%dT%H:%MZ}",
        "local": f"{deadline_words(at)} {zone_word(at)}",
    }


def _worked(each: WorkedDay) -> Mapping[str, Any]:
    """`counted`: yes, no, or in the safe answer only. Minutes are what each answer counted of the day."""
    counted = {Count.COUNTED: "yes", Count.NOT_COUNTED: "no", Count.DOUBTFUL: "in the safe answer only"}
    end = f"{each.closes:%H:%M}"
    return {
        "day": each.day.isoformat(),
        "from": f"{each.opens:%H:%M}",
        "to": "24:00" if end == "00:00" else end,
        "counted": counted[each.count],
        "why": each.why,
        "safe_minutes": int(each.safe.total_seconds()) // 60,
        "outer_minutes": int(each.outer.total_seconds()) // 60,
    }
