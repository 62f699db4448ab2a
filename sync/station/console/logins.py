"""Console accounts of the force: the list, a new one, and what is changed about one."""

from __future__ import annotations

from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station.accounts import Role, SignedIn
from sync.station.administration import logins, staff
from sync.station.administration.logins import Login
from sync.station.base import for_reading
from sync.station.console.administering import hand, line, named
from sync.station.console.desk import Desk
from sync.station.console.forms import Typed

_NOBODY = Login("", "", "", "")
ROLES = [(role.value, role.value.capitalize()) for role in Role]


def accounts(desk: Desk, request: Request, who: SignedIn) -> Response:
    return _listed(desk, request, who, asked=_NOBODY, problem="", password="")


def add(desk: Desk, request: Request, who: SignedIn, typed: Typed) -> Response:
    """The temporary password stands in this answer and nowhere else."""
    asked = _typed(typed, line(typed, "user"))
    with Session(desk.scene.engine) as session:
        problem, password = logins.add(session, hand(desk, who), asked, desk.scene.training)
    status = 400 if problem else 200
    told = {"asked": asked, "problem": problem, "password": password, "status": status}
    return _listed(desk, request, who, **told)


def _listed(desk: Desk, request: Request, who: SignedIn, **facts: object) -> Response:
    with Session(for_reading(desk.scene.engine)) as session:
        rows, areas = logins.logins(session, who.force), staff.areas(session, who.force)
    return desk.show(request, "accounts", who, rows=rows, areas=areas, roles=ROLES, **facts)


def account(desk: Desk, request: Request, who: SignedIn) -> Response:
    return _one(desk, request, who, problem="", password="")


def change(desk: Desk, request: Request, who: SignedIn, typed: Typed) -> Response:
    """One of four things, named by the button: change, off, on or password."""
    user, act, password, mine = named(request, "user"), typed.get("act", ""), "", hand(desk, who)
    with Session(desk.scene.engine) as session:
        if act == "change":
            problem = logins.change(session, mine, _typed(typed, user))
        elif act in ("off", "on"):
            problem = logins.switch(session, mine, user, act == "off")
        elif act == "password":
            problem, password = logins.new_password(session, mine, user)
        else:
            problem = "absent"
    if problem == "absent":
        return desk.absent(request, who)
    if problem or password:
        return _one(desk, request, who, problem=problem, password=password, status=400 if problem else 200)
    return RedirectResponse("/accounts", 303)


def _one(desk: Desk, request: Request, who: SignedIn, **facts: object) -> Response:
    with Session(for_reading(desk.scene.engine)) as session:
        row = logins.login(session, named(request, "user"), who.force)
        areas = staff.areas(session, who.force)
    if row is None:
        return desk.absent(request, who)
    asked = Login(row.user_name, row.role, row.area, row.number)
    told = {"row": row, "asked": asked, "areas": areas, "roles": ROLES, **facts}
    return desk.show(request, "account", who, **told)


def _typed(typed: Typed, user: str) -> Login:
    return Login(user, line(typed, "role"), line(typed, "area"), line(typed, "number"))
