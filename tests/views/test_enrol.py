"""Setting up a phone: address, code, PIN chosen twice, and every way in which it does not work."""

from __future__ import annotations

import pytest

from app.guidance import load
from tests.fakes.clock import FakeClock
from tests.fakes.vault import FakeHandset, FakeVault
from tests.views.harness import Ring, in_ring, ring
from tests.views.phone import FakeDoor
from views.door.typed_code import groups

CODE = "K7FM-04QX-9TBE-2R6H-W1ZD-8NCA-53PJ"
PIN = "90817263"
ENROLMENT = (
    "enrol-unreachable", "enrol-wrong-certificate", "enrol-wrong-code", "enrol-training-mismatch",
    "enrol-old-app", "enrol-broken", "full",
)  # fmt: skip


def empty_phone(clock: FakeClock) -> tuple[FakeHandset, FakeDoor]:
    handset = FakeHandset()
    return handset, FakeDoor(handset, clock)


async def type_code(phone: Ring, address: str = "station.example:8443", code: str = CODE) -> None:
    await phone.type("door.enrol.station", address)
    await phone.type("door.enrol.code", code)
    await phone.tap("ui.continue")


async def key_in(phone: Ring, pin: str) -> None:
    for digit in pin:
        await phone.tap(f"door.pin.digit.{digit}")
    await phone.tap("ui.continue")


@in_ring
async def test_phone_that_is_set_up_opens_at_once() -> None:
    clock = FakeClock()
    handset, door = empty_phone(clock)
    async with ring(clock=clock, handset=handset, door=door) as phone:
        assert phone.sees("Set up this phone")
        assert not phone.has("ui.back")
        await type_code(phone)
        assert phone.sees("Choose a PIN")
        await key_in(phone, PIN)
        assert phone.sees("Enter the PIN again")
        await key_in(phone, PIN)
        await phone.until(lambda: phone.services.guard.desk is not None, "the vault is open")
        assert phone.sees("No incident is open")
        assert [(asked.station, asked.code, asked.pin) for asked in door.asked] == [
            ("station.example:8443", CODE, PIN)
        ]


@in_ring
async def test_code_is_read_back_in_groups_while_it_is_typed() -> None:
    clock = FakeClock()
    handset, door = empty_phone(clock)
    async with ring(clock=clock, handset=handset, door=door) as phone:
        await phone.type("door.enrol.code", "k7fmo4qx9")
        assert phone.sees("K7FM 04QX 9")
        assert phone.sees("9 of 28 characters")
        assert phone.find("door.enrol.code").value == "k7fmo4qx9"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("k7fm-04qx", "K7FM 04QX"),
        (" K7FM\n04QX\t", "K7FM 04QX"),
        ("oOiIlL", "0011 11"),
        ("", ""),
        ("---", ""),
    ],
)
def test_code_is_read_as_crockford_says(typed: str, read: str) -> None:
    assert groups(typed) == read


@in_ring
async def test_missing_address_is_named_and_the_code_stays() -> None:
    clock = FakeClock()
    handset, door = empty_phone(clock)
    async with ring(clock=clock, handset=handset, door=door) as phone:
        await type_code(phone, address="  ")
        assert phone.sees("There is a problem")
        assert phone.sees("Give the address of the station")
        assert phone.find("door.enrol.code").value == CODE


@pytest.mark.parametrize("problem", ["code-length", "code-letter", "code-check"])
def test_mistyped_code_is_named_before_a_pin_is_chosen(problem: str) -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        handset, door = empty_phone(clock)
        door.code = problem
        async with ring(clock=clock, handset=handset, door=door) as phone:
            await type_code(phone)
            assert phone.sees(load().words(f"door.problem.{problem}"))
            assert not phone.sees("Choose a PIN")
            assert door.asked == []

    body()


