"""The station as one application: the handsets' API and the console, with headers that keep both shut."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

from sync.protocol.messages import Refusal
from sync.station.api import api, told
from sync.station.console.pages import pages
from sync.station.ledger import Refused
from sync.station.scene import Scene

_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def site(scene: Scene) -> FastAPI:
    """Every answer is our own: no schema page, no echo of what was sent, no trace of what failed."""
    made = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    made.include_router(api(scene))
    made.include_router(pages(scene))
    made.mount("/static", StaticFiles(directory=Path(__file__).parent / "console" / "static"))

    @made.middleware("http")
    async def keep_shut(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
        answer = await call(request)
        answer.headers.update(_HEADERS)
        return answer

    def refuse(request: Request, problem: Exception) -> Response:
        status = problem.status_code if isinstance(problem, HTTPException) else 400
        code = Refusal.UNKNOWN if status == 404 else Refusal.BAD_REQUEST
        if request.url.path.startswith("/v1/"):
            return told(scene, Refused(code, status))
        return PlainTextResponse("This page does not exist. Go back to the board.", status)

    def broken(request: Request, problem: Exception) -> Response:
        words = "The station failed. Nothing is lost on the handset. Try again, then tell your administrator."
        return PlainTextResponse(words, 500)

    made.add_exception_handler(HTTPException, refuse)
    made.add_exception_handler(RequestValidationError, refuse)
    made.add_exception_handler(Exception, broken)
    return made
