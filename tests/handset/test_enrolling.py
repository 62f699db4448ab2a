"""Enrolment as main.py wires it: a real station, a real vault, and what decides TRAINING."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.guidance import load
from app.ports import Opened, Reach
from app.timekeeping import SystemClock
from main import TRAINING_PIN, Door
from storage.handset import Handset
from storage.vault import SealedVault
from sync.enrolment import EnrolProblem
from sync.protocol.code import encode
from tests.fakes.keystore import FakeKeystore
from tests.handset.stations import NUMBER, Station
from tests.journeys.stage import free_port
from tools.training import PIN as PRINTED_PIN
from views.services import Enrolling

PIN = "90817263"
WELL_FORMED = encode(bytes(10), "0" * 11)


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    station = Station(tmp_path_factory.mktemp("training"))
    station.part.start()
    yield station
    station.part.stop()


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    station = Station(tmp_path_factory.mktemp("live"), live=True)
    station.part.start()
    yield station
    station.part.stop()


def handset(folder: Path, reduced: bool) -> Handset:
    return Handset(folder / "handset", SystemClock(), FakeKeystore(reduced=reduced))


def door(phone: Handset) -> Door:
    return Door(phone, SystemClock())


def enrolled(made: SealedVault | str, pin: str) -> Opened:
    assert isinstance(made, SealedVault), made
    opened = made.unlock(pin)
    assert isinstance(opened, Opened)
    return opened


def test_code_of_a_training_station_makes_a_training_vault(tmp_path: Path, training: Station) -> None:
    phone = handset(tmp_path, reduced=True)
    made = door(phone).enrol(Enrolling(training.address, training.code(), PIN))
    opened = enrolled(made, PIN)
    assert opened.enrolment.training
    assert opened.enrolment.officer.number == NUMBER
    assert phone.vaults() == [made]
    phone.close()


def test_handset_with_a_real_keystore_follows_what_the_station_says(
    tmp_path: Path, training: Station, live: Station
) -> None:
    first = handset(tmp_path / "one", reduced=False)
    assert enrolled(
        door(first).enrol(Enrolling(training.address, training.code(), PIN)), PIN
    ).enrolment.training
    second = handset(tmp_path / "two", reduced=False)
    opened = enrolled(door(second).enrol(Enrolling(live.address, live.code(), PIN)), PIN)
    assert not opened.enrolment.training
    first.close()
    second.close()


def test_keystore_that_is_only_a_file_never_enrols_at_a_live_station(tmp_path: Path, live: Station) -> None:
    phone, code = handset(tmp_path, reduced=True), live.code()
    assert door(phone).enrol(Enrolling(live.address, code, PIN)) == "enrol-training-mismatch"
    assert phone.vaults() == []
    phone.close()
    other = handset(tmp_path / "other", reduced=False)
    assert enrolled(door(other).enrol(Enrolling(live.address, code, PIN)), PIN)
    other.close()


def test_live_station_and_the_printed_pin_never_meet(tmp_path: Path, live: Station) -> None:
    phone, code = handset(tmp_path, reduced=False), live.code()
    assert door(phone).enrol(Enrolling(live.address, code, TRAINING_PIN)) == "pin-training"
    assert phone.vaults() == []
    assert enrolled(door(phone).enrol(Enrolling(live.address, code, PIN)), PIN)
    assert door(phone).enrol(Enrolling(live.address, live.code(), TRAINING_PIN)) == "pin-training"
    assert len(phone.vaults()) == 1
    phone.close()


def test_printed_pin_enrols_in_training(tmp_path: Path, training: Station) -> None:
    phone = handset(tmp_path, reduced=True)
    made = door(phone).enrol(Enrolling(training.address, training.code(), TRAINING_PIN))
    assert enrolled(made, TRAINING_PIN).enrolment.training
    phone.close()


def test_printed_pin_is_the_one_that_is_refused() -> None:
    assert TRAINING_PIN == PRINTED_PIN


def test_live_handset_takes_no_training_officer_beside_it(
    tmp_path: Path, training: Station, live: Station
) -> None:
    phone = handset(tmp_path, reduced=False)
    assert enrolled(door(phone).enrol(Enrolling(live.address, live.code(), PIN)), PIN)
    asked = Enrolling(training.address, training.code(), PIN)
    assert door(phone).enrol(asked) == "enrol-training-mismatch"
    phone.close()


def test_used_code_is_refused_and_leaves_nothing(tmp_path: Path, training: Station) -> None:
    code = training.code()
    first, second = handset(tmp_path / "one", reduced=True), handset(tmp_path / "two", reduced=True)
    assert enrolled(door(first).enrol(Enrolling(training.address, code, PIN)), PIN)
    assert door(second).enrol(Enrolling(training.address, code, PIN)) == "enrol-wrong-code"
    assert second.vaults() == []
    first.close()
    second.close()


def test_code_of_another_station_is_not_gone_on_with(tmp_path: Path, training: Station) -> None:
    elsewhere = encode(bytes(10), "23456789ABC")
    phone = handset(tmp_path, reduced=True)
    asked = Enrolling(training.address, elsewhere, PIN)
    assert door(phone).enrol(asked) == "enrol-wrong-certificate"
    phone.close()


def test_station_that_does_not_answer_uses_nothing_up(tmp_path: Path, training: Station) -> None:
    phone, code = handset(tmp_path, reduced=True), training.code()
    nobody = f"127.0.0.1:{free_port()}"
    assert door(phone).enrol(Enrolling(nobody, code, PIN)) == "enrol-unreachable"
    assert enrolled(door(phone).enrol(Enrolling(training.address, code, PIN)), PIN)
    phone.close()


@pytest.mark.parametrize(
    ("pin", "problem"),
    [
        ("1234567", "pin-short"),
        ("12345678", "pin-run"),
        ("77777777", "pin-same"),
        ("2741830a", "pin-letters"),
    ],
)
def test_weak_pin_uses_no_code_up(tmp_path: Path, pin: str, problem: str) -> None:
    phone = handset(tmp_path, reduced=True)
    assert door(phone).pin_problem(pin) == problem
    assert door(phone).enrol(Enrolling("127.0.0.1:1", WELL_FORMED, pin)) == problem
    assert load().has(f"door.problem.{problem}")
    phone.close()


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (WELL_FORMED, ""),
        (WELL_FORMED.lower().replace("-", " "), ""),
        (WELL_FORMED.replace("0", "O"), ""),
        (WELL_FORMED[:-1], "code-length"),
        ("", "code-length"),
        (f"{WELL_FORMED}7", "code-length"),
        ("U" + WELL_FORMED[1:], "code-letter"),
        ("1" + WELL_FORMED[1:], "code-check"),
    ],
)
def test_code_is_checked_before_anybody_is_asked(tmp_path: Path, code: str, problem: str) -> None:
    phone = handset(tmp_path, reduced=True)
    assert door(phone).code_problem(code) == problem
    phone.close()


def test_lease_is_asked_for_again_with_the_key_of_a_locked_handset(tmp_path: Path, training: Station) -> None:
    phone = handset(tmp_path, reduced=True)
    made = door(phone).enrol(Enrolling(training.address, training.code(), PIN))
    assert isinstance(made, SealedVault)
    made.lease.drop()
    assert made.shut() == "lease-over"
    assert door(phone).renew(made) is None
    assert isinstance(made.unlock(PIN), Opened)
    made.lock()
    made.lease.drop()
    training.part.stop()
    assert door(phone).renew(made) is Reach.NO_ROUTE
    assert made.shut() == "lease-over"
    training.part.start()
    phone.close()


def test_each_problem_of_enrolment_has_its_sentence() -> None:
    keys = [*(str(problem) for problem in EnrolProblem), "full", "pin-training"]
    assert [key for key in keys if not load().has(f"door.problem.{key}")] == []
