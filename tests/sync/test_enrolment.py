"""From a code to keys: every answer that is not the station's own, whole and signed, ends as a problem."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.entry import canonical
from app.ports import Reach
from sync.enrolment import EnrolmentOffer, EnrolProblem, enrol
from sync.pinning import key_pin
from sync.protocol import paths
from sync.protocol.code import encode
from sync.protocol.signed import signed_bytes
from sync.signing import new_private, public_of, signer
from sync.wire import Asked, Heard, pack
from tests.fakes.clock import FakeClock
from tests.sync.authority import HOST, authority, station
from tests.sync.served import Served

CA = authority()
LEAF = station(CA)
OTHER = authority("CA")
SECRET = "0123456789A"
CODE = encode(key_pin(CA.certificate)[:10], SECRET)
PRIVATE = new_private()
TIME = "2026-11-23T21:52:07+00:00"


def answer(**other: Any) -> dict[str, Any]:
    """What the station says to a code that it knows, signed; `other` bends it before."""
    told = {
        "stream": "5f" * 16,
        "officer": dict.fromkeys(("number", "name", "rank", "force", "area", "team"), "x"),
        "training": True,
        "ca": CA.pem,
        "backup_pin": "33" * 32,
        "station_key": public_of(PRIVATE),
        "recovery_key": "44" * 32,
        "lease_secret": "55" * 32,
        "lease_ends": "2026-11-26T21:52:00+00:00",
        "policy": {"min_pin": 8},
        "time": TIME,
        **other,
    }
    return {**told, "signature": signer(PRIVATE)(signed_bytes("enrolment", told))}


class Answering:
    """Implements sync.wire.Line for `Served`: an answer a path, whatever is asked there."""

    def __init__(self, **answers: Any) -> None:
        said = {"ca": {"ca": CA.pem}, "hello": {"doorstep": 1, "time": TIME, "training": True}}
        self._answers: dict[str, Any] = {**said, "enrol": answer(), **answers}
        self.asked: list[Asked] = []

    def ask(self, asked: Asked) -> Heard | Reach:
        self.asked.append(asked)
        said = self._answers[asked.target.rpartition("/")[2]]
        if isinstance(said, Heard):
            return said
        wire, headers = pack(canonical(said))
        return Heard(200, wire, "Content-Encoding" in headers)

    def close(self) -> None:
        """There is no connection."""

    def cut(self) -> None:
        """There is nothing to wait for."""


def tried(line: Answering, code: str = CODE, training: bool = True) -> EnrolmentOffer | EnrolProblem:
    with Served(line, LEAF.server()) as there:
        return enrol(f"https://{HOST}:{there.port}", code, training, FakeClock())


def refusal(status: int, code: str) -> Heard:
    return Heard(status, canonical({"code": code, "time": TIME}))


def test_signed_answer_becomes_an_enrolment_with_keys_that_never_left():
    line = Answering()
    offer = tried(line)
    assert isinstance(offer, EnrolmentOffer)
    assert offer.enrolment.station_ca == CA.pem
    sent = json.loads(line.asked[-1].body)
    assert sent["secret"] == SECRET
    assert sent["stream_key"] == public_of(offer.keys.stream_private)
    assert sent["transport_key"] == public_of(offer.keys.transport_private)
    assert offer.keys.stream_private not in line.asked[-1].body.decode()


def test_each_enrolment_has_keys_of_its_own():
    first, second = tried(Answering()), tried(Answering())
    assert isinstance(first, EnrolmentOffer)
    assert isinstance(second, EnrolmentOffer)
    assert first.keys != second.keys


def test_time_of_the_station_is_learnt_with_the_enrolment():
    clock = FakeClock()
    with Served(Answering(), LEAF.server()) as there:
        enrol(f"https://{HOST}:{there.port}", CODE, True, clock)
    assert clock.offset == 7000


REFUSED = {
    "wrong-code": (403, EnrolProblem.WRONG_CODE),
    "too-many": (429, EnrolProblem.TOO_MANY),
    "training-mismatch": (403, EnrolProblem.TRAINING_MISMATCH),
    "bad-request": (400, EnrolProblem.BROKEN),
    "unknown": (404, EnrolProblem.BROKEN),
    "something newer": (403, EnrolProblem.BROKEN),
}


@pytest.mark.parametrize("code", REFUSED)
def test_refusal_of_the_station_is_told_as_the_problem_that_it_is(code):
    status, problem = REFUSED[code]
    assert tried(Answering(enrol=refusal(status, code))) is problem


BEFORE_THE_CODE: dict[str, tuple[dict[str, Any], EnrolProblem]] = {
    "another CA with the same name": ({"ca": {"ca": OTHER.pem}}, EnrolProblem.WRONG_CERTIFICATE),
    "a certificate that is no CA": ({"ca": {"ca": LEAF.pem}}, EnrolProblem.WRONG_CERTIFICATE),
    "a CA that is no certificate": ({"ca": {"ca": "-----BEGIN"}}, EnrolProblem.WRONG_CERTIFICATE),
    "no CA": ({"ca": {}}, EnrolProblem.WRONG_CERTIFICATE),
    "a CA that is a number": ({"ca": {"ca": 7}}, EnrolProblem.WRONG_CERTIFICATE),
    "a page of a captive portal": ({"ca": Heard(200, b"<html>")}, EnrolProblem.BROKEN),
    "a redirection": ({"ca": Heard(302, b"")}, EnrolProblem.BROKEN),
    "a failure": ({"ca": Heard(503, b"<html>")}, EnrolProblem.BROKEN),
    "another version": ({"hello": {"doorstep": 2, "training": True}}, EnrolProblem.OLD_APP),
    "a live station": ({"hello": {"doorstep": 1, "training": False}}, EnrolProblem.TRAINING_MISMATCH),
    "a kind that is none": ({"hello": {"doorstep": 1, "training": "yes"}}, EnrolProblem.BROKEN),
    "a version that is none": ({"hello": {"doorstep": True, "training": True}}, EnrolProblem.BROKEN),
    "no probe": ({"hello": Heard(404, b"{}")}, EnrolProblem.BROKEN),
}


@pytest.mark.parametrize("said", BEFORE_THE_CODE)
def test_code_is_not_told_to(said):
    answers, problem = BEFORE_THE_CODE[said]
    line = Answering(**answers)
    assert tried(line) is problem
    assert all(asked.target != paths.ENROL for asked in line.asked)
    assert all(SECRET not in asked.body.decode() for asked in line.asked)


def unsigned(change: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """Changed after the station had signed it."""
    return change(answer())


BENT = {
    "without a signature": unsigned(lambda told: {k: told[k] for k in told if k != "signature"}),
    "changed after signing": unsigned(lambda told: told | {"lease_secret": "66" * 32}),
    "signed by another key": unsigned(lambda told: told | {"station_key": public_of(new_private())}),
    "with another CA": answer(ca=OTHER.pem),
    "with a CA that is none": answer(ca=None),
    "with a stream that is a path": answer(stream="../other"),
    "without a stream": answer(stream=""),
    "with a key that is none": answer(recovery_key="xyz"),
    "with a lease that is none": answer(lease_secret="55"),
    "with a lease that never ends": answer(lease_ends="soon"),
    "with a lease beyond our time": answer(lease_ends="9999-01-01T00:00:00+00:00"),
    "with a spare pin that is none": answer(backup_pin="7"),
    "without an officer": answer(officer=None),
    "with an officer without a number": answer(officer={**answer()["officer"], "number": ""}),
    "with half an officer": answer(officer={"number": "1"}),
    "with a policy that is none": answer(policy=[]),
    "with a kind that is none": answer(training=1),
    "that is a list": Heard(200, b"[]"),
    "that is a page": Heard(200, b"<html>"),
    "that is empty": Heard(200, b""),
    "that is nested beyond reason": Heard(200, b"[" * 100_000),
    "that failed": Heard(500, b"The station failed."),
}


@pytest.mark.parametrize("said", BENT.values(), ids=BENT)
def test_no_enrolment_comes_of_an_answer(said):
    assert tried(Answering(enrol=said)) is EnrolProblem.BROKEN


def test_answer_of_the_other_kind_is_no_enrolment():
    assert tried(Answering(enrol=answer(training=False))) is EnrolProblem.TRAINING_MISMATCH


def test_station_without_a_spare_key_is_a_station():
    assert isinstance(tried(Answering(enrol=answer(backup_pin=""))), EnrolmentOffer)


def test_station_whose_certificate_is_another_cas_is_wrong_although_it_shows_ours():
    line = Answering()
    with Served(line, station(OTHER).server()) as there:
        assert enrol(f"https://{HOST}:{there.port}", CODE, True) is EnrolProblem.WRONG_CERTIFICATE
    assert [asked.target for asked in line.asked] == [paths.CA]


@pytest.mark.parametrize(
    "code", ["", "7777", CODE[:-1], CODE + "0", CODE[:-1] + ("7" if CODE[-1] != "7" else "8")]
)
def test_mistyped_code_asks_nobody(code):
    line = Answering()
    assert tried(line, code) is EnrolProblem.MISTYPED
    assert line.asked == []


ADDRESSES = ("", " ", "no host", "http://127.0.0.1", "https://", "https://a:b@127.0.0.1", "127.0.0.1:99999",
    "127.0.0.1/path", "127.0.0.1?x=1", "ftp://127.0.0.1", "https://[::1", "a" * 500, "\0")  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES, ids=repr)
def test_address_that_leads_nowhere_is_unreachable(address):
    assert enrol(address, CODE, True) is EnrolProblem.UNREACHABLE


def test_port_where_nobody_listens_is_unreachable():
    with Served(Answering(), LEAF.server()) as gone:
        pass
    assert enrol(f"{HOST}:{gone.port}", CODE, True) is EnrolProblem.UNREACHABLE
