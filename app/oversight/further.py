"""Transfers to another force, briefings of local teams, and the force's own marker."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.briefing.records import CURRENT, ENDED, briefings
from app.case.model import Case
from app.case.reading import text
from app.case.version import Version
from app.court_calendar import CourtCalendar
from app.markers import VAWG, marked, used
from app.oversight.kept import Seen


def transfers(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """Each move to another force: whether the order was told there, and whether that force confirmed it."""
    for move in case.moves:
        if not text(move.body, "new_force"):
            continue
        at = move.happened_at
        yield Seen("new-force", at)
        if _done(case, "me-transfer-force", move):
            yield Seen("sent", at)
        yield Seen("confirmed" if _done(case, "me-transfer-ack", move) else "not-confirmed", at)


def _done(case: Case, item: str, move: Version) -> bool:
    """Answered for this move, or, naming none, after it."""
    for answer in case.given:
        event, at = text(answer.details, "event"), answer.happened_at
        mine = event == move.entry or (not event and at is not None and at >= move.happened_at)
        if answer.item == item and answer.answer == "done" and mine:
            return True
    return False


def briefed(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """Each briefing as it stands now, whether anybody read it, and what of a current one nobody answered."""
    for briefing in briefings(case):
        state = briefing.state(now)
        if state in (CURRENT, ENDED):
            yield Seen("current" if state == CURRENT else "expired", briefing.at)
        yield Seen("read" if briefing.reads else "unread", briefing.at)
        if state == CURRENT:
            for _ in briefing.open_asks:
                yield Seen("actions-open", briefing.at)


def vawg(case: Case, now: datetime, calendar: CourtCalendar) -> Iterator[Seen]:
    """Where the force uses it: incidents on which the marker stands, by month of report."""
    at = case.report_at or case.opened_at
    if at and VAWG in used() and marked(case, VAWG):
        yield Seen("marked", at)
