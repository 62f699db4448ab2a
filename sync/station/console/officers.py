"""Officers of the force: the list, a new one, another area, team or rank."""

from __future__ import annotations

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station.accounts import SignedIn
from sync.station.administration import staff
from sync.station.administration.staff import Post
from sync.station.base import for_reading
from sync.station.console.administering import hand, line, named
from sync.station.console.desk import Desk
from sync.station.console.forms import Typed

_NOBODY = Post("", "", "", "", "")


def officers(desk: Desk, request: Request, who: SignedIn) -> Response:
    return _listed(desk, request, who, post=_NOBODY, problem="")


def add(desk: Desk, request: Request, who: SignedIn, typed: Typed) -> Response:
    post = _typed(typed, line(typed, "number"))
    with Session(desk.scene.engine) as session:
        problem = staff.add(session, hand(desk, who), post, desk.scene.ranks)
    if problem:
        return _listed(desk, request, who, post=post, problem=problem, status=400)
    return RedirectResponse("/officers", 303)


def _listed(desk: Desk, request: Request, who: SignedIn, **facts: object) -> Response:
    with Session(for_reading(desk.scene.engine)) as session:
        rows, areas = staff.officers(session, who.force), staff.areas(session, who.force)
    return desk.show(request, "officers", who, rows=rows, areas=areas, **facts)


def officer(desk: Desk, request: Request, who: SignedIn) -> Response:
    with Session(for_reading(desk.scene.engine)) as session:
        post = staff.officer(session, named(request, "number"), who.force)
    return _one(desk, request, who, post, problem="")


def move(desk: Desk, request: Request, who: SignedIn, typed: Typed) -> Response:
    post = _typed(typed, named(request, "number"))
    with Session(desk.scene.engine) as session:
        problem = staff.move(session, hand(desk, who), post, desk.scene.ranks)
    if problem == "absent":
        return desk.absent(request, who)
    if problem:
        return _one(desk, request, who, post, problem=problem, status=400)
    return RedirectResponse("/officers", 303)


def _one(desk: Desk, request: Request, who: SignedIn, post: Post | None, **facts: object) -> Response:
    if post is None:
        return desk.absent(request, who)
    with Session(for_reading(desk.scene.engine)) as session:
        areas = staff.areas(session, who.force)
    return desk.show(request, "officer", who, post=post, areas=areas, **facts)


def _typed(typed: Typed, number: str) -> Post:
    name, rank, area, team = (line(typed, each) for each in ("name", "rank", "area", "team"))
    return Post(number, name, rank, area, team, typed.get("new_area") == "yes")
