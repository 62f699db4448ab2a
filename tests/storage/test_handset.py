"""An officer who was enrolled again after a PIN was destroyed meets the vault that opens."""

from __future__ import annotations

from pathlib import Path

from app.ports import Shut
from storage.handset import Handset
from tests.fakes.clock import FakeClock
from tests.fakes.keystore import FakeKeystore
from tests.storage.enrolled import OFFICER, PIN, enrolment, keys, unlocked


def test_officer_whose_pin_was_destroyed_finds_the_vault_that_a_pin_still_opens(tmp_path: Path) -> None:
    clock = FakeClock()
    handset = Handset(tmp_path, clock, FakeKeystore(reduced=True))
    for stream in ("s-1", "s-2", "s-3"):
        handset.new_vault().create(enrolment(clock, OFFICER, stream), keys(), PIN)
    for vault in handset.vaults()[:2]:
        for _ in range(10):
            vault.attempts.count()
        assert vault.shut() is Shut.DESTROYED
    found = handset.vault_for(OFFICER.number)
    assert found is handset.vaults()[2]
    assert unlocked(found)
    for _ in range(10):
        found.attempts.count()
    assert handset.vault_for(OFFICER.number) is not None
    handset.close()
