"""A hearing that was missed. Loud until a person records how it ended; nothing here closes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.clocks.deadlines import hearing_deadline, lapse_risk
from app.clocks.words import deadline_words
from views.going import to
from views.parts.buttons import link
from views.parts.panel import alarm
from views.saying import say, words
from views.services import services
from views.visits.groups import alone
from views.visits.page import place

DO = ("stop", "tell", "victim", "plan", "check")
MOST = 5


def lapsed(cases: Sequence[Case], now: datetime, where: str = "") -> list[ft.Control]:
    """One alarm a case, the first missed first. `where`: court, whose page records the end, or now, where
    each says whose it is."""
    found = []
    for case in cases:
        limit = hearing_deadline(case, services().calendar)
        if limit and lapse_risk(case, now, services().calendar):
            found.append((limit.safe, case.id, _alarm(case, limit.safe, limit.outer, where)))
    shown = [each for _, _, each in sorted(found, key=lambda row: row[:2])]
    if len(shown) > MOST:
        shown[MOST:] = [alarm(words("lapse.more", count=len(shown) - MOST), [words("lapse.more.text")])]
    return shown


def _alarm(case: Case, safe: datetime, outer: datetime, where: str) -> ft.Control:
    """What it means and what to do, 2010 Act ss.25(1)(d), 27(3),(9): the Act does not say that it ends."""
    title = words("lapse.whose", whose=case.initials or case.ref) if where == "now" else words("lapse.title")
    happened = words("lapse.happened", by=deadline_words(safe))
    later = [words("lapse.outer", outer=deadline_words(outer))] if outer != safe else []
    done = [words(f"lapse.{each}") for each in DO]
    ways = [
        alone(link(say(f"lapse.{name}").of(case.id), to(place(case.id, *there))))
        for name, there in (("record", ("court",)), ("worked", ("clock", "hearing")))
        if where not in there
    ]
    return alarm(title, [happened, *later, *done, words("lapse.stays")], *ways)
