"""Over a line that dies again and again everything arrives, once; pages shrink until they fit."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from app.entry import from_json
from app.ports import Reach
from sync.line import TlsLine
from sync.pinning import Trust
from sync.protocol import paths
from sync.wire import Asked
from tests.fakes.clock import FakeClock
from tests.fakes.desk import Desk
from tests.sync.authority import HOST, authority, station
from tests.sync.handset import Bent, Handset
from tests.sync.served import Cutting, Served

CA = authority()
SERVER = station(CA).server()
ATTEMPTS = 60


def lives(mean: int, seed: int) -> Callable[[], int]:
    """How many bytes each connection carries: exponential, the same at every run, the first too few."""
    chance = random.Random(seed)
    return lambda: int(chance.expovariate(1 / mean))


def over(phone: Handset, port: int) -> None:
    phone.line = Bent(TlsLine(HOST, port, Trust(CA.pem)))
    phone.restart()


def until_it_succeeds(phone: Handset) -> int:
    """How many attempts it took."""
    for attempt in range(1, ATTEMPTS):
        if phone.syncer.sync().failed is None:
            return attempt
    raise AssertionError("it never got through")


@pytest.mark.parametrize(("mean", "seed"), [(60_000, 1), (20_000, 4), (8_000, 3)])
def test_everything_arrives_once_although_connections_die_after_some_bytes(mean: int, seed: int) -> None:
    desk = Desk(FakeClock())
    phone, other = Handset(desk, "s-1"), Handset(desk, "s-2")
    mine, theirs = phone.write(250), other.write(250)
    other.syncer.sync()
    with Served(desk, SERVER) as there, Cutting(there.port, lives(mean, seed)) as bad:
        over(phone, bad.port)
        until_it_succeeds(phone)
    assert bad.cuts > 0
    assert [from_json(value).hash for value in desk.held["s-1"]] == [entry.hash for entry in mine]
    kept = [entry.hash for entry in phone.journal.records.entries("case")]
    assert sorted(kept) == sorted(entry.hash for entry in mine + theirs)
    assert phone.unsent() == []


def test_a_line_that_never_carries_a_whole_page_carries_smaller_ones() -> None:
    """Every connection dies after the same number of bytes: a fixed page of 100 would never arrive."""
    desk = Desk(FakeClock())
    phone = Handset(desk)
    written = phone.write(100)
    for entry in written:
        phone.journal.records.set_draft(entry.id, "", entry.written_at.isoformat())
    sizes: list[int] = []

    def note(asked: Asked) -> None:
        if asked.target == paths.PUSH:
            sizes.append(len(asked.body))

    with Served(desk, SERVER) as there, Cutting(there.port, lambda: 6_000) as bad:
        over(phone, bad.port)
        phone.line.before = note
        until_it_succeeds(phone)
    assert len(desk.held["s-1"]) == 100
    assert sizes[0] > 6_000
    assert max(sizes[sizes.index(min(sizes)) :]) < 6_000


def test_a_line_that_carries_nothing_ends_the_attempt_and_keeps_everything() -> None:
    desk = Desk(FakeClock())
    phone = Handset(desk)
    phone.write(3)
    with Served(desk, SERVER) as there, Cutting(there.port, lambda: 100) as bad:
        over(phone, bad.port)
        assert phone.syncer.sync().failed is Reach.BROKEN
    assert len(phone.unsent()) == 3
    assert desk.asked == []


def test_an_answer_that_is_lost_costs_a_second_question_and_nothing_is_doubled() -> None:
    """The station has it, the phone does not know: the same page again, one receipt, one copy."""
    desk = Desk(FakeClock())
    phone = Handset(desk)
    written = phone.write(5)
    lost: list[Asked] = []

    def after(asked: Asked, said: object) -> object:
        if asked.target == paths.PUSH and not lost:
            lost.append(asked)
            return Reach.BROKEN
        return said

    phone.line.after = after  # type: ignore[assignment]
    assert phone.syncer.sync().pushed == 5
    assert [value["id"] for value in desk.ledger] == [entry.id for entry in written]
