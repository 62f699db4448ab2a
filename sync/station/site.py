"""The station as one application: the handsets' API and the console, with headers that keep both shut."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

from sync.protocol.messages import Refusal
from sync.station.api import api, told
from sync.station.console.pages import pages
from sync.station.refused import Refused
from sync.station.scene import Scene

_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_SECURE = {"Strict-Transport-Security": "max-age=31536000"}
_BROKEN = "The station failed. Nothing is lost on the handset. Try again, then tell your administrator."
_NOWHERE = "This page does not exist. Go back to the board."


def site(scene: Scene) -> FastAPI:
    """Everything. No schema page, no echo of what was sent, no trace of what failed."""
    made = console_alone(scene)
    made.include_router(api(scene))
    return made


def console_alone(scene: Scene) -> FastAPI:
    """For the plain loopback of TRAINING: no handset is ever answered without TLS."""
    made = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    made.include_router(pages(scene))
    made.mount("/static", StaticFiles(directory=Path(__file__).parent / "console" / "static"))
    made.add_exception_handler(HTTPException, _refusing(scene))

    @made.middleware("http")
    async def keep_shut(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
        answer = await _answered(request, call)
        answer.headers.update(HEADERS)
        if request.url.scheme == "https":
            answer.headers.update(_SECURE)
        return answer

    return made


async def _answered(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    """What failed is named by its type alone: the text of an exception could hold a record."""
    try:
        return await call(request)
    except Exception as problem:
        logging.getLogger("doorstep.station").error("A request failed: %s", type(problem).__name__)
        return PlainTextResponse(_BROKEN, 500)


def _refusing(scene: Scene) -> Callable[[Request, Exception], Response]:
    def refuse(request: Request, problem: Exception) -> Response:
        status = problem.status_code if isinstance(problem, HTTPException) else 400
        if request.url.path.startswith("/v1/"):
            code = Refusal.UNKNOWN if status == 404 else Refusal.BAD_REQUEST
            return told(scene, Refused(code, status))
        return PlainTextResponse(_NOWHERE, status)

    return refuse
