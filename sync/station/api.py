"""What handsets ask: each path of sync.protocol. No answer ever echoes what was sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import Any

from fastapi import APIRouter
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from app.entry import canonical
from sync.protocol import paths
from sync.protocol.limits import MAX_LOST
from sync.protocol.messages import Refusal
from sync.protocol.packing import WORTH_PACKING, deflate
from sync.station import people
from sync.station.admission import Asking, admit, unpacked, whole_body
from sync.station.calendars import kept
from sync.station.enrolling import enrol
from sync.station.incoming import LARGEST, read_push
from sync.station.ledger import take
from sync.station.outgoing import page
from sync.station.refused import Refused
from sync.station.scene import Scene
from sync.station.stamps import stamp
from sync.station.tables import DamagedRow, StreamRow

MAX_PAGE = 500
Answer = dict[str, Any] | Refused
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Admitted:
    """A signed request inside its transaction."""

    session: Session
    stream: StreamRow
    asking: Asking


Work = Callable[[Scene, Admitted, Any], Answer]


def told(scene: Scene, answer: Answer, packs: bool = False) -> Response:
    """JSON for the wire, packed where the handset reads that; the station's time in every refusal."""
    if isinstance(answer, Refused):
        body: dict[str, Any] = {"code": answer.code.value, "time": scene.clock.now().isoformat()}
        if answer.taken is not None:
            body["taken"] = answer.taken
        return Response(canonical(body), answer.status, media_type="application/json")
    plain = canonical(answer)
    if not packs or len(plain) <= WORTH_PACKING:
        return Response(plain, media_type="application/json")
    return Response(deflate(plain), headers={"Content-Encoding": "gzip"}, media_type="application/json")


def api(scene: Scene) -> APIRouter:
    """Every path, and only by the method that belongs to it."""
    router = APIRouter()
    for path, answer in ((paths.HELLO, _hello), (paths.CA, _ca)):
        router.add_route(path, _open(scene, answer), ["GET"])
    router.add_route(paths.ENROL, _enrolling(scene), ["POST"])
    router.add_route(paths.PUSH, _signed(scene, _push), ["POST"])
    router.add_route(paths.PULL, _signed(scene, _pull), ["GET"])
    router.add_route(paths.LEASE, _signed(scene, _lease, transport=True), ["POST"])
    router.add_route(paths.CALENDAR, _signed(scene, _calendar), ["GET"])
    router.add_route(paths.DAMAGED, _signed(scene, _damaged), ["POST"])
    return router


def _hello(scene: Scene) -> dict[str, Any]:
    now = scene.clock.now().isoformat()
    return {"doorstep": paths.VERSION, "time": now, "training": scene.training}


def _ca(scene: Scene) -> dict[str, Any]:
    return {"ca": scene.keys.ca}


def _open(scene: Scene, answer: Callable[[Scene], dict[str, Any]]) -> Callable[[Request], Response]:
    return lambda _: told(scene, answer(scene))


def _enrolling(scene: Scene) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        wire = await whole_body(request)
        body = wire if isinstance(wire, Refused) else unpacked(request, wire)
        if isinstance(body, Refused):
            return told(scene, body)
        address = request.client.host if request.client else "unknown"
        return told(scene, await run_in_threadpool(enrol, scene, body, address))

    return endpoint


def _signed(scene: Scene, work: Work, *, transport: bool = False) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        wire = await whole_body(request)
        if isinstance(wire, Refused):
            return told(scene, wire)
        packs = "gzip" in request.headers.get("accept-encoding", "")
        answer = await run_in_threadpool(_do, scene, Asking(request, wire), work, transport)
        return await run_in_threadpool(told, scene, answer, packs)

    return endpoint


def _do(scene: Scene, asking: Asking, work: Work, transport: bool) -> Answer:
    """Admission, work and answer in one transaction. What is refused after admission keeps its nonce."""
    with Session(scene.engine) as session:
        stream = admit(session, asking, scene.clock.now(), transport=transport)
        if isinstance(stream, Refused):
            session.rollback()
            return stream
        body = unpacked(asking.request, asking.wire) if asking.wire else None
        if isinstance(body, Refused):
            answer: Answer = body
        else:
            answer = work(scene, Admitted(session, stream, asking), body)
        session.commit()
        return answer


def _push(scene: Scene, who: Admitted, body: Any) -> Answer:
    push = read_push(body, who.stream.id, who.stream.officer)
    if isinstance(push, Refused):
        return push
    taken = take(who.session, who.stream, push, scene.keys, scene.clock.now())
    return taken if isinstance(taken, Refused) else asdict(taken)


def _pull(scene: Scene, who: Admitted, _: Any) -> Answer:
    try:
        after = int(who.asking.request.query_params["after"])
        limit = int(who.asking.request.query_params["limit"])
    except (KeyError, ValueError):
        return Refused(Refusal.BAD_REQUEST, 400)
    if not 0 <= after < LARGEST or not 1 <= limit <= MAX_PAGE:
        return Refused(Refusal.BAD_REQUEST, 400)
    now = scene.clock.now()
    who.stream.last_contact = stamp(now)
    who.session.add(who.stream)
    answer = page(who.session, who.stream, after, limit, now)
    if who.stream.pulled is not None:
        who.stream.pulled = max(who.stream.pulled, answer.cursor)
    return asdict(answer)


def _lease(scene: Scene, who: Admitted, _: Any) -> Answer:
    now = scene.clock.now()
    answer = {
        "lease_secret": who.stream.lease_secret,
        "lease_ends": people.lease_ends(now),
        "time": now.isoformat(),
    }
    return scene.keys.sign("lease", answer)


def _calendar(scene: Scene, who: Admitted, _: Any) -> Answer:
    newest = kept(who.session)
    answer = {
        "version": newest.calendar.version,
        "toml": newest.toml,
        "time": scene.clock.now().isoformat(),
    }
    return scene.keys.sign("calendar", answer)


def _damaged(scene: Scene, who: Admitted, body: Any) -> Answer:
    missing = body.get("missing") if isinstance(body, dict) else None
    if not isinstance(missing, list) or len(missing) > MAX_LOST:
        return Refused(Refusal.BAD_REQUEST, 400)
    if not all(type(seq) is int and 0 < seq < LARGEST for seq in missing):
        return Refused(Refusal.BAD_REQUEST, 400)
    for seq in sorted(set(missing)):
        row = DamagedRow(stream=who.stream.id, seq=seq, told_at=stamp(scene.clock.now()))
        who.session.merge(row)
    return {}
