"""What every station answers: the one in memory that tests of the handset use, and the real one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

import pytest

from app.entry import GENESIS, Entry, canonical, from_json, to_json
from app.notebook import Notebook
from app.ports import Reach
from sync.answers import Hello
from sync.client import Rewind, Said, StationClient, TurnedAway
from sync.page import push_request
from sync.protocol import paths
from sync.protocol.limits import CLOCK_SKEW_S
from sync.protocol.messages import PushAnswer, Refusal
from sync.protocol.signed import head_bytes
from sync.signing import new_private, public_of, signer, station_signed
from sync.wire import Asked, Line
from tests.fakes.clock import FakeClock
from tests.fakes.desk import Desk
from tests.fakes.journal import FakeJournal
from tests.station.desk import StationDesk
from tests.station.scene import open_scene
from tests.sync.handset import OFFICER


class Station(Line, Protocol):
    """A line to a station, and what a test must be able to do at its other end."""

    key: str
    asked: list[Asked]

    def enrol(self, stream: str, public: str, transport: str = "") -> None: ...

    def revoke(self, stream: str) -> None: ...

    def give_calendar(self, toml: str) -> None: ...


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["in memory", "real"])
def station(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    if request.param == "in memory":
        yield Desk(clock)
        return
    scene = open_scene(tmp_path, None, clock)
    yield StationDesk(scene)
    scene.engine.dispose()


class Phone:
    """One enrolment at the station, with entries and a hand on every request."""

    def __init__(self, station: Station, clock: FakeClock, stream: str = "s-1") -> None:
        self.private, self.transport = new_private(), new_private()
        station.enrol(stream, public_of(self.private), public_of(self.transport))
        self.station, self.clock, self.stream = station, clock, stream
        self.journal = FakeJournal(stream)
        self.client = StationClient(station, stream, signer(self.private), clock)

    def write(self, number: int) -> list[Entry]:
        book = Notebook(self.journal, self.clock, OFFICER, "test")
        return [book.write("case", "answered", {"item": f"item-{each}"}) for each in range(number)]

    def push(self, entries: list[Entry]) -> PushAnswer | Rewind | Reach:
        return self.client.push(push_request(entries, self.client.sign))

    def bent(self, sent: list[Entry], **other: Any) -> Said:
        """A push that says something else, with the head that goes with it signed anew."""
        body = asdict(push_request(sent, self.client.sign)) | other
        last = body["entries"][-1]
        body["head"] = from_json(last).hash
        body["signature"] = other.get("signature") or self.client.sign(
            head_bytes(self.stream, last["seq"], body["head"])
        )
        return self.client.ask("POST", paths.PUSH, canonical(body))

    def pulled(self, after: int = 0, limit: int = 100) -> list[str]:
        answer = self.client.pull(after, limit)
        assert not isinstance(answer, Reach)
        return [value["id"] for value in answer.entries]


@pytest.fixture
def phone(station: Station, clock: FakeClock) -> Phone:
    return Phone(station, clock)


@pytest.fixture
def other(station: Station, clock: FakeClock) -> Phone:
    return Phone(station, clock, "s-2")


def taken(answer: PushAnswer | Rewind | Reach) -> PushAnswer:
    assert isinstance(answer, PushAnswer), answer
    return answer


def code(said: Said) -> Refusal | None:
    return said.code if isinstance(said, TurnedAway) else None


def test_probe_says_version_time_and_kind_unsigned(phone, clock):
    assert phone.client.hello() == Hello(paths.VERSION, clock.now(), True)


def test_receipt_names_every_entry_and_the_end_of_the_stream_and_is_signed(station, phone, clock):
    entries = phone.write(3)
    answer = taken(phone.push(entries))
    receipt = answer.receipt
    assert receipt["entries"] == [[entry.id, entry.seq, entry.hash] for entry in entries]
    assert (receipt["stream"], receipt["seq"], receipt["head"]) == ("s-1", 3, entries[-1].hash)
    assert station_signed(station.key, "receipt", receipt)
    assert receipt["time"] == clock.now().isoformat()
    assert (answer.taken, answer.refused) == (3, [])


def test_lease_ends_three_days_from_every_contact(phone, clock):
    pushed = taken(phone.push(phone.write(1)))
    pulled = phone.client.pull(0, 1)
    assert not isinstance(pulled, Reach)
    assert pushed.lease_ends == pulled.lease_ends == "2026-11-26T21:52:00+00:00"


def test_same_push_again_is_receipted_again_and_held_once(phone, other):
    entries = phone.write(3)
    first, second = taken(phone.push(entries)), taken(phone.push(entries))
    assert first.receipt["entries"] == second.receipt["entries"]
    assert other.pulled() == [entry.id for entry in entries]


def test_push_that_overlaps_adds_only_what_is_new(phone, other):
    entries = phone.write(4)
    taken(phone.push(entries[:2]))
    assert taken(phone.push(entries[1:])).taken == 4
    assert other.pulled() == [entry.id for entry in entries]


def test_gap_is_answered_with_what_is_held(phone, other):
    entries = phone.write(4)
    taken(phone.push(entries[:1]))
    assert phone.push(entries[2:]) == Rewind(1, chain=False)
    assert other.pulled() == [entries[0].id]


def test_fork_is_answered_with_what_is_held_and_marked_as_such(phone, other):
    entries = phone.write(2)
    taken(phone.push(entries))
    forked = [to_json(entries[0]), to_json(entries[1]) | {"body": {"another": 1}}]
    assert code(phone.bent(entries, entries=forked)) is Refusal.CHAIN
    assert other.pulled() == [entry.id for entry in entries]


def test_entry_that_joins_nothing_is_refused(phone, other):
    entries = phone.write(2)
    taken(phone.push(entries[:1]))
    strange = to_json(entries[1]) | {"prev": GENESIS}
    assert code(phone.bent(entries[1:], entries=[strange])) is Refusal.CHAIN
    assert other.pulled() == [entries[0].id]


def test_head_that_another_key_signed_is_refused(phone, other):
    entries = phone.write(2)
    forged = other.client.sign(head_bytes("s-1", 2, entries[-1].hash))
    assert code(phone.bent(entries, signature=forged)) is Refusal.BAD_SIGNATURE
    assert other.pulled() == []


def test_request_that_another_key_signed_is_refused(station, phone, other):
    phone.client.sign = other.client.sign
    assert phone.push(phone.write(1)) is Reach.REFUSED
    assert phone.client.pull(0, 10) is Reach.REFUSED
    assert other.pulled() == []


def test_stream_that_nobody_enrolled_is_refused(station, phone, clock):
    stranger = StationClient(station, "s-9", signer(phone.private), clock)
    assert code(stranger.ask("GET", f"{paths.PULL}?after=0&limit=1")) is Refusal.BAD_SIGNATURE


def test_copy_of_a_request_is_refused(station, phone):
    phone.client.pull(0, 10)
    copied = station.ask(station.asked[-1])
    assert not isinstance(copied, Reach)
    assert copied.status == 401
    assert b'"replay"' in copied.body


@pytest.mark.parametrize("seconds", [CLOCK_SKEW_S + 1, -CLOCK_SKEW_S - 1])
def test_wrong_clock_is_told_the_time_of_the_station(seconds, station, clock):
    wrong = FakeClock(clock.time)
    wrong.advance(seconds=seconds)
    phone = Phone(station, wrong)
    assert not isinstance(phone.client.pull(0, 1), Reach)
    refused = station.ask(station.asked[0])
    assert not isinstance(refused, Reach)
    assert refused.body == canonical({"code": "clock", "time": clock.now().isoformat()})


def test_revoked_stream_is_told_so_and_nothing_is_taken(station, phone, other):
    entries = phone.write(1)
    station.revoke("s-1")
    assert phone.push(entries) is Reach.REVOKED
    assert phone.client.pull(0, 10) is Reach.REVOKED
    assert other.pulled() == []


def test_page_holds_what_others_sent_in_order_of_commit_and_counts_own_entries(phone, other):
    written = []
    for who in (phone, other, phone, other):
        entries = who.write(2)
        taken(who.push(entries))
        written += [entry.id for entry in entries] if who is other else []
    answer = phone.client.pull(0, 100)
    assert not isinstance(answer, Reach)
    assert [value["id"] for value in answer.entries] == written
    assert (answer.cursor, answer.more) == (8, False)


def test_pages_follow_each_other_without_gap_or_double(phone, other):
    entries = other.write(7)
    taken(other.push(entries))
    got, cursor, more = [], 0, True
    while more:
        answer = phone.client.pull(cursor, 3)
        assert not isinstance(answer, Reach)
        got += [value["id"] for value in answer.entries]
        cursor, more = answer.cursor, answer.more
    assert (got, cursor) == ([entry.id for entry in entries], 7)


def test_nothing_new_is_an_empty_page_at_the_same_place(phone, other):
    taken(other.push(other.write(2)))
    answer = phone.client.pull(2, 10)
    assert not isinstance(answer, Reach)
    assert (answer.entries, answer.cursor, answer.more) == ([], 2, False)


def test_what_goes_up_comes_down_untouched(phone, other):
    newer = to_json(phone.write(1)[0]) | {"kind": "drone_sent", "future": {"a": [1, "x"]}}
    assert not isinstance(phone.bent(phone.journal.own_after(0), entries=[newer]), TurnedAway)
    answer = other.client.pull(0, 10)
    assert not isinstance(answer, Reach)
    assert answer.entries == [newer]


def test_lease_is_given_to_the_transport_key_alone_and_signed(station, phone):
    assert code(phone.client.ask("POST", paths.LEASE, b"{}")) is Refusal.BAD_SIGNATURE
    phone.client.sign = signer(phone.transport)
    said = phone.client.ask("POST", paths.LEASE, b"{}")
    assert isinstance(said, dict)
    assert station_signed(station.key, "lease", said)
    assert len(said["lease_secret"]) == 64
    assert phone.client.pull(0, 1) is Reach.REFUSED


def test_push_follows_on_lost_numbers_once_the_station_was_told_of_all_of_them(phone, other):
    entries = phone.write(6)
    taken(phone.push(entries[:2]))
    assert phone.client.tell_missing([3]) is None
    assert phone.push(entries[4:]) == Rewind(2, chain=False)
    assert phone.client.tell_missing([3, 4]) is None
    receipt = taken(phone.push(entries[4:])).receipt
    assert (receipt["seq"], receipt["head"]) == (6, entries[5].hash)
    assert other.pulled() == [entries[at].id for at in (0, 1, 4, 5)]


def test_numbers_of_another_stream_are_not_lost_with_it(phone, other):
    entries = phone.write(3)
    assert other.client.tell_missing([1, 2]) is None
    assert phone.push(entries[2:]) == Rewind(0, chain=False)


def test_entry_that_was_lost_and_comes_after_all_is_refused_once_others_followed(phone, other):
    entries = phone.write(3)
    assert phone.client.tell_missing([1]) is None
    taken(phone.push(entries[1:]))
    assert code(phone.bent(entries[:1])) is Refusal.CHAIN
    assert other.pulled() == [entry.id for entry in entries[1:]]


def test_next_entry_after_lost_ones_still_joins_what_is_held(phone):
    entries = phone.write(2)
    assert phone.client.tell_missing([1]) is None
    taken(phone.push(entries[1:]))
    after = phone.write(1)
    strange = to_json(after[0]) | {"prev": GENESIS}
    assert code(phone.bent(after, entries=[strange])) is Refusal.CHAIN
    assert taken(phone.push(after)).taken == 3


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"entries": []}', b"\xff", b"7"])
def test_body_that_is_no_push_is_refused(body, phone, other):
    assert code(phone.client.ask("POST", paths.PUSH, body)) is Refusal.BAD_REQUEST
    assert other.pulled() == []


@pytest.mark.parametrize(
    "query", ["", "?after=0", "?after=x&limit=1", "?after=-1&limit=1", "?after=0&limit=0"]
)
def test_question_for_no_page_is_refused(query, phone):
    assert code(phone.client.ask("GET", f"{paths.PULL}{query}")) is Refusal.BAD_REQUEST
