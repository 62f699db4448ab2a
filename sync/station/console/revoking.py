"""A handset is taken out of use: reason, a page to be sure, and what it had been given and had sent."""

from __future__ import annotations

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station.accounts import SignedIn
from sync.station.administration import revoking
from sync.station.administration.inventory import inventory
from sync.station.administration.revoking import Why
from sync.station.base import for_reading
from sync.station.console.administering import hand, line, named
from sync.station.console.desk import Desk
from sync.station.console.forms import Typed
from sync.station.console.saying import moment
from sync.station.stamps import moment_of


def why(desk: Desk, request: Request, who: SignedIn) -> Response:
    """The form, for a handset that is in use."""
    return _asked(desk, request, who, Why("", ""), step="why")


def revoke(desk: Desk, request: Request, who: SignedIn, typed: Typed) -> Response:
    """Shown once more before it is done; done once, and the first reason stands."""
    told = Why(typed.get("reason", ""), line(typed, "words"))
    if told.lacks:
        return _asked(desk, request, who, told, step="why", problem=told.lacks, status=400)
    if typed.get("sure") != "yes":
        return _asked(desk, request, who, told, step="sure")
    stream = named(request, "stream")
    with Session(desk.scene.engine) as session:
        if revoking.handset_of(session, stream, who.force) is None:
            return desk.absent(request, who)
        revoking.revoke(session, hand(desk, who), stream, told)
    return RedirectResponse(f"/handsets/{stream}/held", 303)


def _asked(desk: Desk, request: Request, who: SignedIn, told: Why, **facts: object) -> Response:
    with Session(for_reading(desk.scene.engine)) as session:
        row = revoking.handset_of(session, named(request, "stream"), who.force)
        if row is None:
            return desk.absent(request, who)
        if row.revoked:
            return RedirectResponse(f"/handsets/{row.id}/held", 303)
        heard = moment(moment_of(row.last_contact)) if row.last_contact else ""
        handset = {"stream": row.id, "officer": row.officer, "area": row.area, "heard": heard}
    told_ = {"handset": handset, "why": told, "reasons": revoking.REASONS, "problem": "", **facts}
    return desk.show(request, "revoke", who, **told_)


def held(desk: Desk, request: Request, who: SignedIn) -> Response:
    """The inventory, to be printed."""
    stream = named(request, "stream")
    found = inventory(desk.scene.engine, stream, who.force)
    if found is None:
        return desk.absent(request, who)
    now = moment(desk.scene.clock.now())
    return desk.show(request, "held", who, stream=stream, held=found, moment=moment, now=now)
