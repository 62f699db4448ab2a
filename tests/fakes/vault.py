"""A vault whose journal lives in memory. tests/contracts proves it against the sealed one."""

from __future__ import annotations

from datetime import timedelta

from app.ports import Clock, Enrolment, Officer, Opened, Shut, StreamKeys, WaitFirst, WrongPin
from storage.attempts import LIMIT, Attempts
from tests.fakes.journal import FakeJournal
from tests.fakes.keystore import FakeKeystore

PIN = "27418305"
OFFICER = Officer("4471", "Demo Officer", "PC", "Northvale", "Exampleton", "Response B")


def fake_enrolment(
    clock: Clock, officer: Officer = OFFICER, stream: str = "s-1", training: bool = True
) -> Enrolment:
    return Enrolment(
        stream=stream,
        officer=officer,
        training=training,
        station_url="https://127.0.0.1:8443",
        station_ca="",
        backup_pin="",
        station_key="",
        recovery_key="",
        lease_secret="",
        lease_ends=clock.now() + timedelta(hours=72),
        policy={},
    )


class FakeVault:
    """`closed_for` shuts it as a real one would be shut; `damaged` opens by salvage only."""

    def __init__(self, clock: Clock, enrolment: Enrolment | None = None, pin: str = PIN) -> None:
        self.enrolment = enrolment or fake_enrolment(clock)
        self.journal = FakeJournal(self.enrolment.stream)
        self.attempts = Attempts("fake", FakeKeystore(), clock)
        self.closed_for: Shut | None = None
        self.damaged: tuple[int, ...] = ()
        self.repaired = 0
        self.is_open = False
        self._pin = pin

    def is_of(self, number: str) -> bool:
        return self.enrolment.officer.number == number

    def shut(self) -> Shut | None:
        return Shut.DESTROYED if self.attempts.wrong >= LIMIT else self.closed_for

    def create(self, enrolment: Enrolment, keys: StreamKeys, pin: str) -> None:
        self.enrolment, self._pin = enrolment, pin
        self.journal = FakeJournal(enrolment.stream)

    def unlock(self, pin: str, salvage: bool = False) -> Opened | WrongPin | WaitFirst | Shut:
        shut = self.shut()
        if shut:
            return shut
        wait = self.attempts.wait()
        if wait:
            return WaitFirst(wait)
        wrong = self.attempts.count()
        if pin != self._pin:
            return Shut.DESTROYED if wrong >= LIMIT else WrongPin(LIMIT - wrong, self.attempts.wait())
        self.attempts.forget()
        if self.damaged and not salvage:
            return Shut.DAMAGED
        self.is_open = True
        missing = self.damaged if salvage else ()
        return Opened(self.journal, self.journal.records, self.enrolment, self.repaired, missing)

    def settle(self) -> None:
        return None

    def lock(self) -> None:
        self.is_open = False


class FakeHandset:
    """A handset with these vaults. `reduced`: its keystore is only a file."""

    def __init__(self, *vaults: FakeVault, reduced: bool = True) -> None:
        self._vaults = list(vaults)
        self.keystore = FakeKeystore(reduced=reduced)

    @property
    def training(self) -> bool:
        return all(vault.enrolment.training for vault in self._vaults)

    def vaults(self) -> list[FakeVault]:
        return list(self._vaults)

    def vault_for(self, number: str) -> FakeVault | None:
        return next((vault for vault in self._vaults if vault.is_of(number)), None)

    def add(self, vault: FakeVault) -> FakeVault:
        self._vaults.append(vault)
        return vault
