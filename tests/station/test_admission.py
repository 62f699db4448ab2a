"""Every request is signed, in time, new and small; whatever is not is refused before anything is read."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import datetime

import pytest
from sqlmodel import Session, select

from app.entry import canonical
from app.ports import Reach
from sync.client import TurnedAway, read
from sync.protocol import paths
from sync.protocol.limits import CLOCK_SKEW_S, MAX_BODY
from sync.protocol.messages import PushAnswer, Refusal
from sync.signing import signer
from sync.station.tables import NonceRow
from sync.wire import Asked, unpack
from tests.fakes.clock import FakeClock
from tests.station.conftest import BOTH
from tests.station.desk import StationDesk
from tests.station.phone import Phone, code


@pytest.fixture
def desk(scene) -> StationDesk:
    return StationDesk(scene)


@pytest.fixture
def phone(desk, clock) -> Phone:
    return Phone(desk, clock=clock)


def refused(desk: StationDesk, asked: Asked) -> str:
    """The code with which the station turned it away."""
    heard = desk.ask(asked)
    assert not isinstance(heard, Reach)
    assert heard.status >= 400
    said = read(heard)
    assert isinstance(said, TurnedAway), heard
    return said.code


@BOTH
def test_request_is_taken_once_and_its_copy_never(desk, phone):
    phone.push(phone.write())
    assert refused(desk, desk.asked[-1]) == Refusal.REPLAY
    assert refused(desk, desk.asked[-1]) == Refusal.REPLAY


@BOTH
def test_copy_of_a_request_is_refused_however_late_it_comes(desk, phone, clock):
    phone.client.pull(0, 10)
    copy = desk.asked[-1]
    for seconds in (1, 100, CLOCK_SKEW_S - 101, CLOCK_SKEW_S, 10 * CLOCK_SKEW_S):
        clock.advance(seconds=seconds)
        phone.client.pull(0, 10)
        assert refused(desk, copy) in (Refusal.REPLAY, Refusal.CLOCK)


@BOTH
def test_copy_is_refused_in_the_night_in_which_the_clocks_go_forward(desk, phone, clock):
    clock.time = datetime.fromisoformat("2027-03-28T00:59:30+00:00")
    phone.client.pull(0, 10)
    copy = desk.asked[-1]
    clock.advance(seconds=60)
    phone.client.pull(0, 10)
    assert refused(desk, copy) == Refusal.REPLAY


@BOTH
def test_old_nonces_are_cleared_away(phone, clock, scene):
    for _ in range(5):
        phone.client.pull(0, 10)
        clock.advance(seconds=4 * CLOCK_SKEW_S)
    with Session(scene.engine) as session:
        assert len(session.exec(select(NonceRow)).all()) == 1


@pytest.mark.parametrize("seconds", [CLOCK_SKEW_S, -CLOCK_SKEW_S, 0])
def test_clock_that_is_a_little_wrong_is_accepted(seconds, desk, clock):
    phone = Phone(desk, clock=FakeClock(clock.time))
    phone.clock.advance(seconds=seconds)
    assert not isinstance(phone.client.pull(0, 10), Reach)
    assert len(desk.asked) == 1


@pytest.mark.parametrize("seconds", [CLOCK_SKEW_S + 1, -CLOCK_SKEW_S - 1, 86_400 * 400])
def test_clock_that_is_too_wrong_is_told_the_time_and_signs_again(seconds, desk, clock):
    phone = Phone(desk, clock=FakeClock(clock.time))
    phone.clock.advance(seconds=seconds)
    assert not isinstance(phone.client.pull(0, 10), Reach)
    heard = desk.ask(desk.asked[0])
    assert not isinstance(heard, Reach)
    assert json.loads(heard.body) == {"code": Refusal.CLOCK, "time": clock.now().isoformat()}


CHANGED = {
    "its body": lambda asked: replace(asked, body=asked.body + b" "),
    "its path": lambda asked: replace(asked, target=paths.DAMAGED),
    "its query": lambda asked: replace(asked, target=f"{asked.target}?a=1"),
    "its time": lambda asked: _header(asked, paths.H_TIME, "2026-11-23T21:52:01+00:00"),
    "its nonce": lambda asked: _header(asked, paths.H_NONCE, "0" * 32),
    "a short nonce": lambda asked: _header(asked, paths.H_NONCE, "0" * 8),
    "a long nonce": lambda asked: _header(asked, paths.H_NONCE, "0" * 80),
    "its stream": lambda asked: _header(asked, paths.H_STREAM, "s-2"),
    "a stream that nobody has": lambda asked: _header(asked, paths.H_STREAM, "s-9"),
    "its signature": lambda asked: _header(asked, paths.H_SIGNATURE, "00" * 64),
    "a signature that is none": lambda asked: _header(asked, paths.H_SIGNATURE, "xyz"),
    "no signature": lambda asked: replace(asked, headers={}),
}


def _header(asked: Asked, name: str, value: str) -> Asked:
    return replace(asked, headers={**asked.headers, name: value})


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_request_that_was_changed_after_signing_is_refused(change, desk, phone):
    Phone(desk, "s-2", "4502")
    phone.push(phone.write())
    held = len(desk.held("s-1"))
    asked = change(desk.asked[-1])
    assert refused(desk, asked) == Refusal.BAD_SIGNATURE
    assert len(desk.held("s-1")) == held


@BOTH
def test_signature_of_a_get_does_not_serve_for_a_post(desk, phone):
    phone.client.pull(0, 10)
    turned = replace(desk.asked[-1], method="POST", target=paths.PUSH)
    assert refused(desk, turned) == Refusal.BAD_SIGNATURE


@BOTH
def test_transport_key_fetches_the_lease_and_may_do_nothing_else(desk, phone):
    entries = phone.write()
    body = phone.body(entries)
    phone.client.sign = signer(phone.transport)
    said = phone.client.ask("POST", paths.LEASE, b"{}")
    assert isinstance(said, dict)
    assert len(said["lease_secret"]) == 64
    assert code(phone.say(body)) == Refusal.BAD_SIGNATURE
    assert phone.client.pull(0, 10) is Reach.REFUSED
    assert phone.client.tell_missing([1]) is Reach.REFUSED
    assert desk.held("s-1") == []


@BOTH
def test_stream_key_does_not_fetch_the_lease(phone):
    assert code(phone.client.ask("POST", paths.LEASE, b"{}")) == Refusal.BAD_SIGNATURE


@BOTH
def test_handset_taken_out_of_use_is_told_so_on_every_path(desk, phone):
    entries = phone.write(2)
    assert isinstance(phone.push(entries[:1]), PushAnswer)
    desk.revoke("s-1")
    assert phone.push(entries) is Reach.REVOKED
    assert phone.client.pull(0, 10) is Reach.REVOKED
    phone.client.sign = signer(phone.transport)
    assert code(phone.client.ask("POST", paths.LEASE, b"{}")) == Refusal.REVOKED
    assert len(desk.held("s-1")) == 1


def wire(phone: Phone, body: bytes, packed: bool) -> str:
    """The code for a signed push with exactly these bytes."""
    headers = phone.client._signature("POST", paths.PUSH, body)
    headers["Content-Type"] = "application/json"
    if packed:
        headers["Content-Encoding"] = "gzip"
    return refused(phone.desk, Asked("POST", paths.PUSH, headers, body))


@BOTH
def test_bomb_is_not_unpacked(phone):
    bomb = gzip.compress(b"[" * (40 * MAX_BODY))
    assert len(bomb) < MAX_BODY
    assert wire(phone, bomb, packed=True) == Refusal.TOO_BIG


@BOTH
def test_body_past_the_limit_is_not_read(phone):
    assert wire(phone, b" " * (MAX_BODY + 1), packed=False) == Refusal.TOO_BIG


@pytest.mark.parametrize("body", [b"\x1f\x8b", gzip.compress(b'{"a": 1}')[:-4], b"no gzip at all"])
def test_packed_body_that_is_not_whole_is_refused(body, phone):
    assert wire(phone, body, packed=True) == Refusal.BAD_REQUEST


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[" * 100_000, b"1" * 5000, b'"\xed\xa0\x80"'])
def test_body_that_is_no_json_is_refused(body, phone):
    assert wire(phone, body, packed=False) == Refusal.BAD_REQUEST


@BOTH
def test_answer_is_packed_where_that_is_asked_for_and_worth_it(desk, phone):
    other = Phone(desk, "s-2", "4502")
    other.push(other.write(20))
    phone.client.pull(0, 100)
    asked = desk.asked[-1]
    for wanted, packed in (("gzip", True), ("identity", False)):
        headers = phone.client._signature("GET", asked.target, b"")
        heard = desk.ask(Asked("GET", asked.target, {**headers, "Accept-Encoding": wanted}))
        assert not isinstance(heard, Reach)
        assert heard.packed is packed
        body = unpack(heard)
        assert not isinstance(body, Reach)
        assert len(body["entries"]) == 20


NOWHERE = {
    "GET /v1/nothing": "unknown",
    "GET /v1/": "unknown",
    "POST /v1/hello": "bad-request",
    "GET /v1/push": "bad-request",
    "DELETE /v1/pull": "bad-request",
    "PUT /v1/enrol": "bad-request",
}


@pytest.mark.parametrize(("asked", "expected"), NOWHERE.items())
def test_path_that_is_none_is_refused_in_the_words_of_the_protocol(asked, expected, desk):
    method, _, target = asked.partition(" ")
    assert refused(desk, Asked(method, target, {})) == expected


@BOTH
def test_refusal_never_echoes_what_was_sent(desk, phone):
    marker = "Rania Mensah-Testwood"
    body = phone.body(phone.write(note=marker)) | {"first_seq": 7, "strange": marker}
    phone.say(body)
    wire(phone, canonical({"stream": marker}), packed=False)
    for asked in list(desk.asked):
        heard = desk.ask(replace(asked, target=f"{asked.target}?{marker}".replace(" ", "%20")))
        assert not isinstance(heard, Reach)
        assert marker not in heard.body.decode()
        assert set(json.loads(heard.body)) <= {"code", "time", "taken"}
