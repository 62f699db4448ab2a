"""What is written at the console: in the same ledger, in one order with what handsets send, signed."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from sqlmodel import Session, select

from app.entry import GENESIS, Entry, from_json, to_json
from app.ports import Reach
from sync.page import read_page
from sync.protocol.messages import PullAnswer, PushAnswer
from sync.signing import new_private, public_of, station_signed
from sync.station.accounts import Role, SignedIn
from sync.station.own_stream import NO_OFFICER, NOT_IN_SIGHT, write_station_entry
from sync.station.refused import Refused
from sync.station.scene import Scene
from sync.station.tables import EntryRow, StationStreamRow
from tests.station.conftest import BOTH
from tests.station.desk import StationDesk
from tests.station.phone import Phone
from tests.station.scene import AREA, FORCE, OTHER_AREA, OTHER_FORCE, open_scene

KIND, BODY = "more_information_wanted", {"words": "Which evidence?"}


def superintendent(force: str = FORCE, number: str = "0087") -> SignedIn:
    return SignedIn("authorising", Role.AUTHORISING, force, AREA, "csrf", number, "Superintendent")


def written(scene: Scene, case: str = "case", who: SignedIn | None = None) -> Entry | Refused:
    with Session(scene.engine) as session:
        entry = write_station_entry(session, scene, who or superintendent(), case, (KIND, BODY))
        session.commit()
        return entry


def kept(scene: Scene) -> list[EntryRow]:
    with Session(scene.engine) as session:
        rows = session.exec(select(EntryRow)).all()
        return sorted(rows, key=lambda row: (row.force, row.area, row.area_seq))


@pytest.fixture
def phone(scene, clock) -> Phone:
    phone = Phone(StationDesk(scene), clock=clock)
    phone.push(phone.write(2))
    return phone


def pulled(phone: Phone, scene: Scene) -> list[Entry]:
    answer = phone.client.pull(0, 100)
    assert isinstance(answer, PullAnswer)
    return read_page(answer.entries, phone.stream, scene.keys.station_key).entries


@BOTH
def test_entry_of_the_console_reaches_the_handset_numbered_chained_and_signed(scene, phone):
    first, second = written(scene), written(scene)
    assert isinstance(first, Entry)
    assert isinstance(second, Entry)
    assert (first.seq, first.prev, second.seq, second.prev) == (1, GENESIS, 2, first.hash)
    assert pulled(phone, scene) == [first, second]
    assert (first.by, first.kind, first.body, first.of_station) == ("0087", KIND, BODY, True)
    assert station_signed(scene.keys.station_key, "entry", to_json(first))
    assert [row.area_seq for row in kept(scene)] == [1, 2, 3, 4]
    assert [row.hash for row in kept(scene)[2:]] == [first.hash, second.hash]


@BOTH
def test_entry_that_is_not_committed_leaves_no_gap(scene, phone):
    with Session(scene.engine) as session:
        write_station_entry(session, scene, superintendent(), "case", (KIND, BODY))
        session.rollback()
    assert isinstance(written(scene), Entry)
    assert [(row.seq, row.area_seq) for row in kept(scene)] == [(1, 1), (2, 2), (1, 3)]


@BOTH
def test_two_consoles_and_two_handsets_never_take_the_same_number(scene, phone, address, clock, tmp_path):
    other = Phone(StationDesk(scene), "s-2", "4502", clock=clock)
    scenes = [open_scene(Path(tmp_path), address, clock) for _ in range(2)]

    def decide(own: Scene) -> None:
        assert all(isinstance(written(own), Entry) for _ in range(12))

    def send(one: Phone) -> None:
        assert all(isinstance(one.push(one.write()), PushAnswer) for _ in range(12))

    with ThreadPoolExecutor(4) as crowd:
        done = [crowd.submit(decide, each) for each in scenes]
        done += [crowd.submit(send, each) for each in (phone, other)]
        for each in done:
            each.result()
    for own in scenes:
        own.engine.dispose()
    rows = kept(scene)
    assert [row.area_seq for row in rows] == list(range(1, 51))
    ours = [from_json_text(row) for row in rows if row.stream.startswith("station-")]
    assert [entry.seq for entry in ours] == list(range(1, 25))
    assert all(after.prev == before.hash for before, after in pairwise(ours))


def from_json_text(row: EntryRow) -> Entry:
    return from_json(json.loads(row.json_text))


def test_each_force_has_a_stream_of_its_own(scene, phone, clock):
    away = Phone(StationDesk(scene), "s-9", "6001", force=OTHER_FORCE, clock=clock)
    away.push(away.write(case="theirs"))
    assert isinstance(written(scene), Entry)
    theirs = written(scene, "theirs", superintendent(OTHER_FORCE, "0600"))
    assert isinstance(theirs, Entry)
    assert theirs.seq == 1
    with Session(scene.engine) as session:
        rows = session.exec(select(StationStreamRow)).all()
    assert {row.force: row.taken for row in rows} == {FORCE: 1, OTHER_FORCE: 1}
    assert len({row.id for row in rows}) == 2


def test_entry_stands_in_the_area_of_its_case_whichever_area_its_author_belongs_to(scene, clock):
    near = Phone(StationDesk(scene), "s-3", "4600", area=OTHER_AREA, clock=clock)
    near.push(near.write(case="near"))
    assert isinstance(written(scene, "near"), Entry)
    assert [(row.area, row.area_seq) for row in kept(scene)] == [(OTHER_AREA, 1), (OTHER_AREA, 2)]


@pytest.mark.parametrize(
    ("who", "refused"),
    [
        (superintendent(OTHER_FORCE), NOT_IN_SIGHT),
        (SignedIn("s", Role.SUPERVISOR, FORCE, OTHER_AREA, "csrf", "2210", "Sergeant"), NOT_IN_SIGHT),
        (superintendent(number=""), NO_OFFICER),
    ],
    ids=["other force", "other area", "no officer"],
)
def test_nobody_writes_where_he_sees_nothing_or_answers_for_nothing(who, refused, scene, phone):
    assert written(scene, who=who) == refused
    assert len(kept(scene)) == 2


def test_nothing_is_written_in_a_case_that_is_not_there(scene, phone):
    assert written(scene, "no-such-case") == NOT_IN_SIGHT


def test_handset_keeps_no_entry_that_claims_to_be_the_stations_without_its_signature(scene, phone):
    entry = written(scene)
    assert isinstance(entry, Entry)
    value, key = to_json(entry), scene.keys.station_key
    assert read_page([value], "s-1", key).entries == [entry]
    unsigned = {name: each for name, each in value.items() if name != "signature"}
    changed = {**value, "body": {"words": "Authorised"}}
    for forged in (unsigned, changed):
        assert read_page([forged], "s-1", key).unreadable == 1
    assert read_page([value], "s-1", public_of(new_private())).entries == []


def test_handset_cannot_push_into_the_stations_stream(scene, phone):
    entry = written(scene)
    assert isinstance(entry, Entry)
    mine = phone.write()
    body = phone.body(mine)
    body["entries"] = [{**each, "stream": entry.stream} for each in body["entries"]]
    assert not isinstance(phone.say({**body, "stream": entry.stream}), Reach)
    assert [row.stream for row in kept(scene)].count(entry.stream) == 1
