"""A station in memory, at the level of requests. tests/contracts proves it against the real one."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.calendar_versions import bundled_text
from app.court_calendar import read_calendar
from app.entry import GENESIS, canonical, from_json
from app.ports import Reach
from sync.protocol import paths
from sync.protocol.limits import CLOCK_SKEW_S
from sync.protocol.messages import PullAnswer, PushAnswer, Receipt, Refusal
from sync.protocol.signed import head_bytes, request_bytes, signed_bytes
from sync.signing import new_private, public_of, signer
from sync.wire import Asked, Heard, pack, unpack
from tests.fakes.clock import FakeClock

LEASE = timedelta(hours=72)


class No(Exception):
    """A refusal on its way out."""

    def __init__(self, status: int, code: Refusal, **more: Any) -> None:
        super().__init__(status)
        self.status, self.code, self.more = status, code, more


class Desk:
    """Implements sync.wire.Line. `held` is each stream's entries, `ledger` all of them in commit order."""

    def __init__(self, clock: FakeClock, training: bool = True) -> None:
        self.clock, self.training = clock, training
        self.private = new_private()
        self.key = public_of(self.private)
        self.known: dict[str, str] = {}
        self.transport: dict[str, str] = {}
        self.revoked: set[str] = set()
        self.held: dict[str, list[dict[str, Any]]] = {}
        self.ledger: list[dict[str, Any]] = []
        self.nonces: set[str] = set()
        self.refuses: dict[str, str] = {}
        self.missing: dict[str, set[int]] = {}
        self.asked: list[Asked] = []
        self.calendar = bundled_text()

    def enrol(self, stream: str, public: str, transport: str = "") -> None:
        self.known[stream], self.transport[stream] = public, transport
        self.held.setdefault(stream, [])

    def revoke(self, stream: str) -> None:
        self.revoked.add(stream)

    def give_calendar(self, toml: str) -> None:
        self.calendar = toml

    def close(self) -> None:
        """There is no connection."""

    def cut(self) -> None:
        """There is nothing to wait for."""

    def ask(self, asked: Asked) -> Heard | Reach:
        self.asked.append(asked)
        try:
            return self._heard(200, self._answer(asked))
        except No as no:
            return self._heard(no.status, {"code": no.code, "time": self.time, **no.more})

    @property
    def time(self) -> str:
        return self.clock.now().isoformat()

    def _heard(self, status: int, body: dict[str, Any]) -> Heard:
        wire, headers = pack(canonical(body))
        return Heard(status, wire, "Content-Encoding" in headers)

    def _answer(self, asked: Asked) -> dict[str, Any]:
        path = urlsplit(asked.target).path
        if path == paths.HELLO:
            return {"doorstep": paths.VERSION, "time": self.time, "training": self.training}
        keys = self.transport if path == paths.LEASE else self.known
        stream = self._signed_by(asked, keys)
        if path == paths.PUSH:
            return self._push(stream, self._body(asked))
        if path == paths.PULL:
            return self._pull(stream, *self._query(asked))
        if path == paths.LEASE:
            lease = {"lease_secret": "22" * 32, "lease_ends": self.lease_ends(), "time": self.time}
            return self.sign("lease", lease)
        if path == paths.CALENDAR:
            version = read_calendar(self.calendar).version
            return self.sign("calendar", {"version": version, "toml": self.calendar, "time": self.time})
        if path != paths.DAMAGED:
            raise No(404, Refusal.UNKNOWN)
        self.missing.setdefault(stream, set()).update(self._body(asked)["missing"])
        return {}

    def _body(self, asked: Asked) -> dict[str, Any]:
        read = unpack(Heard(200, asked.body, "Content-Encoding" in asked.headers))
        if isinstance(read, Reach):
            raise No(400, Refusal.BAD_REQUEST)
        return read

    def _query(self, asked: Asked) -> tuple[int, int]:
        query = parse_qs(urlsplit(asked.target).query)
        try:
            after, limit = int(query["after"][0]), int(query["limit"][0])
        except (KeyError, ValueError):
            raise No(400, Refusal.BAD_REQUEST) from None
        if after < 0 or limit < 1:
            raise No(400, Refusal.BAD_REQUEST)
        return after, limit

    def _signed_by(self, asked: Asked, keys: dict[str, str]) -> str:
        stream, time = asked.headers[paths.H_STREAM], asked.headers[paths.H_TIME]
        nonce, signature = asked.headers[paths.H_NONCE], asked.headers[paths.H_SIGNATURE]
        covered = request_bytes(asked.method, asked.target, asked.body, time, nonce)
        self._verify(keys.get(stream, ""), signature, covered)
        if stream in self.revoked:
            raise No(403, Refusal.REVOKED)
        if abs(datetime.fromisoformat(time) - self.clock.now()).total_seconds() > CLOCK_SKEW_S:
            raise No(401, Refusal.CLOCK)
        if nonce in self.nonces:
            raise No(401, Refusal.REPLAY)
        self.nonces.add(nonce)
        return stream

    def _verify(self, public: str, signature: str, covered: bytes) -> None:
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
            key.verify(bytes.fromhex(signature), covered)
        except (InvalidSignature, ValueError):
            raise No(401, Refusal.BAD_SIGNATURE) from None

    def _push(self, stream: str, request: dict[str, Any]) -> dict[str, Any]:
        page, held = request.get("entries"), self.held[stream]
        if not page:
            raise No(400, Refusal.BAD_REQUEST)
        covered = head_bytes(stream, page[-1]["seq"], request["head"])
        self._verify(self.known[stream], request["signature"], covered)
        taken, known = self.taken(stream), {value["seq"]: value for value in held}
        lost = self.missing.get(stream, set())
        if any(seq not in lost for seq in range(taken + 1, request["first_seq"])):
            raise No(409, Refusal.BEHIND, taken=taken)
        before = self.hash_of(stream, taken) if request["first_seq"] == taken + 1 else ""
        for value in page:
            held_here = value["seq"] > taken or known.get(value["seq"]) == value
            if not held_here or before not in ("", value["prev"]):
                raise No(409, Refusal.CHAIN, taken=taken)
            before = from_json(value).hash
        if before != request["head"]:
            raise No(409, Refusal.CHAIN, taken=taken)
        fresh = [value for value in page if value["seq"] > taken]
        held += fresh
        self.ledger += fresh
        return asdict(self.push_answer(stream, page))

    def taken(self, stream: str) -> int:
        held = self.held[stream]
        return int(held[-1]["seq"]) if held else 0

    def hash_of(self, stream: str, seq: int) -> str:
        held = [value for value in self.held[stream] if value["seq"] <= seq]
        return from_json(held[-1]).hash if held else GENESIS

    def push_answer(self, stream: str, page: list[dict[str, Any]]) -> PushAnswer:
        entries = [from_json(value) for value in page]
        named = [[entry.id, entry.seq, entry.hash] for entry in entries]
        taken = self.taken(stream)
        head = self.hash_of(stream, taken)
        receipt = Receipt(secrets.token_hex(8), stream, named, taken, head, self.time)
        refused = [[entry.id, self.refuses[entry.id]] for entry in entries if entry.id in self.refuses]
        signed = self.sign("receipt", asdict(receipt))
        return PushAnswer(taken, signed, self.lease_ends(), self.time, refused)

    def _pull(self, stream: str, after: int, limit: int) -> dict[str, Any]:
        after = min(after, len(self.ledger))
        page = self.ledger[after : after + limit]
        cursor = after + len(page)
        others = [value for value in page if not isinstance(value, dict) or value.get("stream") != stream]
        more = cursor < len(self.ledger)
        version = read_calendar(self.calendar).version
        return asdict(PullAnswer(others, cursor, more, self.lease_ends(), self.time, version))

    def lease_ends(self) -> str:
        return (self.clock.now() + LEASE).isoformat()

    def sign(self, what: str, body: dict[str, Any]) -> dict[str, Any]:
        signature = signer(self.private)(signed_bytes(what, body))
        return {**body, "signature": signature}

    def restore(self, taken: dict[str, int], ledger: int) -> None:
        """Back from an older copy: each stream up to `taken`, the ledger up to `ledger`."""
        for stream, count in taken.items():
            del self.held[stream][count:]
        del self.ledger[ledger:]


def read(heard: Heard) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(canonical(unpack(heard)))
    return value
