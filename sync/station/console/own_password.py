"""A password of one's own instead of the temporary one. Until then nothing else opens."""

from __future__ import annotations

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station import accounts
from sync.station.administration import logins
from sync.station.console.administering import hand
from sync.station.console.desk import COOKIE, Desk
from sync.station.console.forms import Typed


def choose(desk: Desk, request: Request) -> Response:
    return _shown(desk, request, "")


def chosen(desk: Desk, request: Request, typed: Typed) -> Response:
    """Signed in anew with it, at the door."""
    who = desk.newcomer(request)
    if who is None:
        return RedirectResponse("/sign-in", 303)
    if not accounts.same(typed.get("csrf", ""), who.csrf):
        return _shown(desk, request, "", 400)
    first, again = typed.get("password", ""), typed.get("again", "")
    problem = "" if first == again else "again"
    if not problem:
        with Session(desk.scene.engine) as session:
            problem = logins.own_password(session, hand(desk, who), first)
    if problem:
        return _shown(desk, request, problem, 400)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _shown(desk: Desk, request: Request, problem: str, status: int = 200) -> Response:
    who = desk.newcomer(request)
    if who is None:
        return RedirectResponse("/sign-in", 303)
    told = {"csrf": who.csrf, "user": who.user_name, "problem": problem, "status": status}
    return desk.show(request, "own_password", None, **told)
