"""Signing in by the force's account: away to its sign-in page, and back."""

from __future__ import annotations

import logging

from fastapi import APIRouter
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sync.station import accounts
from sync.station.base import for_reading
from sync.station.console.desk import COOKIE, Desk
from sync.station.identity import arriving
from sync.station.identity.claims import NoEntry, comer
from sync.station.identity.configured import BACK, Provider
from sync.station.identity.provider import Asking, Unreachable
from sync.station.identity.tokens import TokenRefused, read_token

AWAY = "doorstep-away"
_log = logging.getLogger("doorstep.station")


def add_force_door(router: APIRouter, desk: Desk) -> None:
    """Nothing without a provider."""
    provider = desk.scene.provider
    if provider is None:
        return
    door = ForceDoor(desk, provider)
    router.add_route("/sign-in/force", door.go, ["GET"])
    router.add_route(BACK, door.back, ["GET"])


class ForceDoor:
    def __init__(self, desk: Desk, provider: Provider) -> None:
        self._desk, self._provider = desk, provider
        self._asking = Asking(provider, training=desk.scene.training)

    def go(self, request: Request) -> Response:
        """A state that comes back once, in a cookie that goes along: strict would stay at home."""
        with Session(self._desk.scene.engine) as session:
            begun = arriving.go(session, self._desk.scene.clock.now())
        if begun is None:
            return self._refused(request, "unreachable", 503)
        try:
            answer = RedirectResponse(self._asking.away(begun.state, begun.nonce, begun.challenge), 303)
        except Unreachable:
            return self._refused(request, "unreachable", 503)
        answer.set_cookie(
            AWAY, begun.state, max_age=arriving.AWAY_MINUTES * 60, path="/sign-in", httponly=True,
            samesite="lax", secure=request.url.scheme == "https",
        )  # fmt: skip
        return answer

    def back(self, request: Request) -> Response:
        """Signed in, or told in words why not. What the token said stands in no log."""
        try:
            token, user = self._arrived(request)
        except (NoEntry, TokenRefused, _NotOurs) as problem:
            _log.warning("A sign-in by the force's account was refused: %s", problem.because)
            return self._refused(request, problem.because)
        except Unreachable:
            return self._refused(request, "unreachable", 503)
        answer = self._desk.show(request, "arrived", None, user=user)
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)
        answer.delete_cookie(AWAY, path="/sign-in")
        return answer

    def _arrived(self, request: Request) -> tuple[str, str]:
        told, scene = request.query_params, self._desk.scene
        state = told.get("state", "")
        if not state or not accounts.same(state, request.cookies.get(AWAY, "")):
            raise _NotOurs("away")
        with Session(scene.engine) as session:
            begun = arriving.back(session, state, scene.clock.now())
        if begun is None:
            raise _NotOurs("away")
        token = self._asking.token(told["code"], begun.verifier) if told.get("code") else ""
        if not token:
            raise _NotOurs("turned-down")
        now = scene.clock.now()
        claims = read_token(
            token, lambda again: self._asking.keys(again=again), self._provider, begun.nonce, now
        )
        with Session(for_reading(scene.engine)) as session:
            who = comer(session, claims, self._provider)
        with Session(scene.engine) as session:
            made = arriving.arrive(session, who, self._provider.issuer, scene.training, now)
        return made, who.user

    def _refused(self, request: Request, because: str, status: int = 403) -> Response:
        answer = self._desk.show(request, "sign_in", None, problem=because, status=status)
        answer.delete_cookie(AWAY, path="/sign-in")
        return answer


class _NotOurs(Exception):
    """`because` is away: not begun here, or over; or turned-down: the provider let nobody in."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because
