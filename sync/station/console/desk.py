"""How a page is answered: who is there, and what stands round it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi.templating import Jinja2Templates
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station import accounts
from sync.station.accounts import SignedIn
from sync.station.base import for_reading
from sync.station.calendars import kept
from sync.station.console.forms import Typed, typed
from sync.station.console.reading import Shelf
from sync.station.console.telling import Telling
from sync.station.scene import Scene

COOKIE = "doorstep"
_TEMPLATES = Path(__file__).parent / "templates"
Page = Callable[["Desk", Request, SignedIn], Response]
Form = Callable[["Desk", Request, Typed], Response]
Allowed = Callable[[SignedIn], bool]


def case_id(request: Request) -> str:
    """The case that the address names, as any database can hold it."""
    return str(request.path_params["case_id"]).replace("\0", "")


class Desk:
    """One process of the station as its pages see it."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.shelf = scene, Shelf(scene.engine)
        self._templates = Jinja2Templates(_TEMPLATES)
        self._templates.env.autoescape = True

    def who(self, request: Request) -> SignedIn | None:
        """Nobody yet while the password is one that an administrator made."""
        found = self._signed_in(request)
        return None if found is None or found.temporary else found

    def newcomer(self, request: Request) -> SignedIn | None:
        """Who has still to choose a password."""
        found = self._signed_in(request)
        return found if found is not None and found.temporary else None

    def _signed_in(self, request: Request) -> SignedIn | None:
        with Session(self.scene.engine) as session:
            token = request.cookies.get(COOKIE, "")
            return accounts.signed_in(session, token, self.scene.clock.now())

    def now(self) -> datetime:
        return self.scene.clock.now()

    def telling(self) -> Telling:
        """By the newest calendar that the station has now: another process may just have been given one."""
        with Session(for_reading(self.scene.engine)) as session:
            calendar = kept(session).calendar
        return Telling(self.scene.guidance, self.now(), calendar)

    def show(self, request: Request, page: str, who: SignedIn | None, **facts: Any) -> Response:
        """`status` among the facts is the answer's; 200 without."""
        status = int(facts.pop("status", 200))
        told = {"who": who, "here": page, "training": self.scene.training, **facts}
        told["provider"] = self.scene.provider
        answer: Response = self._templates.TemplateResponse(request, f"{page}.html", told, status_code=status)
        return answer

    def absent(self, request: Request, who: SignedIn) -> Response:
        """The same answer for what is not there and what is not yours."""
        return self.show(request, "absent", who, status=404)

    def page(self, page: Page, allowed: Allowed) -> Callable[[Request], Response]:
        """A page that exists only for somebody who is signed in and may see it."""

        def endpoint(request: Request) -> Response:
            who = self.who(request)
            if who is None:
                return RedirectResponse("/sign-in", 303)
            return page(self, request, who) if allowed(who) else self.absent(request, who)

        return endpoint

    def form(self, work: Form) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            told = await typed(request)
            return await run_in_threadpool(work, self, request, {} if told is None else told)

        return endpoint
