"""Enrolments, and one-time codes for new ones."""

from __future__ import annotations

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station import accounts, people
from sync.station.accounts import SignedIn
from sync.station.administration.changes import Change, Hand, note
from sync.station.console import reading
from sync.station.console.desk import Desk
from sync.station.console.forms import Typed
from sync.station.console.saying import clock_time, moment


def handsets(desk: Desk, request: Request, who: SignedIn) -> Response:
    return _listed(desk, request, who, made=None, problem="")


def _listed(desk: Desk, request: Request, who: SignedIn, **facts: object) -> Response:
    rows = reading.handsets(desk.scene.engine, who, desk.now())
    told = {"rows": rows, "moment": moment, "clock_time": clock_time, **facts}
    return desk.show(request, "handsets", who, **told)


def code(desk: Desk, request: Request, typed: Typed) -> Response:
    """A one-time code for an officer of the administrator's own force. Shown once, in this answer."""
    who = desk.who(request)
    if who is None:
        return RedirectResponse("/sign-in", 303)
    if not who.makes_codes or not accounts.same(typed.get("csrf", ""), who.csrf):
        return desk.absent(request, who)
    number, scene = typed.get("officer", "").strip(), desk.scene
    with Session(scene.engine) as session:
        known = people.officer_of(session, number, who.force)
        if known:
            note(session, Hand(who.user_name, who.force, desk.now()), Change("code-made", number))
        made = people.make_code(session, number, scene.keys.ca_pin, desk.now()) if known else None
    facts = {"made": made, "officer": number, "problem": "" if made else "unknown-officer"}
    return _listed(desk, request, who, status=200 if made else 400, **facts)
