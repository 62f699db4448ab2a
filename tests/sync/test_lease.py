"""A locked handset asks for its lease with a key that may do nothing else, and believes only its station."""

from __future__ import annotations

from typing import Any

import pytest

from app.entry import canonical
from app.ports import Reach
from sync.destination import Destination
from sync.lease import LeaseGrant, renew_lease
from sync.signing import new_private, public_of
from sync.wire import Asked, Heard
from tests.fakes.clock import FakeClock
from tests.fakes.desk import Desk, read
from tests.sync.handset import Bent


@pytest.fixture
def desk() -> Desk:
    return Desk(FakeClock())


@pytest.fixture
def transport(desk: Desk) -> str:
    private = new_private()
    desk.enrol("s-1", public_of(new_private()), public_of(private))
    return private


def asked(desk: Desk, private: str, line: Bent | None = None, clock: FakeClock | None = None) -> Any:
    there = Destination("https://127.0.0.1:8443", "", "", desk.key, "s-1", training=True)
    return renew_lease(there, private, clock or FakeClock(), line or Bent(desk))


def test_lease_comes_back_with_its_end(desk, transport):
    granted = asked(desk, transport)
    assert isinstance(granted, LeaseGrant)
    assert granted.secret == "22" * 32
    assert granted.ends.isoformat() == "2026-11-26T21:52:00+00:00"


def test_time_is_trusted_from_a_signed_lease(desk, transport):
    clock = FakeClock()
    desk.clock.advance(seconds=5)
    asked(desk, transport, clock=clock)
    assert clock.offset == 5000


def test_handset_taken_out_of_use_is_not_given_it(desk, transport):
    desk.revoke("s-1")
    assert asked(desk, transport) is Reach.REVOKED


def test_another_key_is_not_given_it(desk, transport):
    assert asked(desk, new_private()) is Reach.REFUSED


def test_no_signal_is_no_route(desk, transport):
    assert asked(desk, transport, Bent(desk, before=lambda _: Reach.NO_ROUTE)) is Reach.NO_ROUTE


BENT = {
    "without a signature": {"signature": ""},
    "with another secret": {"lease_secret": "66" * 32},
    "with another end": {"lease_ends": "2036-01-01T00:00:00+00:00"},
    "with another time": {"time": "2036-01-01T00:00:00+00:00"},
    "without a time": {"time": None},
}


@pytest.mark.parametrize("other", BENT.values(), ids=BENT)
def test_lease_changed_on_its_way_is_not_believed(other, desk, transport):
    def bend(_: Asked, said: Heard) -> Heard:
        return Heard(200, canonical({**read(said), **other}))

    clock = FakeClock()
    assert asked(desk, transport, Bent(desk, after=bend), clock) is Reach.BROKEN
    assert clock.offset is None


SIGNED = {
    "with a secret that is none": {"lease_secret": "xyz"},
    "with an end that is none": {"lease_ends": "soon"},
    "with an end without an offset": {"lease_ends": "2026-11-26T21:52:00"},
}


@pytest.mark.parametrize("other", SIGNED.values(), ids=SIGNED)
def test_lease_that_makes_no_sense_is_broken_although_signed(other, desk, transport):
    def bend(_: Asked, said: Heard) -> Heard:
        return Heard(200, canonical(desk.sign("lease", {**read(said), **other})))

    assert asked(desk, transport, Bent(desk, after=bend)) is Reach.BROKEN
