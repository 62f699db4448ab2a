"""Which briefings are for this officer, and how each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import flet as ft

from app.briefing.records import CURRENT, ENDED, Briefing, briefings, current
from app.case.model import Case
from app.clocks.words import deadline_words
from views.going import to
from views.now.whose import whose
from views.parts.records import Need, need_row
from views.saying import Said, words
from views.services import desk, now
from views.visits.page import place

MOST = 6
Pair = tuple[Case, Briefing]


def for_me(cases: Sequence[Case], moment: datetime) -> list[Pair]:
    """Those that hold now and name this officer or the team: unread first, then what ends first."""
    officer = desk().enrolment.officer
    found = [(case, each) for case in cases for each in current(case, moment) if each.is_for(officer)]
    return sorted(found, key=lambda pair: (bool(read_at(pair[1])), pair[1].expires, pair[1].entry))


def read_at(briefing: Briefing) -> datetime | None:
    """When this officer said that it was read."""
    read = briefing.read_by(desk().enrolment.officer.number)
    return read.at if read else None


def open_words(briefing: Briefing) -> str:
    """'2 to answer'; empty where nothing is left."""
    count = len(briefing.open_asks)
    key = "briefing.asks-open.one" if count == 1 else "briefing.asks-open"
    return words(key, count=count) if count else ""


def until_words(briefing: Briefing) -> str:
    return words("briefing.until", end=deadline_words(briefing.ends))


def rows(pairs: Sequence[Pair], start: str = "briefing") -> list[ft.Control]:
    """In initials, each leading to its page."""
    return [_row(case, each, f"{start}.row.{each.entry}") for case, each in pairs]


def _row(case: Case, each: Briefing, key: str) -> ft.Control:
    unread = read_at(each) is None
    parts = [words("briefing.unread") if unread else "", open_words(each), until_words(each)]
    need = Need(_icon(unread), whose(case), ". ".join(filter(None, parts)), unread)
    return need_row(Said(key, need.title), need, to(place(case.id, "briefing", each.entry)))


def _icon(unread: bool) -> ft.IconData:
    return ft.Icons.MARK_EMAIL_UNREAD_OUTLINED if unread else ft.Icons.ARTICLE_OUTLINED


def of_case(case: Case) -> list[ft.Control]:
    """Every one of a case, the newest first: for whom it is and how it stands."""
    return [_told(case, each) for each in reversed(briefings(case))]


def _told(case: Case, each: Briefing) -> ft.Control:
    state, mine = each.state(now()), each.is_for(desk().enrolment.officer)
    unread = state == CURRENT and mine and read_at(each) is None
    key = "briefing.was-until" if state == ENDED else "briefing.until"
    parts = [
        words("briefing.replaced.short") if state not in (CURRENT, ENDED) else "",
        words("briefing.unread") if unread else "",
        open_words(each) if state == CURRENT else "",
        words(key, end=deadline_words(each.ends)),
    ]
    title = words("briefing.for", who=", ".join(each.to))
    need = Need(_icon(unread), title, ". ".join(filter(None, parts)), unread)
    said = Said(f"briefing.row.{each.entry}", title)
    return need_row(said, need, to(place(case.id, "briefing", each.entry)))


def now_rows(cases: Sequence[Case], moment: datetime) -> Iterator[ft.Control]:
    """On Now: those for this officer; the rest of a long list is one tap away."""
    found = for_me(cases, moment)
    yield from rows(found[:MOST], "now.briefing")
    if len(found) > MOST:
        every = Said("now.briefings", words("briefing.now.all"))
        need = Need(ft.Icons.ARTICLE_OUTLINED, every.text, words("briefing.count", count=len(found)))
        yield need_row(every, need, to("/briefings"))


def count_line(case: Case) -> str:
    """'2 current, 1 you have not read'; for the row of the incident."""
    known, unread = current(case, now()), unread_here(case)
    if not known:
        return ""
    key = "briefing.count.unread" if unread else "briefing.count"
    return words(key, count=len(known), unread=unread)


def unread_here(case: Case) -> int:
    return sum(read_at(each) is None for _, each in for_me([case], now()))
