"""Signing in and out."""

from __future__ import annotations

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station import accounts
from sync.station.console.desk import COOKIE, Desk
from sync.station.console.forms import Typed


def door(desk: Desk, request: Request) -> Response:
    """The one page that is there for everybody."""
    if desk.who(request):
        return RedirectResponse("/", 303)
    if desk.newcomer(request):
        return RedirectResponse("/password", 303)
    return desk.show(request, "sign_in", None, problem="")


def enter(desk: Desk, request: Request, typed: Typed) -> Response:
    address = request.client.host if request.client else "unknown"
    given = accounts.Credentials(typed.get("user", "").strip(), typed.get("password", ""), address)
    with Session(desk.scene.engine) as session:
        try:
            token = accounts.sign_in(session, given, desk.scene.clock.now())
        except accounts.TooMany:
            return desk.show(request, "sign_in", None, status=429, problem="too-many")
    if token is None:
        return desk.show(request, "sign_in", None, status=403, problem="wrong")
    if not _may_by_password(desk, token):
        return desk.show(request, "sign_in", None, status=403, problem="by-force")
    answer = RedirectResponse("/", 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)
    return answer


def _may_by_password(desk: Desk, token: str) -> bool:
    """Where the force says so, only administrators: the session of anybody else ends at once."""
    if desk.scene.provider is None or not desk.scene.provider.administrators_only:
        return True
    with Session(desk.scene.engine) as session:
        who = accounts.signed_in(session, token, desk.scene.clock.now())
        if who is not None and who.role is accounts.Role.ADMINISTRATOR:
            return True
        accounts.sign_out(session, token)
    return False


def leave(desk: Desk, request: Request, typed: Typed) -> Response:
    """Ends the session where the form is its own; the cookie goes in any case."""
    who = desk.who(request) or desk.newcomer(request)
    if who and accounts.same(typed.get("csrf", ""), who.csrf):
        with Session(desk.scene.engine) as session:
            accounts.sign_out(session, request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer
