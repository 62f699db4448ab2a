"""Up and down: what is marked, when, and what never marks anything."""

from __future__ import annotations

from typing import Any

import pytest

from app.entry import canonical, to_json
from app.ports import Reach, SendState, SyncOutcome
from sync.protocol import paths
from sync.protocol.messages import Refusal
from sync.wire import Asked, Heard, pack
from tests.fakes.clock import FakeClock
from tests.fakes.desk import Desk, read
from tests.sync.handset import Handset


@pytest.fixture
def desk() -> Desk:
    return Desk(FakeClock())


@pytest.fixture
def phone(desk: Desk) -> Handset:
    return Handset(desk)


def is_push(asked: Asked) -> bool:
    return asked.target == paths.PUSH


def heard(body: dict[str, Any]) -> Heard:
    wire, headers = pack(canonical(body))
    return Heard(200, wire, "Content-Encoding" in headers)


def test_everything_goes_up_and_is_marked_by_a_receipt(desk: Desk, phone: Handset) -> None:
    written = phone.write(3)
    assert phone.syncer.sync() == SyncOutcome(3, 0)
    assert desk.held["s-1"] == [to_json(entry) for entry in written]
    assert phone.states() == [SendState.AT_STATION] * 3
    assert phone.unsent() == []


def test_what_a_colleague_wrote_comes_down_once(desk: Desk, phone: Handset) -> None:
    other = Handset(desk, "s-2")
    theirs = other.write(3)
    other.syncer.sync()
    assert phone.syncer.sync() == SyncOutcome(0, 3)
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert [entry.hash for entry in phone.journal.records.entries("case")] == [e.hash for e in theirs]


def test_own_entries_that_come_back_down_are_not_kept_twice(desk: Desk, phone: Handset) -> None:
    phone.write(2)
    phone.syncer.sync()
    desk.ledger.append({**desk.ledger[0], "body": {"forged": True}})
    phone.syncer.sync()
    assert [entry.body for entry in phone.journal.records.entries("case")] == [
        {"item": "item-0"}, {"item": "item-1"},
    ]  # fmt: skip


def test_the_lease_end_moves_with_each_contact(desk: Desk, phone: Handset) -> None:
    phone.syncer.sync()
    desk.clock.advance(hours=1)
    phone.clock.advance(hours=1)
    phone.syncer.sync()
    assert phone.leases[-1].isoformat() == "2026-11-26T22:52:00+00:00"


def test_the_last_contact_is_known_although_nothing_was_sent(phone: Handset) -> None:
    assert phone.journal.records.last_contact() is None
    phone.syncer.sync()
    assert phone.journal.records.last_contact() == phone.clock.now()


def test_polling_for_nothing_writes_nothing(phone: Handset) -> None:
    phone.syncer.sync()
    written: list[object] = []
    phone.journal.take_page = lambda *each: written.append(each)  # type: ignore[method-assign]
    phone.journal.keep_contact = written.append  # type: ignore[method-assign,assignment]
    for _ in range(10):
        assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert written == []


def test_what_is_typed_while_a_page_is_on_its_way_waits_for_its_own_receipt(phone: Handset) -> None:
    phone.write(2)
    seen: list[list[SendState]] = []

    def type_meanwhile(asked: Asked) -> None:
        if is_push(asked):
            if not seen:
                phone.write()
            seen.append(phone.states())

    phone.line.before = type_meanwhile
    stop_after_one(phone)
    assert phone.syncer.sync().failed is Reach.NO_ROUTE
    assert seen[0] == [SendState.SENDING, SendState.SENDING, SendState.ON_PHONE]
    assert phone.states() == [SendState.AT_STATION, SendState.AT_STATION, SendState.ON_PHONE]
    phone.line.after = lambda asked, heard: heard
    assert phone.syncer.sync() == SyncOutcome(1, 0)
    assert phone.states() == [SendState.AT_STATION] * 3


