"""What every vault does at its door: the one in memory that views' tests use, and the sealed one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ports import Opened, Shut, WaitFirst, WrongPin
from tests.fakes.clock import FakeClock
from tests.fakes.keystore import FakeKeystore
from tests.fakes.vault import PIN as FAKE_PIN
from tests.fakes.vault import FakeHandset, FakeVault
from tests.storage.enrolled import PIN, enrolled
from views.services import Enrolled, Handset

WRONG = "11112222"
Phone = tuple[Handset, FakeClock]


@pytest.fixture(params=["in memory", "sealed"])
def phone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Phone]:
    clock = FakeClock()
    assert PIN == FAKE_PIN
    if request.param == "in memory":
        yield FakeHandset(FakeVault(clock)), clock
        return
    handset = enrolled(tmp_path, clock, FakeKeystore(reduced=True))
    yield handset, clock
    handset.close()


def vault_of(phone: Phone) -> Enrolled:
    return phone[0].vaults()[0]


def test_right_pin_opens_for_the_officer_who_is_enrolled(phone: Phone) -> None:
    vault = vault_of(phone)
    assert vault.shut() is None
    opened = vault.unlock(PIN)
    assert isinstance(opened, Opened)
    assert opened.enrolment.officer.number == "4471"
    assert opened.enrolment.training
    assert (opened.repaired, opened.missing) == (0, ())


def test_wrong_pins_are_counted_and_the_right_one_forgets_them(phone: Phone) -> None:
    vault = vault_of(phone)
    assert vault.unlock(WRONG) == WrongPin(9, 0)
    assert vault.unlock(WRONG) == WrongPin(8, 0)
    assert (vault.attempts.wrong, vault.attempts.left) == (2, 8)
    assert isinstance(vault.unlock(PIN), Opened)
    assert (vault.attempts.wrong, vault.attempts.left) == (0, 10)


def test_fourth_wrong_pin_makes_even_the_right_one_wait(phone: Phone) -> None:
    vault, clock = vault_of(phone), phone[1]
    for _ in range(3):
        vault.unlock(WRONG)
    assert vault.unlock(WRONG) == WrongPin(6, 5)
    assert vault.unlock(PIN) == WaitFirst(5)
    clock.advance(seconds=4)
    assert vault.attempts.wait() == 1
    clock.advance(seconds=1)
    assert isinstance(vault.unlock(PIN), Opened)


def test_tenth_wrong_pin_is_the_last(phone: Phone) -> None:
    vault, clock = vault_of(phone), phone[1]
    for _ in range(9):
        vault.unlock(WRONG)
        clock.advance(hours=2)
    assert vault.unlock(WRONG) is Shut.DESTROYED
    assert vault.shut() is Shut.DESTROYED
    assert vault.unlock(PIN) is Shut.DESTROYED


def test_vault_that_was_locked_opens_again_with_what_was_written(phone: Phone) -> None:
    vault, clock = vault_of(phone), phone[1]
    opened = vault.unlock(PIN)
    assert isinstance(opened, Opened)
    opened.journal.keep_draft("incident/new", {"ref": "TRN 1"}, clock.now())
    vault.lock()
    again = vault.unlock(PIN)
    assert isinstance(again, Opened)
    kept = again.records.draft("incident/new")
    assert kept is not None
    assert kept.value == {"ref": "TRN 1"}


def test_handset_finds_an_officer_by_number_and_no_other(phone: Phone) -> None:
    handset, vault = phone[0], vault_of(phone)
    assert handset.vault_for("4471") is vault
    assert handset.vault_for("4502") is None
    assert handset.training
