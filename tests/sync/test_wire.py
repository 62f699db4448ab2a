"""What comes off the wire is unpacked within limits, and is an object of JSON or nothing."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ports import Reach
from sync.client import TurnedAway, read
from sync.protocol.limits import MAX_BODY
from sync.protocol.messages import Refusal
from sync.wire import Heard, pack, unpack

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), VALUES))
def test_what_is_packed_comes_out_the_same(value: dict[str, object]) -> None:
    wire, headers = pack(json.dumps(value).encode())
    assert unpack(Heard(200, wire, headers.get("Content-Encoding") == "gzip")) == value


def test_only_what_is_worth_it_is_packed() -> None:
    small, headers = pack(b'{"a":1}')
    assert (small, "Content-Encoding" in headers) == (b'{"a":1}', False)
    large, headers = pack(b'{"a":"' + b"x" * 2000 + b'"}')
    assert headers["Content-Encoding"] == "gzip"
    assert len(large) < 200


def test_the_same_page_is_packed_to_the_same_bytes() -> None:
    """Else a replay would be told from a second try by nothing but luck."""
    assert pack(b"x" * 2000) == pack(b"x" * 2000)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"[" * (MAX_BODY + 1))
    assert len(bomb) < MAX_BODY // 500
    assert unpack(Heard(200, bomb, packed=True)) is Reach.TOO_BIG


def test_the_limit_itself_is_still_read() -> None:
    whole = b'{"a":"' + b"x" * (MAX_BODY - 8) + b'"}'
    assert isinstance(unpack(Heard(200, gzip.compress(whole), packed=True)), dict)
    assert unpack(Heard(200, whole + b" ")) is Reach.TOO_BIG


@given(st.integers(min_value=0, max_value=60))
def test_a_packed_body_cut_short_is_broken(length: int) -> None:
    packed = gzip.compress(json.dumps({"entries": list(range(40))}).encode(), mtime=0)
    assert unpack(Heard(200, packed[:length], packed=True)) is Reach.BROKEN


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b'"text"', b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 100_000, b"1" * 5000],
)
def test_what_is_no_object_is_broken(body: bytes) -> None:
    assert unpack(Heard(200, body)) is Reach.BROKEN


@given(st.binary())
def test_any_bytes_at_all_end_as_a_value(body: bytes) -> None:
    for packed in (True, False):
        said = unpack(Heard(200, body, packed))
        assert isinstance(said, dict | Reach)


@pytest.mark.parametrize("code", Refusal)
def test_every_refusal_of_the_protocol_is_understood(code: Refusal) -> None:
    said = read(Heard(403, json.dumps({"code": code, "time": "x"}).encode()))
    assert isinstance(said, TurnedAway)
    assert said.code is code


@pytest.mark.parametrize(
    ("status", "body", "meaning"),
    [
        (413, b"<html>", Reach.TOO_BIG),
        (503, b"<html>", Reach.REFUSED),
        (302, b"{}", Reach.REFUSED),
        (403, b'{"code":"something newer"}', Reach.REFUSED),
        (403, b'{"code":["revoked"]}', Reach.REFUSED),
        (200, b"<html>", Reach.BROKEN),
    ],
)
def test_an_answer_that_is_not_of_the_protocol_is_not_asked_for_again_at_once(
    status: int, body: bytes, meaning: Reach
) -> None:
    assert read(Heard(status, body)) is meaning
