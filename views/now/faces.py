"""A running clock in words: what is left, until when, and what is not counted."""

from __future__ import annotations

from datetime import date, datetime, time

from app.clocks.running import RunningClock
from app.clocks.words import deadline_words, left_words, short_day, zone_matters, zone_word
from app.timekeeping import LONDON
from views.parts.clocks import Face
from views.saying import words
from views.services import now

DAY_S = 86_400
IN_DAYS = 4
NAMED = 3


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
    skipped = uncounted(clock)
    return Face(
        name,
        clock.state,
        words("ui.clock.over") if passed else left(clock.seconds_left),
        f"{limit}. {skipped}" if skipped else limit,
        clock.share,
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


def uncounted(clock: RunningClock) -> str:
    """'Sunday 22 Nov and Christmas Day not counted.'; empty when every day counts."""
    named = [_day(day, why) for day, why in clock.uncounted]
    if not named:
        return ""
    if len(named) > NAMED:
        more = len(named) - NAMED
        return words("ui.clock.uncounted-more", days=", ".join(named[:NAMED]), more=more)
    listed = ", ".join(named[:-1])
    both = words("ui.clock.and", first=listed, last=named[-1]) if listed else named[-1]
    return words("ui.clock.uncounted", days=both)


def _day(day: date, why: str) -> str:
    return f"{why} {short_day(datetime.combine(day, time(12), LONDON)).partition(' ')[2]}"
