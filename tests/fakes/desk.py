"""A station's desk in memory, at the level of requests: what the protocol says and nothing else."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

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
        self.revoked: set[str] = set()
        self.held: dict[str, list[dict[str, Any]]] = {}
        self.ledger: list[dict[str, Any]] = []
        self.nonces: set[str] = set()
        self.refuses: dict[str, str] = {}
        self.missing: list[int] = []
        self.asked: list[Asked] = []

    def enrol(self, stream: str, public: str) -> None:
        self.known[stream] = public
        self.held.setdefault(stream, [])

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
        stream = self._signed_by(asked)
        if path == paths.PUSH:
            return self._push(stream, self._body(asked))
        if path == paths.PULL:
            query = parse_qs(urlsplit(asked.target).query)
            return self._pull(stream, int(query["after"][0]), int(query["limit"][0]))
        if path == paths.LEASE:
            lease = {"lease_secret": "22" * 32, "lease_ends": self.lease_ends(), "time": self.time}
            return self.sign("lease", lease)
        assert path == paths.DAMAGED
        self.missing += self._body(asked)["missing"]
        return {}

    def _body(self, asked: Asked) -> dict[str, Any]:
        read = unpack(Heard(200, asked.body, "Content-Encoding" in asked.headers))
        if isinstance(read, Reach):
            raise No(400, Refusal.BAD_REQUEST)
        return read

    def _signed_by(self, asked: Asked) -> str:
        stream, time = asked.headers[paths.H_STREAM], asked.headers[paths.H_TIME]
        nonce, signature = asked.headers[paths.H_NONCE], asked.headers[paths.H_SIGNATURE]
        covered = request_bytes(asked.method, asked.target, asked.body, time, nonce)
        self._verify(stream, signature, covered)
        if stream in self.revoked:
            raise No(403, Refusal.REVOKED)
        if abs(datetime.fromisoformat(time) - self.clock.now()).total_seconds() > CLOCK_SKEW_S:
            raise No(401, Refusal.CLOCK)
        if nonce in self.nonces:
            raise No(401, Refusal.REPLAY)
        self.nonces.add(nonce)
        return stream

    def _verify(self, stream: str, signature: str, covered: bytes) -> None:
        if stream not in self.known:
            raise No(404, Refusal.UNKNOWN)
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.known[stream]))
            key.verify(bytes.fromhex(signature), covered)
        except InvalidSignature:
            raise No(401, Refusal.BAD_SIGNATURE) from None

    def _push(self, stream: str, request: dict[str, Any]) -> dict[str, Any]:
        page, held = request["entries"], self.held[stream]
        if request["first_seq"] > len(held) + 1:
            raise No(409, Refusal.BEHIND, taken=len(held))
        for value, known in zip(page, held[request["first_seq"] - 1 :], strict=False):
            if value != known:
                raise No(409, Refusal.CHAIN, taken=len(held))
        before = self.hash_of(stream, request["first_seq"] - 1)
        for value in page:
            if value["prev"] != before:
                raise No(409, Refusal.CHAIN, taken=len(held))
            before = from_json(value).hash
        last = from_json(page[-1])
        assert last.hash == request["head"]
        self._verify(stream, request["signature"], head_bytes(stream, last.seq, last.hash))
        fresh = [value for value in page if value["seq"] > len(held)]
        held += fresh
        self.ledger += fresh
        return asdict(self.push_answer(stream, page))

    def hash_of(self, stream: str, seq: int) -> str:
        held = self.held[stream][: max(seq, 0)]
        return from_json(held[-1]).hash if held else GENESIS

    def push_answer(self, stream: str, page: list[dict[str, Any]]) -> PushAnswer:
        entries = [from_json(value) for value in page]
        named = [[entry.id, entry.seq, entry.hash] for entry in entries]
        taken = len(self.held[stream])
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
        return asdict(PullAnswer(others, cursor, more, self.lease_ends(), self.time))

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
