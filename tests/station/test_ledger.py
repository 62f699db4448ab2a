"""What is pushed is held once, in order, and receipted by name; what does not fit is not taken at all."""

from __future__ import annotations

import json

import pytest

from app.entry import GENESIS, canonical, from_json, to_json
from app.ports import Reach
from sync.client import Rewind
from sync.protocol.limits import MAX_ENTRY
from sync.protocol.messages import PushAnswer, Refusal
from sync.signing import station_signed
from tests.station.conftest import BOTH
from tests.station.desk import StationDesk
from tests.station.phone import Phone, code
from tests.station.scene import OTHER_AREA, OTHER_FORCE


@pytest.fixture
def desk(scene) -> StationDesk:
    return StationDesk(scene)


@pytest.fixture
def phone(desk) -> Phone:
    return Phone(desk)


def taken(answer) -> PushAnswer:
    assert isinstance(answer, PushAnswer), answer
    return answer


@BOTH
def test_receipt_names_number_and_hash_of_every_entry_and_is_signed(desk, phone):
    entries = phone.write(3)
    receipt = taken(phone.push(entries)).receipt
    assert receipt["entries"] == [[entry.id, entry.seq, entry.hash] for entry in entries]
    assert (receipt["stream"], receipt["seq"], receipt["head"]) == ("s-1", 3, entries[-1].hash)
    assert station_signed(desk.key, "receipt", receipt)
    assert not station_signed(desk.key, "receipt", {**receipt, "seq": 2})


@BOTH
def test_what_is_pushed_is_held_byte_for_byte(desk, phone):
    entries = phone.write(3)
    phone.push(entries)
    assert [row.json_text.encode() for row in desk.held("s-1")] == [canonical(to_json(e)) for e in entries]


@BOTH
def test_same_push_twice_is_held_once_and_receipted_twice(desk, phone):
    entries = phone.write(3)
    first, second = taken(phone.push(entries)), taken(phone.push(entries))
    assert first.receipt["entries"] == second.receipt["entries"]
    assert [row.seq for row in desk.held("s-1")] == [1, 2, 3]
    assert [number for _, _, number in desk.ledger()] == [1, 2, 3]


@BOTH
def test_push_that_overlaps_what_is_held_adds_only_what_is_new(desk, phone):
    entries = phone.write(5)
    phone.push(entries[:3])
    answer = taken(phone.push(entries[1:]))
    assert answer.taken == 5
    assert [row.hash for row in desk.held("s-1")] == [entry.hash for entry in entries]


@BOTH
def test_earlier_page_again_is_receipted_with_the_end_of_all_that_is_held(desk, phone):
    entries = phone.write(5)
    phone.push(entries)
    receipt = taken(phone.push(entries[:2])).receipt
    assert [named[1] for named in receipt["entries"]] == [1, 2]
    assert (receipt["seq"], receipt["head"]) == (5, entries[-1].hash)


@BOTH
def test_gap_is_answered_with_what_is_held_and_nothing_is_taken(desk, phone):
    entries = phone.write(5)
    phone.push(entries[:2])
    assert phone.push(entries[3:]) == Rewind(2, chain=False)
    assert [row.seq for row in desk.held("s-1")] == [1, 2]


@BOTH
def test_fork_of_what_is_held_is_refused_and_nothing_is_taken(desk, phone):
    entries = phone.write(3)
    phone.push(entries)
    twin = Phone(desk, "s-2")
    twin.stream, twin.private = "s-1", phone.private
    twin.journal.stream = "s-1"
    forked = twin.write(4)
    body = phone.body(entries) | {"entries": [to_json(e) for e in forked], "head": forked[-1].hash}
    body["signature"] = phone.signed_head(4, forked[-1].hash)
    assert code(phone.say(body)) == Refusal.CHAIN
    assert [row.hash for row in desk.held("s-1")] == [entry.hash for entry in entries]


@BOTH
@pytest.mark.parametrize("number", [1, 2, 3])
def test_other_entries_under_numbers_that_are_held_get_no_receipt(number, desk, phone):
    """Else a phone put back from a copy would be told that the station has what it never saw."""
    entries = phone.write(3)
    phone.push(entries)
    twin = Phone(desk, "s-2")
    twin.stream = twin.journal.stream = "s-1"
    forked = twin.write(number)
    body = phone.body(entries) | {"entries": [to_json(e) for e in forked], "head": forked[-1].hash}
    body["signature"] = phone.signed_head(number, forked[-1].hash)
    assert code(phone.say(body)) == Refusal.CHAIN
    assert [row.hash for row in desk.held("s-1")] == [entry.hash for entry in entries]


