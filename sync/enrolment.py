"""From a one-time code to keys and an enrolment. Nothing secret leaves before the code's CA is proven."""

from __future__ import annotations

import hmac
from dataclasses import asdict, dataclass
from enum import StrEnum

from app.entry import canonical
from app.ports import Clock, Enrolment, Reach, StreamKeys
from sync.answers import read_hello
from sync.client import Said, TurnedAway, read
from sync.destination import Address, address
from sync.enrolled import read_enrolment
from sync.line import TlsLine
from sync.moments import moment, offset_ms
from sync.pinning import NotACertificate, Trust, certificate, key_pin
from sync.protocol import paths
from sync.protocol.code import Code, Mistyped, decode
from sync.protocol.messages import EnrolRequest, Refusal
from sync.signing import new_private, public_of
from sync.wire import Asked, Line, pack


class EnrolProblem(StrEnum):
    """Why there is no enrolment. Each value is the key of its wording in content."""

    MISTYPED = "enrol-mistyped"
    UNREACHABLE = "enrol-unreachable"
    WRONG_CERTIFICATE = "enrol-wrong-certificate"
    WRONG_CODE = "enrol-wrong-code"
    TOO_MANY = "enrol-too-many"
    TRAINING_MISMATCH = "enrol-training-mismatch"
    OLD_APP = "enrol-old-app"
    BROKEN = "enrol-broken"


@dataclass(frozen=True, slots=True)
class EnrolmentOffer:
    """What storage.Vault.create needs beside the PIN."""

    enrolment: Enrolment
    keys: StreamKeys


_REACHED = {
    Reach.NO_ROUTE: EnrolProblem.UNREACHABLE,
    Reach.WRONG_CERTIFICATE: EnrolProblem.WRONG_CERTIFICATE,
}
_REFUSED = {
    Refusal.WRONG_CODE: EnrolProblem.WRONG_CODE,
    Refusal.TOO_MANY: EnrolProblem.TOO_MANY,
    Refusal.TRAINING_MISMATCH: EnrolProblem.TRAINING_MISMATCH,
}


def enrol(
    station_url: str, code_text: str, training: bool, clock: Clock | None = None
) -> EnrolmentOffer | EnrolProblem:
    """Use up the code at the station. `clock` learns the station's time from the signed answer."""
    code = decode(code_text)
    if isinstance(code, Mistyped):
        return EnrolProblem.MISTYPED
    where = address(station_url)
    if where is None:
        return EnrolProblem.UNREACHABLE
    ca = proven_ca(TlsLine(where.host, where.port, None), code)
    if isinstance(ca, EnrolProblem):
        return ca
    line = TlsLine(where.host, where.port, Trust(ca))
    try:
        return _strange(line, training) or _exchange(line, where, code, training, clock)
    finally:
        line.close()


def proven_ca(line: Line, code: Code) -> str | EnrolProblem:
    """The station's CA (PEM) over a line that nobody verified, when its key is the one in the code."""
    said = _ask(line, "GET", paths.CA)
    line.close()
    if not isinstance(said, dict):
        return _problem(said)
    try:
        shown = certificate(str(said.get("ca")))
        pin = key_pin(shown)[: len(code.ca_pin)]
    except NotACertificate:
        return EnrolProblem.WRONG_CERTIFICATE
    if not hmac.compare_digest(pin, code.ca_pin):
        return EnrolProblem.WRONG_CERTIFICATE
    return str(said["ca"])


def _strange(line: Line, training: bool) -> EnrolProblem | None:
    """Asked before the code is used up: another version, or the other kind of station."""
    said = _ask(line, "GET", paths.HELLO)
    if isinstance(said, TurnedAway):
        return EnrolProblem.BROKEN
    hello = read_hello(said)
    if isinstance(hello, Reach):
        return _problem(hello)
    if hello.version != paths.VERSION:
        return EnrolProblem.OLD_APP
    return None if hello.training is training else EnrolProblem.TRAINING_MISMATCH


def _exchange(
    line: Line, where: Address, code: Code, training: bool, clock: Clock | None
) -> EnrolmentOffer | EnrolProblem:
    keys = StreamKeys(new_private(), new_private())
    request = EnrolRequest(
        code.secret, public_of(keys.stream_private), public_of(keys.transport_private), training
    )
    asked = clock.now() if clock else None
    said = _ask(line, "POST", paths.ENROL, canonical(asdict(request)))
    if not isinstance(said, dict):
        return _problem(said)
    enrolment = read_enrolment(said, where.url, code.ca_pin)
    if enrolment is None:
        return EnrolProblem.BROKEN
    if enrolment.training is not training:
        return EnrolProblem.TRAINING_MISMATCH
    station = moment(said.get("time"))
    if clock and asked and station:
        clock.trust(offset_ms(station, asked, clock.now()))
    return EnrolmentOffer(enrolment, keys)


def _ask(line: Line, method: str, target: str, body: bytes = b"") -> Said:
    wire, headers = pack(body)
    heard = line.ask(Asked(method, target, headers, wire))
    return heard if isinstance(heard, Reach) else read(heard)


def _problem(said: TurnedAway | Reach) -> EnrolProblem:
    if isinstance(said, TurnedAway):
        return _REFUSED.get(said.code, EnrolProblem.BROKEN)
    return _REACHED.get(said, EnrolProblem.BROKEN)
