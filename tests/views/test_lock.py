"""The PIN, and every reason why a vault stays shut."""

from __future__ import annotations

import pytest

from app.ports import Officer, Reach, Shut
from tests.fakes.clock import FakeClock
from tests.fakes.vault import PIN, FakeHandset, FakeVault, fake_enrolment
from tests.storage.enrolled import PIN as REAL_PIN
from tests.views.harness import Ring, in_ring, ring
from tests.views.phone import GUIDANCE, FakeDoor, real_handset

WRONG = "11112222"
POLICE = ("officer", "police", "case", "incident", "victim", "station")
SAMPLE = Officer("4502", "Sample Officer", "PC", "Northvale", "Exampleton", "Response B")


async def key_in(phone: Ring, pin: str) -> None:
    for digit in pin:
        await phone.tap(f"door.pin.digit.{digit}")
    await phone.tap("door.pin.unlock")
    await phone.until(lambda: not phone.sees("Opening"), "the PIN was tried")


def marks(phone: Ring) -> str:
    return next(text for text in phone.texts() if text.endswith("digits typed"))


def is_shut(phone: Ring, digit: str = "1") -> bool:
    return bool(phone.find(f"door.pin.digit.{digit}").disabled)


@in_ring
async def test_pin_opens_the_vault() -> None:
    async with ring() as phone:
        await key_in(phone, PIN)
        assert phone.sees("No incident is open")


@in_ring
async def test_pin_screen_says_nothing_about_police_or_cases() -> None:
    async with ring() as phone:
        assert not [word for word in POLICE if phone.sees(word)]
        await key_in(phone, WRONG)
        assert not [word for word in POLICE if phone.sees(word)]


@in_ring
async def test_each_digit_is_one_mark_and_delete_takes_the_last() -> None:
    async with ring() as phone:
        assert marks(phone) == "0 digits typed"
        await phone.tap("door.pin.digit.7")
        await phone.tap("door.pin.digit.3")
        assert marks(phone) == "2 digits typed"
        await phone.tap("door.pin.delete")
        assert marks(phone) == "1 digits typed"
        assert not phone.sees("73")


@in_ring
async def test_digits_show_when_asked_and_are_hidden_again_at_the_next_try() -> None:
    async with ring() as phone:
        await phone.tap("door.pin.digit.7")
        await phone.tap("door.pin.digit.3")
        await phone.tap("door.pin.show")
        assert phone.sees("73")
        await phone.tap("door.pin.unlock")
        await phone.until(lambda: phone.sees("1 try wrong"), "the PIN was tried")
        await phone.tap("door.pin.digit.7")
        assert "7" in [text for text in phone.texts() if text == "7"]
        assert phone.has("door.pin.show")


@in_ring
async def test_keyboard_types_deletes_and_unlocks() -> None:
    async with ring() as phone:
        for key in ("9", "Backspace", *(f"Numpad {digit}" for digit in PIN[:4]), *PIN[4:], "Enter"):
            await phone.press(key)
        await phone.until(lambda: phone.services.guard.desk is not None, "the vault is open")
        assert phone.sees("No incident is open")


@in_ring
async def test_wrong_pin_says_how_many_tries_are_left() -> None:
    async with ring() as phone:
        await key_in(phone, WRONG)
        assert phone.sees("1 try wrong. 9 left.")
        await key_in(phone, WRONG)
        assert phone.sees("2 tries wrong. 8 left.")
        assert not is_shut(phone)


@in_ring
async def test_keypad_is_closed_while_the_officer_has_to_wait_and_counts_down() -> None:
    async with ring() as phone:
        for _ in range(4):
            await key_in(phone, WRONG)
        assert phone.sees("4 tries wrong. 6 left. Next try in 5 s.")
        assert is_shut(phone)
        await phone.press("1")
        assert marks(phone) == "0 digits typed"
        await phone.pass_time(2)
        assert phone.sees("Next try in 3 s.")
        await phone.pass_time(3)
        assert not phone.sees("Next try")
        assert not is_shut(phone)


@in_ring
async def test_wait_outlives_a_restart() -> None:
    clock = FakeClock()
    vault = FakeVault(clock)
    for _ in range(6):
        vault.unlock(WRONG)
        clock.advance(minutes=2)
    vault.unlock(WRONG)
    async with ring(clock=clock, handset=FakeHandset(vault)) as phone:
        assert phone.sees("7 tries wrong. 3 left. Next try in 5 min 0 s.")
        assert is_shut(phone)


@in_ring
async def test_tenth_wrong_pin_opens_nothing_any_more_and_leads_to_the_station() -> None:
    clock = FakeClock()
    vault = FakeVault(clock)
    for _ in range(9):
        vault.unlock(WRONG)
        clock.advance(hours=2)
    async with ring(clock=clock, handset=FakeHandset(vault)) as phone:
        assert phone.sees("After one more wrong PIN this PIN opens nothing.")
        await key_in(phone, WRONG)
        assert phone.sees("This PIN opens nothing any more")
        assert phone.sees("Every record is kept")
        await phone.tap("door.enrol.again")
        assert phone.sees("Set up this phone")


@pytest.mark.parametrize(
    ("shut", "title"),
    [
        (Shut.DESTROYED, "This PIN opens nothing any more"),
        (Shut.LEASE_OVER, "Contact the station to open"),
        (Shut.ROLLED_BACK, "These records are older than this phone remembers"),
        (Shut.DAMAGED, "These records cannot be opened here"),
        (Shut.HELD, "These records are open elsewhere"),
        (Shut.KEYSTORE_LOST, "This phone has lost its key"),
        (Shut.NOT_ENROLLED, "This phone is not set up"),
    ],
)
def test_every_reason_has_its_sentence_and_a_next_step(shut: Shut, title: str) -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        vault = FakeVault(clock)
        vault.closed_for = shut
        async with ring(clock=clock, handset=FakeHandset(vault)) as phone:
            assert phone.sees(title)
            text = phone.services.guidance.words(f"door.shut.{shut}.text")
            assert phone.sees(text)
            steps = {"door.shut.ask", "door.shut.look", "door.enrol.again"}
            assert len(steps & set(phone.keys())) == 1

    body()


