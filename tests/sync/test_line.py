"""A line that breaks, stalls or lies about lengths ends as a value, and never as half an answer."""

from __future__ import annotations

import gzip
import ssl
import threading

import pytest

from app.ports import Reach
from sync.line import Patience, TlsLine
from sync.pinning import Trust
from sync.protocol.limits import MAX_BODY
from sync.wire import Asked, Heard
from tests.sync.authority import HOST, authority, station
from tests.sync.listener import WHOLE, Listener, Reply, say

CA = authority()
SERVER = station(CA).server()
QUESTION = Asked("GET", "/v1/hello", {})


def ask(reply: Reply, patience: Patience | None = None) -> Heard | Reach:
    with Listener(SERVER, reply) as heard:
        line = TlsLine(HOST, heard.port, Trust(CA.pem), patience)
        try:
            return line.ask(QUESTION)
        finally:
            line.close()


def test_two_questions_go_over_one_connection() -> None:
    with Listener(SERVER) as heard:
        line = TlsLine(HOST, heard.port, Trust(CA.pem))
        assert [line.ask(QUESTION), line.ask(QUESTION)] == [Heard(200, b"{}")] * 2
        line.close()
    assert heard.connections == 1
    assert heard.told.count(b"GET /v1/hello") == 2


def test_a_station_that_closes_after_each_answer_is_asked_over_a_new_verified_line() -> None:
    answer = WHOLE.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    with Listener(SERVER, say(answer)) as heard:
        line = TlsLine(HOST, heard.port, Trust(CA.pem))
        assert [line.ask(QUESTION), line.ask(QUESTION)] == [Heard(200, b"{}")] * 2
        line.close()
    assert heard.connections == 2


def test_after_a_broken_line_the_next_question_opens_a_new_one() -> None:
    replies = [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", WHOLE]

    def reply(line: ssl.SSLSocket) -> None:
        line.sendall(replies.pop(0))
        if replies:
            line.unwrap()

    with Listener(SERVER, reply) as heard:
        line = TlsLine(HOST, heard.port, Trust(CA.pem))
        assert line.ask(QUESTION) is Reach.BROKEN
        assert line.ask(QUESTION) == Heard(200, b"{}")
        line.close()


def cut_short(answer: bytes) -> Reply:
    def reply(line: ssl.SSLSocket) -> None:
        line.sendall(answer)
        line.close()

    return reply


@pytest.mark.parametrize("length", range(0, len(WHOLE), 3))
def test_an_answer_cut_anywhere_is_a_broken_line(length: int) -> None:
    assert ask(cut_short(WHOLE[:length])) is Reach.BROKEN


def test_an_answer_without_a_length_is_not_taken_for_whole() -> None:
    assert ask(cut_short(b"HTTP/1.1 200 OK\r\n\r\n{}")) is Reach.BROKEN


def test_an_answer_in_chunks_is_read_whole() -> None:
    chunks = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"
    assert ask(say(chunks)) == Heard(200, b"{}")


@pytest.mark.parametrize("chunk", [b"1\r\n{\r\n", b"1\r\n{\r\n5\r\n}", b"ZZ\r\n{}"])
def test_chunks_that_end_early_are_a_broken_line(chunk: bytes) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert ask(cut_short(head + chunk)) is Reach.BROKEN


def test_an_answer_past_the_limit_is_not_read() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n"
    assert ask(say(head + b" " * (MAX_BODY + 1))) is Reach.TOO_BIG


def test_a_packed_answer_is_named_as_such() -> None:
    packed = gzip.compress(b"{}")
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n"
    assert ask(say(head.encode() + packed)) == Heard(200, packed, packed=True)


def test_noise_in_place_of_http_is_a_broken_line() -> None:
    assert ask(cut_short(b"\x00\xff noise \r\n\r\n")) is Reach.BROKEN


def test_a_station_that_says_nothing_does_not_hold_the_handset() -> None:
    assert ask(lambda line: None, Patience(silence=0.05)) is Reach.BROKEN


def test_a_station_that_drips_does_not_hold_the_handset() -> None:
    """Every byte is a sign of life; only the limit for the whole question ends it."""

    def drip(line: ssl.SSLSocket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            line.sendall(b"x")
            pause.wait(0.005)

    pause = threading.Event()
    assert ask(drip, Patience(silence=20, whole=0.2)) is Reach.BROKEN


def test_a_handshake_that_never_comes_does_not_hold_the_handset() -> None:
    import socket

    with socket.create_server((HOST, 0)) as mute:
        line = TlsLine(HOST, mute.getsockname()[1], Trust(CA.pem), Patience(silence=20, whole=0.1))
        assert line.ask(QUESTION) is Reach.BROKEN


def test_cutting_ends_a_question_that_waits_and_no_other_is_asked() -> None:
    heard_it = threading.Event()

    with Listener(SERVER, lambda _: heard_it.set()) as heard:
        line = TlsLine(HOST, heard.port, Trust(CA.pem))
        answers: list[Heard | Reach] = []
        asking = threading.Thread(target=lambda: answers.append(line.ask(QUESTION)))
        asking.start()
        assert heard_it.wait(10)
        line.cut()
        asking.join(10)
        assert answers == [Reach.BROKEN]
        assert line.ask(QUESTION) is Reach.NO_ROUTE
    assert heard.connections == 1
