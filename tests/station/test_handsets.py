"""Handsets at a station process: who gets what, what each refusal is, and what survives the worst."""

from __future__ import annotations

import shutil

import pytest

from app.ports import Reach, SendState, SyncOutcome
from app.timekeeping import SystemClock
from sync.destination import Destination
from sync.enrolment import EnrolmentOffer, EnrolProblem, enrol
from sync.lease import LeaseGrant, renew_lease
from sync.protocol.code import LENGTH, Code, decode, encode
from tests.station.handset import code_for, enrolled, officer
from tests.station.process import Process


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One station that the tests leave as it is."""
    made = Process(tmp_path_factory.mktemp("running") / "station")
    made.start()
    officer(made, "4471")
    yield made
    assert made.stop() == 0
    assert "Traceback" not in made.log


@pytest.fixture
def station(tmp_path):
    """One station that the test may kill."""
    made = Process(tmp_path / "station")
    made.start()
    yield made
    made.stop()


def tried(station: Process, code: str, training: bool = True) -> object:
    return enrol(station.url, code, training, SystemClock())


def test_second_handset_of_the_area_gets_the_incident_and_another_area_does_not(running):
    first, second = enrolled(running, "4481"), enrolled(running, "4482")
    away = enrolled(running, "4483", "Samplebridge")
    first.write(3, "shared")
    assert first.sync() == SyncOutcome(3, first.sync().pulled)
    second.sync()
    away.sync()
    assert second.case("shared") == first.case("shared") != []
    assert away.case("shared") == []


def test_handset_enrolled_later_gets_everything_of_its_area(running):
    first = enrolled(running, "4484")
    first.write(5, "before")
    first.sync()
    late = enrolled(running, "4484")
    late.sync()
    assert late.case("before") == first.case("before")


def test_code_works_once_over_the_wire(running):
    code = code_for(running, "4471")
    assert isinstance(tried(running, code), EnrolmentOffer)
    assert tried(running, code) is EnrolProblem.WRONG_CODE


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda code: code.replace("-", " "),
        lambda code: f" {code}\n",
        lambda code: code.replace("0", "O"),
    ],
)
def test_code_typed_messily_is_the_same_code(typed, running):
    assert isinstance(tried(running, typed(code_for(running, "4471"))), EnrolmentOffer)


def test_code_with_one_wrong_letter_is_mistyped_and_nobody_is_asked(running):
    code = code_for(running, "4471")
    wrong = ("7" if code[0] != "7" else "8") + code[1:]
    assert enrol("https://127.0.0.1:1", wrong, True) is EnrolProblem.MISTYPED
    assert isinstance(tried(running, code), EnrolmentOffer)


def test_whole_code_of_nobody_is_wrong(running):
    assert tried(running, encode(pin_of(running), "0" * 11)) is EnrolProblem.WRONG_CODE


def pin_of(station: Process) -> bytes:
    """What a code says of the station's CA."""
    read = decode(code_for(station, "4471"))
    assert isinstance(read, Code)
    return read.ca_pin


def test_code_of_another_station_meets_the_wrong_certificate_and_is_not_used_up(running, tmp_path):
    other = Process(tmp_path / "other")
    officer(other, "4471")
    code = code_for(other, "4471")
    assert tried(running, code) is EnrolProblem.WRONG_CERTIFICATE
    other.start()
    try:
        assert isinstance(tried(other, code), EnrolmentOffer)
    finally:
        other.stop()


def test_live_handset_meets_a_training_station_and_its_code_is_not_used_up(running):
    code = code_for(running, "4471")
    assert tried(running, code, training=False) is EnrolProblem.TRAINING_MISMATCH
    assert isinstance(tried(running, code), EnrolmentOffer)


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1:1", "127.0.0.1:1", "no host", "", "http://127.0.0.1:8443"]
)
def test_station_that_is_not_there_is_unreachable(address, running):
    assert enrol(address, code_for(running, "4471"), True) is EnrolProblem.UNREACHABLE


def test_address_of_the_plain_console_is_not_the_station(running):
    plain = f"https://127.0.0.1:{running.console_port}"
    assert enrol(plain, code_for(running, "4471"), True) is EnrolProblem.WRONG_CERTIFICATE


