"""The station's paths as questions. Signed with the stream's key (or the transport key, for the lease)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.entry import canonical
from app.ports import Clock, Reach
from sync.answers import Hello, read_hello, read_pull, read_push
from sync.moments import moment, offset_ms
from sync.protocol import paths
from sync.protocol.messages import PullAnswer, PushAnswer, PushRequest, Refusal, body
from sync.protocol.signed import request_bytes
from sync.signing import Sign, station_signed
from sync.wire import Asked, Heard, Line, pack, unpack


@dataclass(frozen=True, slots=True)
class Rewind:
    """The station holds the stream up to `taken` and cannot join what was sent to it.

    `chain`: what it holds there is not what we say stands before.
    """

    taken: int
    chain: bool


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A refusal with its code, and with what else the station said."""

    code: Refusal
    body: dict[str, Any]

    @property
    def reach(self) -> Reach:
        known = {Refusal.REVOKED: Reach.REVOKED, Refusal.TOO_BIG: Reach.TOO_BIG}
        return known.get(self.code, Reach.REFUSED)


Said = dict[str, Any] | TurnedAway | Reach


class StationClient:
    """One enrolment's questions over one line. Not for two threads at once, but for `cut`."""

    def __init__(self, line: Line, stream: str, sign: Sign, clock: Clock) -> None:
        self.stream, self.sign = stream, sign
        self._line, self._clock = line, clock
        self._skew = timedelta(0)

    def hello(self) -> Hello | Reach:
        """The probe. Nothing is signed and nothing told."""
        said = self._once("GET", paths.HELLO, b"", signed=False)
        return said.reach if isinstance(said, TurnedAway) else read_hello(said)

    def push(self, request: PushRequest) -> PushAnswer | Rewind | Reach:
        said = self.ask("POST", paths.PUSH, body(request))
        if isinstance(said, TurnedAway):
            return _rewind(said) or said.reach
        return read_push(said)

    def pull(self, after: int, limit: int) -> PullAnswer | Reach:
        said = self.ask("GET", f"{paths.PULL}?after={after}&limit={limit}")
        return said.reach if isinstance(said, TurnedAway) else read_pull(said)

    def calendar(self) -> dict[str, Any] | Reach:
        """The newest calendar that the station has, as it was signed; sync.calendar looks at it."""
        said = self.ask("GET", paths.CALENDAR)
        return said.reach if isinstance(said, TurnedAway) else said

    def tell_missing(self, seqs: list[int]) -> Reach | None:
        """Own numbers that salvage could not read. None when the station knows now."""
        said = self.ask("POST", paths.DAMAGED, canonical({"missing": seqs}))
        if isinstance(said, TurnedAway):
            return said.reach
        return said if isinstance(said, Reach) else None

    def ask(self, method: str, target: str, body: bytes = b"") -> Said:
        """One signed question; when our clock is refused, once more with the station's time."""
        said = self._once(method, target, body)
        if isinstance(said, TurnedAway) and said.code is Refusal.CLOCK:
            station = moment(said.body.get("time"))
            if station is not None:
                self._skew = station - self._clock.now()
                said = self._once(method, target, body)
        return said

    def trust_time(self, what: str, signed: dict[str, Any], station_key: str, asked: datetime) -> bool:
        """Take the time of an answer that the station has signed. False, and nothing, when it has not."""
        station = moment(signed.get("time"))
        if station is None or not station_signed(station_key, what, signed):
            return False
        self._clock.trust(offset_ms(station, asked, self._clock.now()))
        return True

    def now(self) -> datetime:
        return self._clock.now()

    def close(self) -> None:
        self._line.close()

    def cut(self) -> None:
        """From any thread: the question that is running ends at once, and no other is asked."""
        self._line.cut()

    def _once(self, method: str, target: str, body: bytes, signed: bool = True) -> Said:
        wire, headers = pack(body)
        if signed:
            headers |= self._signature(method, target, wire)
        heard = self._line.ask(Asked(method, target, headers, wire))
        return heard if isinstance(heard, Reach) else read(heard)

    def _signature(self, method: str, target: str, wire: bytes) -> dict[str, str]:
        time, nonce = (self._clock.now() + self._skew).isoformat(), secrets.token_hex(16)
        covered = request_bytes(method, target, wire, time, nonce)
        return {
            paths.H_STREAM: self.stream,
            paths.H_TIME: time,
            paths.H_NONCE: nonce,
            paths.H_SIGNATURE: self.sign(covered),
        }


def read(heard: Heard) -> Said:
    """The body of a 200, or the refusal. A whole answer is no broken line: it is not asked again at once."""
    body = unpack(heard)
    if heard.status == 200:
        return body
    if isinstance(body, Reach) or body.get("code") not in list(Refusal):
        return Reach.TOO_BIG if heard.status == 413 else Reach.REFUSED
    return TurnedAway(Refusal(str(body["code"])), body)


def _rewind(said: TurnedAway) -> Rewind | None:
    taken = said.body.get("taken")
    if said.code not in (Refusal.BEHIND, Refusal.CHAIN) or type(taken) is not int or taken < 0:
        return None
    return Rewind(taken, said.code is Refusal.CHAIN)
