"""A one-time code makes one handset of one officer, within ten minutes, and cannot be guessed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlmodel import Session, select

from app.entry import canonical
from app.ports import Reach
from sync.client import TurnedAway, read
from sync.enrolled import read_enrolment
from sync.protocol import paths
from sync.protocol.code import Code, decode
from sync.protocol.messages import Refusal
from sync.signing import new_private, public_of
from sync.station.people import make_code
from sync.station.scene import Scene
from sync.station.tables import CodeRow, StreamRow
from sync.wire import Asked
from tests.station.conftest import BOTH
from tests.station.desk import StationDesk
from tests.station.phone import code
from tests.station.scene import add, officer


@pytest.fixture
def desk(scene) -> StationDesk:
    add(scene, officer())
    return StationDesk(scene)


def new_code(scene: Scene, number: str = "4471") -> Code:
    with Session(scene.engine) as session:
        made = make_code(session, number, scene.keys.ca_pin, scene.clock.now())
    assert made is not None
    read_ = decode(made.code)
    assert isinstance(read_, Code)
    return read_


def wish(code_secret: str, **other: Any) -> dict[str, Any]:
    """What a handset sends; `other` bends it."""
    keys = {"stream_key": public_of(new_private()), "transport_key": public_of(new_private())}
    return {"secret": code_secret, "training": True, "version": paths.VERSION, **keys, **other}


def ask(desk: StationDesk, body: Any) -> Any:
    heard = desk.ask(Asked("POST", paths.ENROL, {}, canonical(body)))
    assert not isinstance(heard, Reach)
    return read(heard)


def streams(scene: Scene) -> list[StreamRow]:
    with Session(scene.engine) as session:
        return list(session.exec(select(StreamRow)).all())


@BOTH
def test_code_carries_the_pin_of_the_ca_and_its_answer_is_signed(desk, scene):
    made = new_code(scene)
    assert made.ca_pin.hex() == scene.keys.ca_pin[:20]
    enrolment = read_enrolment(ask(desk, wish(made.secret)), "https://127.0.0.1:8443", made.ca_pin)
    assert enrolment is not None
    assert (enrolment.officer.number, enrolment.training) == ("4471", True)
    assert [row.id for row in streams(scene)] == [enrolment.stream]


@BOTH
def test_code_works_once(desk, scene):
    made = new_code(scene)
    assert isinstance(ask(desk, wish(made.secret)), dict)
    assert code(ask(desk, wish(made.secret))) == Refusal.WRONG_CODE
    assert len(streams(scene)) == 1


@pytest.mark.parametrize(("seconds", "works"), [(0, True), (599, True), (600, False), (86_400, False)])
def test_code_works_for_ten_minutes(seconds, works, desk, scene, clock):
    made = new_code(scene)
    clock.advance(seconds=seconds)
    assert isinstance(ask(desk, wish(made.secret)), dict) is works
    assert len(streams(scene)) == int(works)


@BOTH
def test_only_the_hash_of_a_code_is_kept(scene, desk):
    made = new_code(scene)
    with Session(scene.engine) as session:
        kept = session.exec(select(CodeRow)).one()
    assert made.secret not in kept.model_dump_json()
    assert re.fullmatch("[0-9a-f]{64}", kept.secret_hash)


@BOTH
def test_codes_long_over_are_cleared_away(scene, desk, clock):
    new_code(scene)
    clock.advance(days=2)
    new_code(scene)
    with Session(scene.engine) as session:
        assert len(session.exec(select(CodeRow)).all()) == 1


@BOTH
def test_nobody_gets_a_code_for_an_officer_that_the_station_does_not_know(scene, desk):
    with Session(scene.engine) as session:
        assert make_code(session, "9999", scene.keys.ca_pin, scene.clock.now()) is None


@pytest.mark.parametrize("secret", ["00000000000", "", "x" * 5000])
def test_wrong_code_is_refused_like_a_used_one(secret, desk):
    assert code(ask(desk, wish(secret))) == Refusal.WRONG_CODE


BENT: dict[str, dict[str, Any]] = {
    "of another version": {"version": 2},
    "without a version": {"version": None},
    "with a key that is none": {"stream_key": "xyz"},
    "with a key of another length": {"transport_key": "00"},
    "with a key in capitals": {"stream_key": "AB" * 32},
    "without a kind": {"training": None},
    "with a kind that is a number": {"training": 1},
    "with a secret that is a number": {"secret": 7},
}


@pytest.mark.parametrize("other", BENT.values(), ids=BENT)
def test_code_is_not_used_up_by_a_request(other, desk, scene):
    made = new_code(scene)
    assert code(ask(desk, wish(made.secret, **other))) == Refusal.BAD_REQUEST
    assert isinstance(ask(desk, wish(made.secret)), dict)


@pytest.mark.parametrize("body", [None, [], "code", 7])
def test_request_that_is_no_object_is_refused(body, desk):
    assert code(ask(desk, body)) == Refusal.BAD_REQUEST


@BOTH
def test_live_handset_does_not_enrol_here_and_its_code_is_not_used_up(desk, scene):
    made = new_code(scene)
    assert code(ask(desk, wish(made.secret, training=False))) == Refusal.TRAINING_MISMATCH
    assert isinstance(ask(desk, wish(made.secret)), dict)


@BOTH
def test_guessing_ends_after_ten_wrong_codes_and_the_right_one_is_kept_for_later(desk, scene, clock):
    made = new_code(scene)
    for _ in range(10):
        assert code(ask(desk, wish("00000000000"))) == Refusal.WRONG_CODE
    said = ask(desk, wish(made.secret))
    assert isinstance(said, TurnedAway)
    assert said.code is Refusal.TOO_MANY
    clock.advance(minutes=5)
    assert isinstance(ask(desk, wish(made.secret)), dict)


@BOTH
def test_guessing_is_counted_over_a_restart_of_the_station(desk, scene):
    for _ in range(10):
        ask(desk, wish("00000000000"))
    assert code(ask(StationDesk(scene), wish("00000000000"))) == Refusal.TOO_MANY


@BOTH
def test_each_enrolment_is_a_stream_of_its_own(desk, scene):
    """A second handset of the same officer, or the same handset again: nothing counts across."""
    for _ in range(2):
        assert isinstance(ask(desk, wish(new_code(scene).secret)), dict)
    rows = streams(scene)
    assert len({row.id for row in rows}) == len({row.lease_secret for row in rows}) == 2
    assert {row.taken for row in rows} == {0}


@BOTH
def test_officer_who_moves_enrols_into_the_new_area(desk, scene):
    add(scene, officer(area="Samplebridge"))
    said = ask(desk, wish(new_code(scene).secret))
    assert said["officer"]["area"] == "Samplebridge"
    assert streams(scene)[0].area == "Samplebridge"