@BOTH
def test_entry_that_does_not_name_the_one_before_is_refused(desk, phone):
    entries = phone.write(3)
    broken = [to_json(entry) for entry in entries]
    broken[1]["prev"] = GENESIS
    assert code(phone.say(phone.body(entries) | {"entries": broken})) == Refusal.CHAIN
    assert desk.held("s-1") == []


@BOTH
def test_next_entry_that_does_not_join_what_is_held_is_refused(desk, phone):
    entries = phone.write(3)
    phone.push(entries[:2])
    strange = to_json(entries[2]) | {"prev": "11" * 32}
    head = from_json(strange).hash
    body = phone.body(entries[2:]) | {"entries": [strange], "head": head}
    assert code(phone.say(body | {"signature": phone.signed_head(3, head)})) == Refusal.CHAIN


@BOTH
def test_entry_changed_after_the_head_was_signed_is_refused(desk, phone):
    entries = phone.write(3)
    changed = [to_json(entry) for entry in entries]
    changed[0]["body"] = {"item": "another"}
    assert code(phone.say(phone.body(entries) | {"entries": changed})) == Refusal.CHAIN
    assert desk.held("s-1") == []


@BOTH
def test_head_signed_by_another_key_is_refused(desk, phone):
    entries, stranger = phone.write(2), Phone(desk, "s-9", "4502")
    body = phone.body(entries) | {"signature": stranger.signed_head(2, entries[-1].hash)}
    assert code(phone.say(body)) == Refusal.BAD_SIGNATURE
    assert desk.held("s-1") == []


BENT = {
    "of another stream": lambda body: body | {"stream": "s-9"},
    "without entries": lambda body: body | {"entries": []},
    "whose entries are none": lambda body: body | {"entries": "all of them"},
    "with an entry that is none": lambda body: body | {"entries": [None, *body["entries"]]},
    "with an entry of another stream": lambda body: {
        **body, "entries": [body["entries"][0] | {"stream": "s-9"}, *body["entries"][1:]]
    },
    "written by somebody else": lambda body: {
        **body, "entries": [body["entries"][0] | {"by": "9999"}, *body["entries"][1:]]
    },
    "that counts from another number": lambda body: body | {"first_seq": 2},
    "that counts from nowhere": lambda body: json.loads(json.dumps(body | {"first_seq": "one"})),
    "with a number that no database holds": lambda body: {
        **body, "first_seq": 1 << 70, "entries": [body["entries"][0] | {"seq": 1 << 70}]
    },
    "with one id twice": lambda body: {
        **body, "entries": [body["entries"][0], body["entries"][1] | {"id": body["entries"][0]["id"]}]
    },
    "with an id that no database holds": lambda body: {
        **body, "entries": [body["entries"][0] | {"id": "a\0b"}, *body["entries"][1:]]
    },
    "with a time that has no offset": lambda body: {
        **body, "entries": [body["entries"][0] | {"written_at": "2026-11-23"}, *body["entries"][1:]]
    },
    "that is a list": lambda body: [body],
    "that is a number": lambda body: 7,
    "without a signature": lambda body: {key: body[key] for key in body if key != "signature"},
}  # fmt: skip


@pytest.mark.parametrize("bend", BENT.values(), ids=BENT)
def test_nothing_is_taken_of_a_push(bend, desk, phone):
    said = phone.say(bend(phone.body(phone.write(2))))
    assert code(said) in (Refusal.BAD_REQUEST, Refusal.BAD_SIGNATURE, Refusal.BEHIND), said
    assert desk.held("s-1") == []


@pytest.mark.parametrize("number", [b"1e999", b"NaN", b"-1", b"1" * 5000, b"[" * 9000])
def test_number_that_no_json_should_hold_is_refused_and_not_a_failure(number, desk, phone):
    body = canonical(phone.body(phone.write())).replace(b'"first_seq":1', b'"first_seq":' + number)
    assert code(phone.client.ask("POST", "/v1/push", body)) == Refusal.BAD_REQUEST


@BOTH
def test_id_that_another_stream_used_is_refused_and_what_stands_is_untouched(desk, phone):
    mine, other = phone.write(), Phone(desk, "s-2", "4502")
    phone.push(mine)
    copied = to_json(other.write()[0]) | {"id": mine[0].id}
    head = from_json(copied).hash
    body = other.body(other.write()) | {"first_seq": 1, "entries": [copied], "head": head}
    assert code(other.say(body | {"signature": other.signed_head(1, head)})) == Refusal.BAD_REQUEST
    assert [row.stream for row in desk.held("s-1")] == ["s-1"]
    assert desk.held("s-2") == []


