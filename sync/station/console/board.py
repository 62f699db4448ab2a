"""The board and the list of visits."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station.accounts import SignedIn
from sync.station.console import reading
from sync.station.console.briefing import to_brief
from sync.station.console.desk import Desk
from sync.station.console.notices import notice_rows
from sync.station.console.saying import moment
from sync.station.console.telling import tellable


def board(desk: Desk, request: Request, who: SignedIn) -> Response:
    """For those who may see records: its numbers are of single incidents. Oversight has its own page."""
    if not who.sees_records:
        return RedirectResponse("/oversight" if who.oversees else "/handsets", 303)
    telling = desk.telling()
    cases, rows, odd = tellable(telling, desk.shelf.cases(who))
    due = [row for row in telling.due(cases) if row.state.weight != "plain"]
    silent = [each for each in reading.handsets(desk.scene.engine, who, desk.now()) if each.silent]
    notices = notice_rows(telling, cases)
    counts = {
        "incidents": len(rows) + len(odd),
        "nobody": sum(not row.covered for row in rows),
        "waiting": len(notices.waiting),
        "today": len(notices.today),
        "due": len(due),
        "silent": len(silent),
    }
    shown = {"rows": rows, "due": due, "odd": odd, "notices": notices, "to_brief": to_brief(telling, cases)}
    handsets = silent if who.sees_handsets else []
    return desk.show(request, "board", who, counts=counts, silent=handsets, moment=moment, **shown)


def visits(desk: Desk, request: Request, who: SignedIn) -> Response:
    telling = desk.telling()
    cases, _, odd = tellable(telling, desk.shelf.cases(who))
    made = [row for case in cases for row in telling.visits(case) if row.state.weight == "calm"]
    return desk.show(request, "visits", who, rows=telling.due(cases), made=made, odd=odd)
