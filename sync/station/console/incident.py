"""One incident: its people, clocks, visits and the whole record."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from app.briefing.records import current
from app.case import Case
from sync.station.accounts import SignedIn
from sync.station.console import reading
from sync.station.console.briefing import brief_ways, want_rows
from sync.station.console.changed import change_rows
from sync.station.console.desk import Desk, case_id
from sync.station.console.following import owner_acts, rows
from sync.station.console.lines import record
from sync.station.console.marking import mark_ways
from sync.station.console.period import weeks
from sync.station.console.referral import court_acts
from sync.station.console.telling import Telling, tellable


def incident(desk: Desk, request: Request, who: SignedIn) -> Response:
    found = reading.case(desk.scene.engine, who, case_id(request))
    if found is None:
        return desk.absent(request, who)
    telling, (case, received) = desk.telling(), found
    _, told, _ = tellable(telling, [case])
    if not told:
        return desk.show(request, "untold", who, status=500, ref=case.ref)
    guidance = desk.scene.guidance
    people_ = [(guidance.words(f"role.{each.role}"), each) for each in case.people]
    return desk.show(
        request, "incident", who, case=told[0], people=people_, clocks=telling.clocks(case),
        calendar=telling.calendar, changes=change_rows(case, guidance, telling.court),
        flags=telling.flags(case), acts=list(_acts(who, case, telling)),
        following=rows(telling, case),
        wants=want_rows(telling, case), briefed=_briefed(telling, case),
        referred=case.referral.sent_at is not None, done=request.query_params.get("done", ""),
        visits=telling.visits(case), period=weeks(telling, case), entries=record(case, received, guidance),
    )  # fmt: skip


def _acts(who: SignedIn, case: Case, telling: Telling) -> Iterator[tuple[str, str]]:
    yield from court_acts(who, case, telling)
    yield from owner_acts(who, case, telling)
    yield from brief_ways(who, case)
    yield from mark_ways(who, case)


def _briefed(telling: Telling, case: Case) -> dict[str, int]:
    """How many briefings hold now, and how many of their questions nobody has answered."""
    known = current(case, telling.now)
    return {"current": len(known), "open": sum(len(each.open_asks) for each in known)}