@BOTH
def test_entry_larger_than_an_entry_may_be_is_too_big(desk, phone):
    entries = phone.write(note="x" * MAX_ENTRY)
    assert phone.push(entries) is Reach.TOO_BIG
    assert desk.held("s-1") == []


@BOTH
def test_kinds_and_fields_of_a_newer_handset_are_held_and_handed_on_untouched(desk, phone):
    entry = to_json(phone.write()[0])
    newer = entry | {"kind": "drone_sent", "future": {"a": [1]}}
    newer["clock"] = newer["clock"] | {"satellite": 12}
    head = _hash(newer)
    body = phone.body(phone.write()) | {"first_seq": 1, "entries": [newer], "head": head}
    phone.say(body | {"signature": phone.signed_head(1, head)})
    assert json.loads(desk.held("s-1")[0].json_text) == newer
    pulled = Phone(desk, "s-2", "4502").client.pull(0, 10)
    assert not isinstance(pulled, Reach)
    assert pulled.entries == [newer]


def _hash(value) -> str:
    from app.entry import sha256

    return sha256(canonical(value))


@BOTH
def test_page_counts_in_the_order_of_commit_and_passes_over_own_entries(desk, phone):
    other = Phone(desk, "s-2", "4502")
    written = [phone.write(), other.write(), phone.write(), other.write()]
    for who, entries in zip((phone, other, phone, other), written, strict=True):
        taken(who.push(entries))
    page = phone.client.pull(0, 10)
    assert not isinstance(page, Reach)
    assert [value["id"] for value in page.entries] == [written[1][0].id, written[3][0].id]
    assert (page.cursor, page.more) == (4, False)


@BOTH
def test_pages_of_any_size_come_to_the_same(desk, phone):
    other = Phone(desk, "s-2", "4502")
    written = other.write(11)
    other.push(written)
    for size in (1, 2, 5, 500):
        got, cursor, more = [], 0, True
        while more:
            page = phone.client.pull(cursor, size)
            assert not isinstance(page, Reach)
            got += [value["id"] for value in page.entries]
            cursor, more = page.cursor, page.more
        assert got == [entry.id for entry in written]


@BOTH
def test_page_never_holds_more_than_a_handset_unpacks(desk, phone):
    other = Phone(desk, "s-2", "4502")
    for _ in range(20):
        taken(other.push(other.write(note="x" * (MAX_ENTRY - 1000))))
    page = phone.client.pull(0, 500)
    assert not isinstance(page, Reach)
    assert 10 < len(page.entries) < 20
    assert page.more
    rest = phone.client.pull(page.cursor, 500)
    assert not isinstance(rest, Reach)
    assert len(page.entries) + len(rest.entries) == 20


@pytest.mark.parametrize("query", ["", "?after=0", "?after=x&limit=1", "?after=-1&limit=1",
    "?after=0&limit=0", "?after=0&limit=501", f"?after={1 << 60}&limit=1"])  # fmt: skip
def test_question_for_a_page_that_makes_no_sense_is_refused(query, phone):
    assert code(phone.client.ask("GET", f"/v1/pull{query}")) == Refusal.BAD_REQUEST


@BOTH
def test_another_area_and_another_force_get_nothing_and_count_for_themselves(desk, phone):
    near = Phone(desk, "s-2", "4502")
    beside = Phone(desk, "s-3", "4503", area=OTHER_AREA)
    away = Phone(desk, "s-4", "4504", force=OTHER_FORCE)
    phone.push(phone.write(3))
    assert [len(_entries(each)) for each in (near, beside, away)] == [3, 0, 0]
    beside.push(beside.write(2))
    assert [(area, number) for force, area, number in desk.ledger()] == [
        ("Exampleton", 1), ("Exampleton", 2), ("Exampleton", 3), (OTHER_AREA, 1), (OTHER_AREA, 2)
    ]  # fmt: skip
    assert len(_entries(near)) == 3


def _entries(phone: Phone) -> list[object]:
    page = phone.client.pull(0, 100)
    assert not isinstance(page, Reach)
    return list(page.entries)


@BOTH
def test_numbers_that_a_handset_lost_are_kept(desk, phone, scene):
    from sqlmodel import Session, select

    from sync.station.tables import DamagedRow

    assert phone.client.tell_missing([3, 4]) is None
    assert phone.client.tell_missing([4]) is None
    with Session(scene.engine) as session:
        assert [row.seq for row in session.exec(select(DamagedRow)).all()] == [3, 4]


@pytest.mark.parametrize("missing", [None, 3, [0], [-1], ["3"], [True], [1 << 70]])
def test_lost_numbers_that_are_none_are_refused(missing, phone):
    assert code(phone.client.ask("POST", "/v1/damaged", canonical({"missing": missing}))) == "bad-request"
