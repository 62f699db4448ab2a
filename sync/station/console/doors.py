"""Routes of the doors: who comes in and how, handsets out of use, officers, accounts, the log, oversight."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sync.station.accounts import SignedIn
from sync.station.administration.changes import noted
from sync.station.console import logins, officers, oversight, own_password, revoking
from sync.station.console.administering import administers, for_administrators
from sync.station.console.desk import Desk
from sync.station.console.force_door import add_force_door
from sync.station.console.saying import moment

PAGES = (
    ("/handsets/{stream}/revoke", revoking.why, administers),
    ("/handsets/{stream}/held", revoking.held, administers),
    ("/officers", officers.officers, administers),
    ("/officers/{number}", officers.officer, administers),
    ("/accounts", logins.accounts, administers),
    ("/accounts/{user}", logins.account, administers),
)
FORMS = (
    ("/handsets/{stream}/revoke", revoking.revoke),
    ("/officers", officers.add),
    ("/officers/{number}", officers.move),
    ("/accounts", logins.add),
    ("/accounts/{user}", logins.change),
)


def add_doors(router: APIRouter, desk: Desk) -> None:
    add_force_door(router, desk)
    for path, page, allowed in PAGES:
        router.add_route(path, desk.page(page, allowed), ["GET"])
    router.add_route("/administration", desk.page(_log, lambda who: who.sees_log), ["GET"])
    router.add_route("/oversight", desk.page(oversight.oversight, lambda who: who.oversees), ["GET"])
    router.add_route("/oversight/{count}/{measure}", desk.page(oversight.behind, oversight.opens), ["GET"])
    for path, work in FORMS:
        router.add_route(path, desk.form(for_administrators(work)), ["POST"])
    router.add_route("/password", lambda request: own_password.choose(desk, request), ["GET"])
    router.add_route("/password", desk.form(own_password.chosen), ["POST"])
    router.add_route("/browser", lambda request: desk.show(request, "browser", desk.who(request)), ["GET"])


def _log(desk: Desk, request: Request, who: SignedIn) -> Response:
    rows = noted(desk.scene.engine, who.force)
    return desk.show(request, "administration", who, rows=rows, moment=moment)