def stop_after_one(phone: Handset) -> None:
    """The first page is answered, then there is no route."""
    answered: list[Asked] = []

    def after(asked: Asked, said: Heard) -> Heard | Reach:
        if is_push(asked):
            answered.append(asked)
        return said if len(answered) < 2 else Reach.NO_ROUTE

    phone.line.after = after


def test_nothing_says_sending_once_the_attempt_is_over(phone: Handset) -> None:
    phone.write(2)
    phone.line.before = lambda asked: Reach.NO_ROUTE if is_push(asked) else None
    assert phone.syncer.sync() == SyncOutcome(0, 0, Reach.NO_ROUTE)
    assert phone.states() == [SendState.ON_PHONE] * 2


def changed(**fields: Any) -> Any:
    """The receipt with other fields, properly signed by the station."""
    return lambda desk, receipt: desk.sign("receipt", {**receipt, **fields})


def naming(change: Any) -> Any:
    """The receipt with another list of entries, properly signed by the station."""
    return lambda desk, receipt: desk.sign("receipt", {**receipt, "entries": change(receipt["entries"])})


FORGERIES = {
    "without a signature": lambda desk, receipt: {**receipt, "signature": ""},
    "signed by another station": lambda desk, receipt: Desk(FakeClock()).sign("receipt", receipt),
    "signed as something else": lambda desk, receipt: desk.sign("lease", receipt),
    "changed after signing": lambda desk, receipt: {**receipt, "receipt": "another"},
    "for another stream": changed(stream="s-2"),
    "with another head": changed(head="0" * 64),
    "with a head that this phone never wrote": changed(seq=99),
    "without a time": changed(time="soon"),
    "without entries": changed(entries=None),
    "naming nothing at all": naming(lambda entries: []),
    "with nulls": naming(lambda entries: [None]),
    "naming a wrong hash": naming(lambda entries: [[*entries[0][:2], "0" * 64]]),
    "naming a wrong number": naming(lambda entries: [[entries[0][0], 2, entries[0][2]]]),
    "naming what was not sent": naming(lambda entries: [*entries, ["another", 3, "0" * 64]]),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_nothing_is_marked_by_a_receipt(forge: Any, desk: Desk, phone: Handset) -> None:
    phone.write(2)

    def bend(asked: Asked, said: Heard) -> Heard:
        if not is_push(asked):
            return said
        answer = read(said)
        return heard({**answer, "receipt": forge(desk, answer["receipt"])})

    phone.line.after = bend
    outcome = phone.syncer.sync()
    assert outcome.pushed == 0
    assert outcome.failed in (Reach.BROKEN, Reach.BEHIND)
    assert phone.states() == [SendState.ON_PHONE] * 2
    phone.line.after = lambda asked, said: said
    assert phone.syncer.sync() == SyncOutcome(2, 0)


def test_a_receipt_of_an_earlier_page_marks_nothing_of_a_later_one(phone: Handset) -> None:
    kept: list[Heard] = []

    def replay(asked: Asked, said: Heard) -> Heard:
        if is_push(asked):
            kept.append(said)
            return kept[0]
        return said

    phone.line.after = replay
    phone.write()
    assert phone.syncer.sync() == SyncOutcome(1, 0)
    phone.write()
    assert phone.syncer.sync().failed is Reach.BROKEN
    assert phone.states() == [SendState.AT_STATION, SendState.ON_PHONE]


def test_the_time_is_trusted_from_a_receipt_and_from_nothing_else(desk: Desk, phone: Handset) -> None:
    desk.clock.advance(seconds=90)
    phone.syncer.sync()
    assert phone.clock.offset is None
    phone.write()
    phone.syncer.sync()
    assert phone.clock.offset == 90_000


def test_a_phone_whose_clock_is_wrong_signs_again_with_the_time_of_the_station(
    desk: Desk, phone: Handset
) -> None:
    phone.clock.advance(days=-40)
    phone.write()
    written = phone.clock.now()
    assert phone.syncer.sync() == SyncOutcome(1, 0)
    assert phone.clock.offset == 40 * 24 * 3600 * 1000
    assert desk.held["s-1"][0]["written_at"] == written.isoformat()


def test_a_phone_whose_clock_is_refused_twice_gives_up(desk: Desk, phone: Handset) -> None:
    phone.clock.advance(days=-40)
    phone.write()
    phone.line.after = lambda asked, said: (
        said
        if said.status == 200
        else heard_as(said.status, {**read(said), "time": "2020-01-01T00:00:00+00:00"})
    )
    assert phone.syncer.sync().failed is Reach.REFUSED
    assert sum(map(is_push, desk.asked)) == 2


def heard_as(status: int, body: dict[str, Any]) -> Heard:
    return Heard(status, canonical(body))


def test_what_the_station_holds_and_a_person_must_put_right_is_marked_and_not_sent_again(
    desk: Desk, phone: Handset
) -> None:
    written = phone.write(3)
    desk.refuses[written[1].id] = "rank"
    assert phone.syncer.sync() == SyncOutcome(3, 0)
    assert phone.states() == [SendState.AT_STATION, SendState.NEEDS_YOU, SendState.AT_STATION]
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert sum(map(is_push, desk.asked)) == 1


def test_a_refusal_of_what_was_not_sent_marks_nothing(phone: Handset) -> None:
    phone.write(2)
    empty = naming(lambda entries: [])

    def bend(asked: Asked, said: Heard) -> Heard:
        if not is_push(asked):
            return said
        answer = read(said)
        receipt = empty(phone.desk, answer["receipt"])
        return heard({**answer, "receipt": receipt, "refused": [["another", "rank"], "x", [1, 2]]})

    phone.line.after = bend
    assert phone.syncer.sync().failed is Reach.BROKEN
    assert phone.states() == [SendState.ON_PHONE] * 2


def test_a_revoked_handset_learns_it_and_keeps_everything(desk: Desk, phone: Handset) -> None:
    phone.write()
    desk.revoked.add("s-1")
    assert phone.syncer.sync() == SyncOutcome(0, 0, Reach.REVOKED)
    assert phone.states() == [SendState.ON_PHONE]


def test_a_training_handset_says_nothing_to_a_live_station() -> None:
    live = Desk(FakeClock(), training=False)
    phone = Handset(live)
    phone.write()
    assert phone.syncer.sync() == SyncOutcome(0, 0, Reach.REFUSED)
    assert [asked.target for asked in live.asked] == [paths.HELLO]


def test_after_the_station_is_restored_everything_since_goes_up_again(desk: Desk, phone: Handset) -> None:
    other = Handset(desk, "s-2")
    phone.write(6)
    other.write(2)
    for each in (phone, other):
        each.syncer.sync()
    desk.restore({"s-1": 2, "s-2": 0}, ledger=2)
    phone.write()
    assert phone.syncer.sync().failed is None
    other.write()
    assert other.syncer.sync().failed is None
    phone.syncer.sync()
    assert [value["seq"] for value in desk.held["s-1"]] == [1, 2, 3, 4, 5, 6, 7]
    assert [value["seq"] for value in desk.held["s-2"]] == [1, 2, 3]
    assert len(phone.journal.records.entries("case")) == 10
    assert len(other.journal.records.entries("case")) == 10


def test_what_a_restored_station_lost_goes_up_again_although_nothing_new_was_written(
    desk: Desk, phone: Handset
) -> None:
    phone.write(3)
    phone.syncer.sync()
    desk.restore({"s-1": 1}, ledger=1)
    phone.restart()
    assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert [value["seq"] for value in desk.held["s-1"]] == [1, 2, 3]


def test_the_last_entry_is_shown_again_once_after_each_unlock(desk: Desk, phone: Handset) -> None:
    phone.write(3)
    for _ in range(3):
        phone.syncer.sync()
    assert sum(map(is_push, desk.asked)) == 1
    phone.restart()
    for _ in range(3):
        assert phone.syncer.sync() == SyncOutcome(0, 0)
    assert sum(map(is_push, desk.asked)) == 2


def test_a_stream_that_the_station_knows_otherwise_needs_somebody_and_news_still_come(
    desk: Desk, phone: Handset
) -> None:
    twin = Handset(desk, "s-1", private=phone.private)
    twin.write(2, "twin")
    twin.syncer.sync()
    other = Handset(desk, "s-2")
    other.write(2)
    other.syncer.sync()
    mine = phone.write(3)
    assert phone.syncer.sync() == SyncOutcome(0, 2, Reach.BEHIND)
    states = phone.journal.records.send_states()
    assert [state.code for state in states] == [Refusal.CHAIN, None, None]
    assert phone.unsent() == [entry.id for entry in mine]


def test_a_station_that_holds_more_than_the_phone_shows_that_the_phone_was_rolled_back(
    desk: Desk, phone: Handset
) -> None:
    phone.write(3)
    phone.syncer.sync()
    older = Handset(desk, "s-1", private=phone.private)
    older.journal.records.add(phone.journal.own_after(0)[:1], own=True)
    assert older.syncer.sync().failed is Reach.BEHIND
    assert older.states() == [SendState.ON_PHONE]


@pytest.mark.parametrize("lost", [{1}, {3}, {2, 3}, {1, 2, 4}, {5}, {4, 5}])
def test_entries_that_the_phone_lost_do_not_hold_back_what_came_after(lost, desk, phone):
    written = phone.write(5)
    damaged = Handset(desk, "s-1", private=phone.private)
    damaged.journal.records.add([entry for entry in written if entry.seq not in lost], own=True)
    damaged.journal._head = phone.journal.head()
    damaged.write()
    assert damaged.syncer.sync().failed is None
    assert [value["seq"] for value in desk.held["s-1"]] == [seq for seq in range(1, 7) if seq not in lost]
    assert desk.missing["s-1"] == lost
    assert damaged.unsent() == []


def test_one_bad_entry_is_reported_and_stops_none_of_the_others(desk: Desk, phone: Handset) -> None:
    other = Handset(desk, "s-2")
    other.write(2)
    other.syncer.sync()
    good = dict(desk.ledger[0])
    bad: list[Any] = [
        None, 7, "text", [], {}, {**good, "seq": "one"}, {**good, "happened_at": "2026-11-23"},
        {**good, "written_at": "0001-01-01T00:00:00+14:00"}, {**good, "seq": 1 << 70},
        {**good, "clock": None}, {**good, "body": [1]}, {**good, "seq": 0},
    ]  # fmt: skip
    desk.ledger[1:1] = bad
    assert phone.syncer.sync() == SyncOutcome(0, 2)
    assert phone.unreadable == [len(bad)]
    assert phone.journal.cursor() == len(desk.ledger)


def test_numbers_and_letters_that_json_cannot_carry_are_reported_too(desk: Desk, phone: Handset) -> None:
    other = Handset(desk, "s-2")
    other.write()
    other.syncer.sync()
    good = canonical(desk.ledger[0])
    bad = [good.replace(b'"item-0"', strange) for strange in (b"NaN", b"1e999", b'"\\ud800"')] + [
        good.replace(b'"seq":1', b'"seq":1e999')
    ]
    page = b'{"cursor":5,"entries":[' + b",".join([*bad, good]) + b'],"lease_ends":"","more":false,"time":""}'
    phone.line.after = lambda asked, said: Heard(200, page) if asked.target.startswith(paths.PULL) else said
    assert phone.syncer.sync() == SyncOutcome(0, 1)
    assert phone.unreadable == [4]


def test_a_cursor_that_does_not_move_ends_the_attempt(desk: Desk, phone: Handset) -> None:
    answer = {"entries": [], "cursor": 0, "more": True, "lease_ends": "", "time": ""}
    phone.line.after = lambda asked, said: heard(answer) if asked.target.startswith(paths.PULL) else said
    assert phone.syncer.sync() == SyncOutcome(0, 0, Reach.BROKEN)
