"""The console's routes. Each page but the sign-in exists only for somebody who is signed in."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station import accounts, people
from sync.station.accounts import SignedIn
from sync.station.base import for_reading
from sync.station.calendars import kept
from sync.station.console import reading
from sync.station.console.desk import Desk
from sync.station.console.entering import door, enter, leave
from sync.station.console.forms import Typed
from sync.station.console.lines import record
from sync.station.console.saying import clock_time, moment
from sync.station.console.telling import Telling, tellable
from sync.station.scene import Scene


def pages(scene: Scene) -> APIRouter:
    """Every page, and who may see it."""
    router, desk = APIRouter(), Desk(scene)
    router.add_route("/sign-in", lambda request: door(desk, request), ["GET"])
    router.add_route("/sign-in", desk.form(enter), ["POST"])
    router.add_route("/sign-out", desk.form(leave), ["POST"])
    router.add_route("/handsets/code", desk.form(_code), ["POST"])
    for path, page, allowed in (
        ("/", _board, lambda who: True),
        ("/incident/{case_id}", _incident, lambda who: who.sees_records),
        ("/referrals", _referrals, lambda who: who.sees_records),
        ("/visits", _visits, lambda who: who.sees_records),
        ("/handsets", _handsets, lambda who: who.sees_handsets),
    ):
        router.add_route(path, desk.page(page, allowed), ["GET"])
    return router


def _telling(desk: Desk) -> Telling:
    """By the newest calendar that the station has now: another process may just have been given one."""
    with Session(for_reading(desk.scene.engine)) as session:
        calendar = kept(session).calendar
    return Telling(desk.scene.guidance, desk.scene.clock.now(), calendar)


def _board(desk: Desk, request: Request, who: SignedIn) -> Response:
    """Counts for everybody who may see them; rows for those who may see records."""
    if not who.sees_counts:
        return RedirectResponse("/handsets", 303)
    telling = _telling(desk)
    cases, rows, odd = tellable(telling, reading.cases(desk.scene.engine, who))
    due = [row for row in telling.due(cases) if row.state.weight != "plain"]
    silent = [each for each in reading.handsets(desk.scene.engine, who, _now(desk)) if each.silent]
    counts = {
        "incidents": len(rows) + len(odd),
        "nobody": sum(not row.covered for row in rows),
        "waiting": sum(row.waits for row in rows),
        "due": len(due),
        "silent": len(silent),
    }
    shown = {"rows": rows, "due": due, "odd": odd} if who.sees_records else {"rows": [], "due": [], "odd": []}
    handsets = silent if who.sees_handsets else []
    return desk.show(request, "board", who, counts=counts, silent=handsets, moment=moment, **shown)


def _incident(desk: Desk, request: Request, who: SignedIn) -> Response:
    found = reading.case(desk.scene.engine, who, str(request.path_params["case_id"]).replace("\0", ""))
    if found is None:
        return desk.absent(request, who)
    telling, (case, received) = _telling(desk), found
    _, rows, _ = tellable(telling, [case])
    if not rows:
        return desk.show(request, "untold", who, status=500, ref=case.ref)
    guidance = desk.scene.guidance
    people_ = [(guidance.words(f"role.{each.role}"), each) for each in case.people]
    return desk.show(
        request, "incident", who, case=rows[0], people=people_, clocks=telling.clocks(case),
        calendar=telling.calendar,
        visits=telling.visits(case), entries=record(case, received, guidance),
    )  # fmt: skip


def _referrals(desk: Desk, request: Request, who: SignedIn) -> Response:
    found = [case for case in reading.cases(desk.scene.engine, who) if case.referral.sent_at]
    _, rows, odd = tellable(_telling(desk), found)
    return desk.show(request, "referrals", who, rows=sorted(rows, key=lambda row: not row.waits), odd=odd)


def _visits(desk: Desk, request: Request, who: SignedIn) -> Response:
    telling = _telling(desk)
    cases, _, odd = tellable(telling, reading.cases(desk.scene.engine, who))
    made = [row for case in cases for row in telling.visits(case) if row.state.weight == "calm"]
    return desk.show(request, "visits", who, rows=telling.due(cases), made=made, odd=odd)


def _handsets(desk: Desk, request: Request, who: SignedIn) -> Response:
    return _list_handsets(desk, request, who, made=None, problem="")


def _list_handsets(desk: Desk, request: Request, who: SignedIn, **facts: object) -> Response:
    rows = reading.handsets(desk.scene.engine, who, _now(desk))
    told = {"rows": rows, "moment": moment, "clock_time": clock_time, **facts}
    return desk.show(request, "handsets", who, **told)


def _code(desk: Desk, request: Request, typed: Typed) -> Response:
    """A one-time code for an officer of the administrator's own force. Shown once, in this answer."""
    who = desk.who(request)
    if who is None:
        return RedirectResponse("/sign-in", 303)
    if not who.makes_codes or not accounts.same(typed.get("csrf", ""), who.csrf):
        return desk.absent(request, who)
    number, scene = typed.get("officer", "").strip(), desk.scene
    with Session(scene.engine) as session:
        known = people.officer_of(session, number, who.force)
        made = people.make_code(session, number, scene.keys.ca_pin, _now(desk)) if known else None
    facts = {"made": made, "officer": number, "problem": "" if made else "unknown-officer"}
    return _list_handsets(desk, request, who, status=200 if made else 400, **facts)


def _now(desk: Desk) -> datetime:
    return desk.scene.clock.now()