@pytest.mark.parametrize("problem", ENROLMENT)
def test_what_was_typed_outlives_every_answer_of_the_station(problem: str) -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        handset, door = empty_phone(clock)
        door.enrolment = problem
        async with ring(clock=clock, handset=handset, door=door) as phone:
            await type_code(phone)
            await key_in(phone, PIN)
            await key_in(phone, PIN)
            words = load().words(f"door.problem.{problem}")
            await phone.until(lambda: phone.sees(words), "the problem is said")
            assert phone.find("door.enrol.station").value == "station.example:8443"
            assert phone.find("door.enrol.code").value == CODE
            assert phone.services.handset.vaults() == []
            door.enrolment = ""
            await phone.tap("ui.continue")
            await key_in(phone, PIN)
            await key_in(phone, PIN)
            await phone.until(lambda: phone.services.guard.desk is not None, "the vault is open")

    body()


@in_ring
async def test_two_different_pins_are_not_taken() -> None:
    clock = FakeClock()
    handset, door = empty_phone(clock)
    async with ring(clock=clock, handset=handset, door=door) as phone:
        await type_code(phone)
        await key_in(phone, PIN)
        await key_in(phone, "90817264")
        assert phone.sees("The two PINs are not the same. Choose again.")
        assert phone.sees("Choose a PIN")
        assert door.asked == []


@pytest.mark.parametrize("problem", ["pin-short", "pin-same", "pin-run", "pin-letters"])
def test_weak_pin_is_refused_with_the_reason(problem: str) -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        handset, door = empty_phone(clock)
        door.pin = problem
        async with ring(clock=clock, handset=handset, door=door) as phone:
            await type_code(phone)
            await key_in(phone, "12345678")
            assert phone.sees(load().words(f"door.problem.{problem}"))
            assert phone.sees("Choose a PIN")
            await phone.tap("door.pin.digit.4")
            assert not phone.sees(load().words(f"door.problem.{problem}"))

    body()


@in_ring
async def test_training_pin_on_a_live_phone_leads_back_to_the_choice_of_a_pin() -> None:
    clock = FakeClock()
    handset, door = empty_phone(clock)
    door.enrolment = "pin-training"
    async with ring(clock=clock, handset=handset, door=door) as phone:
        await type_code(phone)
        await key_in(phone, PIN)
        await key_in(phone, PIN)
        words = load().words("door.problem.pin-training")
        await phone.until(lambda: phone.sees(words), "the PIN is refused")
        assert phone.sees("Choose a PIN")


@in_ring
async def test_cover_in_the_middle_of_it_keeps_address_and_code() -> None:
    clock = FakeClock()
    handset, door = empty_phone(clock)
    async with ring(clock=clock, handset=handset, door=door) as phone:
        await phone.type("door.enrol.station", "station.example")
        await phone.type("door.enrol.code", "K7FM")
        await phone.tap("ui.hide")
        await phone.hold("door.cover.time")
        assert phone.find("door.enrol.station").value == "station.example"
        assert phone.find("door.enrol.code").value == "K7FM"


@in_ring
async def test_another_officer_is_set_up_from_the_pin_and_the_first_keeps_everything() -> None:
    clock = FakeClock()
    first = FakeVault(clock)
    handset = FakeHandset(first)
    door = FakeDoor(handset, clock, number="4502")
    async with ring(clock=clock, handset=handset, door=door) as phone:
        await phone.unlock()
        desk = phone.services.guard.desk
        assert desk is not None
        desk.notebook.write("case-1", "answered", {"item": "arr-safety", "answer": "done"})
        await phone.tap("ui.hide")
        await phone.hold("door.cover.time")
        await phone.tap("door.enrol.another")
        assert phone.sees("Set up this phone")
        await phone.tap("ui.back")
        assert phone.sees("Enter your PIN")
        await phone.tap("door.enrol.another")
        await type_code(phone)
        await key_in(phone, PIN)
        await key_in(phone, PIN)
        await phone.until(lambda: phone.services.guard.desk is not None, "the second vault is open")
        now = phone.services.guard.desk
        assert now is not None
        assert now.enrolment.officer.number == "4502"
        assert now.records.unsent_count() == 0
        assert first.journal.records.unsent_count() == 1
        assert len(handset.vaults()) == 2


def test_each_problem_of_an_enrolment_has_its_sentence() -> None:
    said = [load().words(f"door.problem.{problem}") for problem in ENROLMENT]
    assert len(set(said)) == len(ENROLMENT)
    assert all(sentence.endswith(".") for sentence in said)
