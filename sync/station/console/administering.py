"""What the pages of administrators share: a form that is theirs, and whose hand it is."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station import accounts
from sync.station.accounts import SignedIn
from sync.station.administration.changes import Hand
from sync.station.console.desk import Desk, Form
from sync.station.console.forms import Typed

Work = Callable[[Desk, Request, SignedIn, Typed], Response]


def administers(who: SignedIn) -> bool:
    return who.makes_codes


def for_administrators(work: Work) -> Form:
    """Sent by an administrator from a page of this station; to anybody else it is not there."""

    def form(desk: Desk, request: Request, typed: Typed) -> Response:
        who = desk.who(request)
        if who is None:
            return RedirectResponse("/sign-in", 303)
        if not administers(who) or not accounts.same(typed.get("csrf", ""), who.csrf):
            return desk.absent(request, who)
        return work(desk, request, who, typed)

    return form


def hand(desk: Desk, who: SignedIn) -> Hand:
    return Hand(who.user_name, who.force, desk.scene.clock.now())


def named(request: Request, name: str) -> str:
    """What the address names, as text that a database takes."""
    return str(request.path_params[name]).replace("\0", "")


def line(typed: Typed, name: str) -> str:
    """One line of what was typed."""
    return " ".join(typed.get(name, "").split())