def test_reasons_above_are_all_that_there_are() -> None:
    assert len(Shut) == 7


@in_ring
async def test_lease_that_is_over_is_asked_for_again_and_then_the_pin_opens() -> None:
    clock = FakeClock()
    vault = FakeVault(clock)
    vault.closed_for = Shut.LEASE_OVER
    door = FakeDoor(lease=Reach.NO_ROUTE)
    async with ring(clock=clock, handset=FakeHandset(vault), door=door) as phone:
        await phone.tap("door.shut.ask")
        await phone.until(lambda: phone.sees("The station does not answer."), "the station did not answer")
        assert phone.sees("Contact the station to open")
        door.lease = None
        await phone.tap("door.shut.ask")
        await phone.until(lambda: phone.sees("Enter your PIN"), "the station gave the lease")
        await phone.unlock()
        assert phone.sees("No incident is open")


@in_ring
async def test_revoked_phone_is_told_so_where_it_asks_for_its_lease() -> None:
    clock = FakeClock()
    vault = FakeVault(clock)
    vault.closed_for = Shut.LEASE_OVER
    door = FakeDoor(lease=Reach.REVOKED)
    async with ring(clock=clock, handset=FakeHandset(vault), door=door) as phone:
        await phone.tap("door.shut.ask")
        await phone.until(lambda: phone.sees("taken this phone out of use"), "the station said no")


@pytest.mark.parametrize("reach", list(Reach))
def test_every_answer_to_a_shut_phone_has_its_sentence(reach: Reach) -> None:
    assert GUIDANCE.has(f"door.reach.{reach}")
    assert "keeps trying" not in GUIDANCE.words(f"door.reach.{reach}")


@in_ring
async def test_damaged_journal_is_opened_in_part_and_names_what_is_missing() -> None:
    clock = FakeClock()
    vault = FakeVault(clock)
    vault.damaged = (3, 7)
    async with ring(clock=clock, handset=FakeHandset(vault)) as phone:
        await key_in(phone, PIN)
        assert phone.sees("Some records are damaged")
        await phone.tap("door.shut.open-part")
        await phone.until(lambda: phone.services.guard.desk is not None, "the vault is open")
        assert phone.sees("Some records are missing")
        assert phone.sees("These could not be read: 3, 7.")


@in_ring
async def test_repaired_tail_is_said() -> None:
    clock = FakeClock()
    vault = FakeVault(clock)
    vault.repaired = 120
    async with ring(clock=clock, handset=FakeHandset(vault)) as phone:
        await phone.unlock()
        assert phone.sees("The last thing written was cut off")


@in_ring
async def test_two_officers_type_their_number_first_and_nobody_is_listed() -> None:
    clock = FakeClock()
    second = FakeVault(clock, fake_enrolment(clock, SAMPLE, "s-2"), pin="90817263")
    async with ring(clock=clock, handset=FakeHandset(FakeVault(clock), second)) as phone:
        assert phone.sees("Whose PIN?")
        assert not phone.sees("4471")
        assert not phone.sees("Sample")
        await phone.type("door.number.field", "9999")
        await phone.tap("door.number.go")
        assert phone.sees("This number is not set up on this phone.")
        await phone.type("door.number.field", "4502")
        await phone.tap("door.number.go")
        assert phone.sees("Enter your PIN")
        await phone.unlock("90817263")
        assert phone.services.guard.desk is not None
        assert phone.services.guard.desk.enrolment.officer.number == "4502"


@in_ring
async def test_other_officer_is_never_led_to_the_place_of_the_first() -> None:
    clock = FakeClock()
    second = FakeVault(clock, fake_enrolment(clock, SAMPLE, "s-2"), pin="90817263")
    async with ring(clock=clock, handset=FakeHandset(FakeVault(clock), second)) as phone:
        for number, pin in (("4471", PIN), ("4502", "90817263")):
            await phone.type("door.number.field", number)
            await phone.tap("door.number.go")
            await phone.unlock(pin)
            if number == "4471":
                await phone.tap("ui.tab.send")
                await phone.tap("ui.hide")
                await phone.hold("door.cover.time")
        assert phone.route == "/"
        assert phone.sees("No incident is open")


@pytest.mark.parametrize("reduced", [True, False])
def test_reduced_protection_is_said_where_the_keystore_is_only_a_file(reduced: bool) -> None:
    @in_ring
    async def body() -> None:
        clock = FakeClock()
        handset = FakeHandset(FakeVault(clock), reduced=reduced)
        async with ring(clock=clock, handset=handset) as phone:
            assert phone.sees("Reduced protection: training only") is reduced

    body()


@in_ring
async def test_real_vault_opens_locks_and_opens_again(tmp_path) -> None:
    clock = FakeClock()
    handset = real_handset(tmp_path, clock)
    async with ring(clock=clock, handset=handset) as phone:
        await phone.unlock(REAL_PIN)
        assert phone.sees("No incident is open")
        await phone.tap("ui.hide")
        await phone.pass_time(31)
        assert phone.services.guard.desk is None
        await phone.hold("door.cover.time")
        await key_in(phone, WRONG)
        assert phone.sees("1 try wrong. 9 left.")
        await phone.unlock(REAL_PIN)
        assert phone.sees("No incident is open")
    handset.close()
