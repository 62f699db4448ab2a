"""The console's routes. Each page but the sign-in exists only for somebody who is signed in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from fastapi.templating import Jinja2Templates
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.clocks.deadlines import referral_state
from app.court_calendar import bundled
from app.visits.schedule import due_list
from sync.station import accounts, people
from sync.station.accounts import SignedIn
from sync.station.console import reading
from sync.station.console.telling import told_case, told_entries
from sync.station.scene import Scene

HERE = Path(__file__).parent
COOKIE = "doorstep"
Typed = dict[str, str]


class Console:
    """Everything a page needs: who is there, and how to answer."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._templates = Jinja2Templates(HERE / "templates")

    def who(self, request: Request) -> SignedIn | None:
        with Session(self.scene.engine) as session:
            token = request.cookies.get(COOKIE, "")
            return accounts.signed_in(session, token, self.scene.clock.now())

    def show(
        self, request: Request, page: str, who: SignedIn | None, status: int = 200, **facts: Any
    ) -> Response:
        told = {"who": who, "training": self.scene.training, "words": self.scene.guidance, **facts}
        answer: Response = self._templates.TemplateResponse(request, f"{page}.html", told, status_code=status)
        return answer

    def absent(self, request: Request, who: SignedIn) -> Response:
        """The same answer for what is not there and what is not yours."""
        return self.show(request, "absent", who, 404)


Page = Callable[[Console, Request, SignedIn], Response]
Form = Callable[[Console, Request, Typed], Response]


def pages(scene: Scene) -> APIRouter:
    """Every page. Only the sign-in is open; `records` pages exist for those who may see records."""
    router, console = APIRouter(), Console(scene)
    router.add_route("/sign-in", lambda request: console.show(request, "sign_in", None), ["GET"])
    router.add_route("/sign-in", _form(console, _enter), ["POST"])
    router.add_route("/sign-out", _form(console, _leave), ["POST"])
    router.add_route("/handsets/code", _form(console, _code), ["POST"])
    for path, page, records in (
        ("/", _board, False),
        ("/incident/{case_id}", _incident, True),
        ("/referrals", _referrals, True),
        ("/visits", _visits, True),
        ("/handsets", _handsets, False),
    ):
        router.add_route(path, _page(console, page, records=records), ["GET"])
    return router


def _page(console: Console, page: Page, *, records: bool) -> Callable[[Request], Response]:
    return lambda request: _signed(console, request, page, records=records)


def _form(console: Console, work: Form) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        form = await request.form()
        typed = {key: str(value).strip() for key, value in form.items()}
        return await run_in_threadpool(work, console, request, typed)

    return endpoint


def _signed(console: Console, request: Request, page: Page, *, records: bool) -> Response:
    who = console.who(request)
    if who is None:
        return RedirectResponse("/sign-in", 303)
    if records and not who.sees_records:
        return console.absent(request, who)
    return page(console, request, who)


def _enter(console: Console, request: Request, typed: Typed) -> Response:
    address = request.client.host if request.client else "unknown"
    with Session(console.scene.engine) as session:
        try:
            token = _try(session, typed, address, console)
        except accounts.TooMany:
            return console.show(request, "sign_in", None, 429, problem="too-many")
    if token is None:
        return console.show(request, "sign_in", None, 403, problem="wrong")
    answer = RedirectResponse("/", 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)
    return answer


def _try(session: Session, typed: Typed, address: str, console: Console) -> str | None:
    given = accounts.Credentials(typed.get("user", ""), typed.get("password", ""), address)
    return accounts.sign_in(session, given, console.scene.clock.now())


def _leave(console: Console, request: Request, typed: Typed) -> Response:
    who = console.who(request)
    if who and accounts.same(typed.get("csrf", ""), who.csrf):
        with Session(console.scene.engine) as session:
            accounts.sign_out(session, request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _board(console: Console, request: Request, who: SignedIn) -> Response:
    now = console.scene.clock.now()
    found = reading.cases(console.scene.engine, who)
    rows = sorted(
        (told_case(case, now, console.scene.guidance) for case in found),
        key=lambda row: not row["nobody"],
    )
    counts = {
        "incidents": len(found),
        "without": sum(1 for case in found if case.ownership.missing),
        "referred": sum(1 for case in found if case.referral.state == "referred"),
        "visits": sum(1 for row in due_list(found, now) if row.status != "planned"),
    }
    shown = rows if who.sees_records else []
    return console.show(request, "board", who, rows=shown, counts=counts)


def _incident(console: Console, request: Request, who: SignedIn) -> Response:
    found = reading.case(console.scene.engine, who, str(request.path_params["case_id"]))
    if found is None:
        return console.absent(request, who)
    case, entries = found
    now, guidance = console.scene.clock.now(), console.scene.guidance
    return console.show(
        request, "incident", who,
        case=told_case(case, now, guidance),
        people=case.people,
        entries=told_entries(case, entries, guidance),
        visits=due_list([case], now),
    )  # fmt: skip


def _referrals(console: Console, request: Request, who: SignedIn) -> Response:
    now = console.scene.clock.now()
    sent = [case for case in reading.cases(console.scene.engine, who) if case.referral.sent_at]
    rows = [{**told_case(case, now, console.scene.guidance), "state": _state(case, now)} for case in sent]
    return console.show(request, "referrals", who, rows=rows)


def _state(case: Any, now: Any) -> str:
    return referral_state(case, now, bundled()).replace("_", " ")


def _visits(console: Console, request: Request, who: SignedIn) -> Response:
    now = console.scene.clock.now()
    found = reading.cases(console.scene.engine, who)
    done = [(case, visit) for case in found for visit in case.visits if visit.stored == "done"]
    return console.show(request, "visits", who, rows=due_list(found, now), done=done)


def _handsets(console: Console, request: Request, who: SignedIn) -> Response:
    rows = reading.handsets(console.scene.engine, who)
    return console.show(request, "handsets", who, rows=rows, made=None, problem=None)


def _code(console: Console, request: Request, typed: Typed) -> Response:
    who = console.who(request)
    if who is None:
        return RedirectResponse("/sign-in", 303)
    if who.role != "administrator" or not accounts.same(typed.get("csrf", ""), who.csrf):
        return console.absent(request, who)
    scene = console.scene
    with Session(scene.engine) as session:
        made = people.make_code(session, typed.get("officer", ""), scene.keys.ca_pin, scene.clock.now())
    rows = reading.handsets(scene.engine, who)
    problem = None if made else "unknown-officer"
    return console.show(request, "handsets", who, 200 if made else 400, rows=rows, made=made, problem=problem)
