"""Now: what needs me."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import flet as ft

from app.case.model import Case
from app.clocks.running import RunningClock
from app.clocks.words import moment_words
from app.in_hand import CLOSED
from app.visits.schedule import risk_grade
from views.briefing.telling import now_rows as briefing_rows
from views.going import to
from views.library.telling import first_reading
from views.now.card import open_card
from views.now.follow import breach_bars, follow_rows
from views.now.needs import need_rows, warning
from views.now.round import use_round
from views.now.running import clock_rows
from views.parts.banner import banner
from views.parts.buttons import outlined
from views.parts.dock import tabs
from views.parts.empty import empty
from views.parts.frame import Layout
from views.parts.header import top_header
from views.parts.records import Whose, case_row, pager
from views.parts.sheet import sheet
from views.parts.tag import sync_badge
from views.parts.text import margin, section
from views.saying import Said, say, words
from views.screen import screen
from views.services import use_now, use_records
from views.support.telling import now_rows
from views.theme import measures
from views.tongues import other_tongues
from views.visits.due import due_rows
from views.visits.lapsed import lapsed

ROWS, SOONEST = 20, 4


@screen
def now() -> Layout:
    moment, _ = use_now(), use_records()
    seen = use_round(moment)
    first, set_first = ft.use_state(0)
    all_shown, show_all = ft.use_state(False)
    warned = warning(moment)
    body = lapsed(seen.cases, moment, "now")
    body += [open_card(seen.mine)] if seen.mine else []
    body += breach_bars(seen.cases, moment)
    body += _clocks(seen.clocks, all_shown, lambda: show_all(True))
    if seen.due:
        no_strips = {row.case.id for row in seen.due}
        body += [section(words("now.visits")), due_rows(seen.due[:ROWS], no_strips, moment)]
    body += _group("now.follow", list(follow_rows(seen.tasks, moment)))
    body += _group("briefing.now", list(briefing_rows(seen.cases, moment)))
    body += _group("now.support.title", list(now_rows(seen.cases, moment)))
    body += _group("now.needs", need_rows(seen))
    body += _group("now.others", [_case(case, moment) for case in seen.others[first : first + ROWS]])
    body += pager(first, ROWS, len(seen.others), set_first)
    opening = outlined(say("now.open"), to("/incident/new"), ft.Icons.ADD)
    if seen.cases:
        body.append(margin(opening, above=measures.S24))
    else:
        body.append(empty(words("now.empty"), words("now.empty.text"), opening))
    body += _group("duties.title", first_reading())
    body.append(margin(*other_tongues(), above=measures.S16))
    return Layout(
        head=top_header(words("now.title"), sync_badge(seen.unsent, to("/send"))),
        bars=[banner(warned, ft.Icons.WARNING_AMBER_OUTLINED)] if warned else [],
        body=body,
        dock=tabs("now"),
    )


def _group(key: str, rows: Sequence[ft.Control]) -> list[ft.Control]:
    return [section(words(key)), sheet(rows)] if rows else []


def _clocks(
    clocks: Sequence[tuple[Case, RunningClock]], all_shown: bool, on_all: Callable[[], None]
) -> list[ft.Control]:
    """The soonest few; the visits of this shift must not sink below a long list."""
    shown = clocks if all_shown else clocks[:SOONEST]
    body = _group("now.clocks", clock_rows(shown))
    if len(clocks) > len(shown):
        every = say("now.clocks.all", count=len(clocks))
        body.append(margin(outlined(every, on_all), above=measures.S8))
    return body


def _case(case: Case, moment: datetime) -> ft.Control:
    started = case.report_at or case.opened_at
    line = words("now.case.closed") if case.referral.state == CLOSED else ""
    if not line and started:
        line = words("now.case.line", time=moment_words(started, moment))
    said = Said(f"now.case.{case.id}", case.ref)
    whose = Whose(case.ref, case.initials, risk_grade(case))
    return case_row(said, whose, line, to(f"/incident/{case.id}"))