def test_guessing_codes_ends_and_is_told_as_it_is(station):
    officer(station, "4471")
    good = code_for(station, "4471")
    for number in range(10):
        guess = encode(pin_of(station), f"{number:011}")
        assert tried(station, guess) is EnrolProblem.WRONG_CODE
    assert tried(station, good) is EnrolProblem.TOO_MANY


def test_every_code_has_the_length_and_the_groups_that_are_typed(running):
    code = code_for(running, "4471")
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert len(code.replace("-", "")) == LENGTH


def test_lease_is_given_again_to_the_transport_key(running):
    handset = enrolled(running, "4485")
    there, keys = Destination.of(handset.offer.enrolment), handset.offer.keys
    granted = renew_lease(there, keys.transport_private, SystemClock())
    assert isinstance(granted, LeaseGrant)
    assert granted.secret == handset.offer.enrolment.lease_secret
    assert renew_lease(there, keys.stream_private, SystemClock()) is Reach.REFUSED


def test_station_that_is_down_costs_nothing_and_everything_goes_later(station):
    handset = enrolled(station)
    handset.write(3)
    station.kill()
    assert handset.sync() == SyncOutcome(0, 0, Reach.NO_ROUTE)
    assert len(handset.unsent()) == 3
    handset.write(2)
    station.start()
    assert handset.sync() == SyncOutcome(5, 0)
    assert handset.unsent() == []


def test_station_that_another_has_taken_the_place_of_hears_nothing(station, tmp_path):
    handset = enrolled(station)
    handset.write(3)
    station.kill()
    other = Process(tmp_path / "other", port=station.port)
    other.start()
    try:
        assert handset.sync() == SyncOutcome(0, 0, Reach.WRONG_CERTIFICATE)
        assert len(handset.unsent()) == 3
    finally:
        other.stop()


def test_handset_that_a_new_station_with_the_old_keys_does_not_know_is_refused_and_keeps_all(station):
    handset = enrolled(station)
    handset.write(2)
    station.kill()
    for path in station.data.glob("station.db*"):
        path.unlink()
    station.start()
    assert handset.sync() == SyncOutcome(0, 0, Reach.REFUSED)
    assert len(handset.unsent()) == 2


def test_station_restored_from_last_nights_copy_gets_everything_since_again(station, tmp_path):
    first, second = enrolled(station, "4471"), enrolled(station, "4502")
    first.write(4)
    for each in (first, second):
        each.sync()
    station.stop()
    shutil.copytree(station.data, tmp_path / "copy")
    station.start()
    second.write(3)
    first.write(2)
    for each in (first, second, first):
        assert each.sync().failed is None
    everything = sorted(first.case())
    station.kill()
    shutil.rmtree(station.data)
    shutil.copytree(tmp_path / "copy", station.data)
    station.start()
    for each in (first, second):
        each.restart()
    for each in (first, second, first, second):
        assert each.sync().failed is None
    fresh = enrolled(station, "4510")
    fresh.sync()
    assert sorted(fresh.case()) == sorted(first.case()) == sorted(second.case()) == everything


def test_renewed_certificate_is_still_the_handsets_station(station):
    handset = enrolled(station)
    station.stop()
    for name in ("server.pem", "server.key", "ca.pem"):
        (station.data / "keys" / name).unlink()
    station.start()
    handset.write()
    assert handset.sync() == SyncOutcome(1, 0)


def test_station_on_its_spare_key_is_still_the_handsets_station(station):
    """The CA key was lost or stolen: the force goes on with the spare one."""
    handset = enrolled(station)
    station.stop()
    keys = station.data / "keys"
    (keys / "backup-ca.key").replace(keys / "ca.key")
    for name in ("server.pem", "ca.pem"):
        (keys / name).unlink()
    station.start()
    handset.write()
    assert handset.sync() == SyncOutcome(1, 0)


def test_states_are_on_this_phone_until_the_receipt_and_at_station_with_its_time(running):
    handset = enrolled(running, "4486")
    handset.write()
    assert [state.state for state in handset.journal.records.send_states()] == [SendState.ON_PHONE]
    handset.sync()
    state = handset.journal.records.send_states()[0]
    assert (state.state, bool(state.receipt)) == (SendState.AT_STATION, True)
    assert state.at is not None


def test_nothing_of_a_record_is_in_the_stations_log(station):
    handset = enrolled(station)
    handset.write(3, "case-that-nobody-logs")
    handset.sync()
    station.stop()
    for kept in ("case-that-nobody-logs", "item-0", "Traceback"):
        assert kept not in station.log
