"""A one-time code becomes a stream: the only request of a handset that no key has signed yet."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from sync.protocol.messages import Refusal
from sync.protocol.paths import VERSION
from sync.station import people
from sync.station.attempts import too_many, was_wrong
from sync.station.refused import Refused
from sync.station.scene import Scene
from sync.station.signatures import is_key
from sync.station.tables import OfficerRow, StreamRow


def enrol(scene: Scene, body: Any, address: str) -> dict[str, Any] | Refused:
    """The signed answer. A code is used up only by a request that is whole, and of this kind of station."""
    if not _is_whole(body):
        return Refused(Refusal.BAD_REQUEST, 400)
    if body["training"] is not scene.training:
        return Refused(Refusal.TRAINING_MISMATCH, 403)
    now, guesser = scene.clock.now(), (f"codes from {address}",)
    with Session(scene.engine) as session:
        if too_many(session, guesser, now):
            return Refused(Refusal.TOO_MANY, 429)
        officer = people.use_code(session, body["secret"], now)
        if officer is None:
            was_wrong(session, guesser, now)
            session.commit()
            return Refused(Refusal.WRONG_CODE, 403)
        stream = people.new_stream(session, officer, (body["stream_key"], body["transport_key"]), now)
        answer = _answer(scene, officer, stream, now.isoformat())
        session.commit()
    return scene.keys.sign("enrolment", answer)


def _is_whole(body: Any) -> bool:
    if not isinstance(body, dict) or not isinstance(body.get("secret"), str):
        return False
    ours = body.get("version") == VERSION and type(body.get("training")) is bool
    return ours and is_key(body.get("stream_key")) and is_key(body.get("transport_key"))


def _answer(scene: Scene, officer: OfficerRow, stream: StreamRow, now: str) -> dict[str, Any]:
    return {
        "stream": stream.id,
        "officer": officer.model_dump(),
        "training": scene.training,
        "ca": scene.keys.ca,
        "backup_pin": scene.keys.backup_pin,
        "station_key": scene.keys.station_key,
        "recovery_key": scene.keys.recovery_public,
        "lease_secret": stream.lease_secret,
        "lease_ends": people.lease_ends(scene.clock.now()),
        "policy": scene.policy,
        "time": now,
    }
