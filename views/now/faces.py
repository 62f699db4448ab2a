"""A running clock in words: what is left, until when, and what is not counted."""

from __future__ import annotations

from datetime import date, datetime, time

from app.clocks.running import RunningClock
from app.clocks.words import deadline_words, left_words, off_words, short_day, zone_matters, zone_word
from app.court_calendar import Reading
from app.timekeeping import LONDON
from views.parts.clocks import Face
from views.saying import words
from views.services import now, services

DAY_S = 86_400
IN_DAYS = 4
NAMED = 3
COUNTED = ("hearing", "custody")


def face_of(clock: RunningClock, whose: str = "") -> Face:
    """`whose`: initials or reference, where a list is about more than one incident."""
    name = words(clock.wording)
    if whose:
        name = words("ui.clock.whose", name=name, whose=whose)
    if clock.safe is None:
        return Face(name, clock.state, limit=words("ui.clock.waits"))
    passed = clock.state == "passed"
    key = f"passed-{clock.preposition}" if passed else clock.preposition
    limit = words(f"ui.clock.{key}", time=end_words(clock.safe))
    return Face(
        name,
        clock.state,
        words("ui.clock.over") if passed else left(clock.seconds_left),
        limit,
        clock.share,
        skipped(clock),
    )


def end_words(moment: datetime) -> str:
    """With BST or GMT where the clocks change before it, or within the week."""
    said = deadline_words(moment)
    if not zone_matters(now(), moment):
        return said
    return words("clock.zone", time=said, zone=zone_word(moment))


def left(seconds: int) -> str:
    """'14 h 29 min left'; in days where it is a matter of days."""
    days, rest = divmod(seconds, DAY_S)
    if days < IN_DAYS:
        return left_words(seconds)
    return words("ui.clock.days-left", days=days, hours=rest // 3600)


def skipped(clock: RunningClock) -> str:
    """'Christmas Day 25 Dec and Sunday 27 Dec not counted. Sat 26 Dec in doubt: counted.' Only days before
    the end that is shown; empty when every day counts."""
    end, calendar = clock.safe, services().calendar
    days = [(day, why) for day, why in clock.uncounted if end and _before(day, end)]
    in_doubt = clock.id.partition("/")[0] in COUNTED
    doubtful = [day for day, _ in days if in_doubt and not calendar.disregarded(day, Reading.SAFE)]
    told = [_uncounted([_day(day, why) for day, why in days if day not in doubtful])]
    if doubtful:
        told.append(words("clock.counted-in-doubt", days=_listed([_short(day) for day in doubtful])))
    return " ".join(each for each in told if each)


def _uncounted(named: list[str]) -> str:
    if len(named) > NAMED:
        more = len(named) - NAMED
        return words("ui.clock.uncounted-more", days=", ".join(named[:NAMED]), more=more)
    return words("ui.clock.uncounted", days=_listed(named)) if named else ""


def _listed(named: list[str]) -> str:
    first = ", ".join(named[:-1])
    return words("ui.clock.and", first=first, last=named[-1]) if first else named[-1]


def _before(day: date, end: datetime) -> bool:
    return datetime.combine(day, time(), LONDON) < end


def _day(day: date, why: str) -> str:
    """'Sunday 22 Nov'; the day alone where the calendar's reason is a sentence."""
    short, why = _short(day), off_words(why)
    return f"{why} {short.partition(' ')[2]}" if len(why.split()) <= NAMED else short


def _short(day: date) -> str:
    return short_day(datetime.combine(day, time(12), LONDON))
