"""What handsets ask, sync.protocol on the wire. No answer ever echoes what was sent."""

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
from sync.protocol.messages import Refusal
from sync.station import ledger, people
from sync.station.admission import Asking, admit, unpacked, whole_body
from sync.station.ledger import Refused
from sync.station.scene import Scene
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


def told(scene: Scene, answer: Answer) -> Response:
    """JSON for the wire, with the station's time in every refusal."""
    if not isinstance(answer, Refused):
        return Response(canonical(answer), media_type="application/json")
    body: dict[str, Any] = {"code": answer.code.value, "time": scene.clock.now().isoformat()}
    if answer.taken is not None:
        body["taken"] = answer.taken
    return Response(canonical(body), answer.status, media_type="application/json")


def api(scene: Scene) -> APIRouter:
    """Every path of sync.protocol."""
    router = APIRouter()
    router.add_api_route(paths.HELLO, lambda: told(scene, _hello(scene)), methods=["GET"])
    router.add_api_route(paths.CA, lambda: told(scene, {"ca": scene.keys.ca}), methods=["GET"])
    router.add_route(paths.ENROL, _open(scene, _enrol), ["POST"])
    router.add_route(paths.PUSH, _signed(scene, _push), ["POST"])
    router.add_route(paths.PULL, _signed(scene, _pull), ["GET"])
    router.add_route(paths.LEASE, _signed(scene, _lease, transport=True), ["POST"])
    router.add_route(paths.DAMAGED, _signed(scene, _damaged), ["POST"])
    return router


def _hello(scene: Scene) -> dict[str, Any]:
    now = scene.clock.now().isoformat()
    return {"doorstep": paths.VERSION, "time": now, "training": scene.training}


def _open(scene: Scene, work: Callable[[Scene, Any], Answer]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        wire = await whole_body(request)
        body = wire if isinstance(wire, Refused) else unpacked(request, wire)
        if isinstance(body, Refused):
            return told(scene, body)
        return told(scene, await run_in_threadpool(work, scene, body))

    return endpoint


def _signed(scene: Scene, work: Work, *, transport: bool = False) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        wire = await whole_body(request)
        if isinstance(wire, Refused):
            return told(scene, wire)
        asking = Asking(request, wire)
        return told(scene, await run_in_threadpool(_do, scene, asking, work, transport))

    return endpoint


def _do(scene: Scene, asking: Asking, work: Work, transport: bool) -> Answer:
    """Admission, work and answer in one transaction. A refusal keeps only its nonce."""
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


def _enrol(scene: Scene, body: Any) -> Answer:
    wanted = ("secret", "stream_key", "transport_key")
    if not isinstance(body, dict) or not all(isinstance(body.get(key), str) for key in wanted):
        return Refused(Refusal.BAD_REQUEST, 400)
    if body.get("training") is not scene.training:
        return Refused(Refusal.TRAINING_MISMATCH, 403)
    now = scene.clock.now()
    with Session(scene.engine) as session:
        officer = people.use_code(session, body["secret"], now)
        if officer is None:
            session.commit()
            return Refused(Refusal.WRONG_CODE, 403)
        stream = people.new_stream(session, officer, body["stream_key"], body["transport_key"], now)
        answer = {
            "stream": stream.id,
            "officer": officer.model_dump(),
            "training": scene.training,
            "ca": scene.keys.ca,
            "backup_pin": scene.keys.backup_pin,
            "station_key": scene.keys.station_key,
            "recovery_key": scene.keys.recovery_public,
            "lease_secret": stream.lease_secret,
            "lease_ends": people.lease_ends(now),
            "policy": scene.policy,
            "time": now.isoformat(),
        }
        session.commit()
    return scene.keys.sign("enrolment", answer)


def _push(scene: Scene, who: Admitted, body: Any) -> Answer:
    push = ledger.read_push(body, who.stream.id)
    if push is None:
        return Refused(Refusal.BAD_REQUEST, 400)
    taken = ledger.take(who.session, who.stream, push, scene.keys, scene.clock.now())
    return taken if isinstance(taken, Refused) else asdict(taken)


def _pull(scene: Scene, who: Admitted, _: Any) -> Answer:
    try:
        after = int(who.asking.request.query_params["after"])
        limit = int(who.asking.request.query_params["limit"])
    except (KeyError, ValueError):
        return Refused(Refusal.BAD_REQUEST, 400)
    if not 0 <= after < 1 << 53 or not 1 <= limit <= MAX_PAGE:
        return Refused(Refusal.BAD_REQUEST, 400)
    now = scene.clock.now()
    who.stream.last_contact = now.isoformat()
    who.session.add(who.stream)
    return asdict(ledger.page(who.session, who.stream, after, limit, now))


def _lease(scene: Scene, who: Admitted, _: Any) -> Answer:
    now = scene.clock.now()
    answer = {
        "lease_secret": who.stream.lease_secret,
        "lease_ends": people.lease_ends(now),
        "time": now.isoformat(),
    }
    return scene.keys.sign("lease", answer)


def _damaged(scene: Scene, who: Admitted, body: Any) -> Answer:
    missing = body.get("missing") if isinstance(body, dict) else None
    if not isinstance(missing, list) or not all(type(seq) is int and seq > 0 for seq in missing):
        return Refused(Refusal.BAD_REQUEST, 400)
    for seq in missing[:10_000]:
        row = DamagedRow(stream=who.stream.id, seq=seq, told_at=scene.clock.now().isoformat())
        who.session.merge(row)
    return {}
