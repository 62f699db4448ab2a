"""An enrolment as a station would give it, for tests without a station."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.notebook import Notebook
from app.ports import Clock, Enrolment, Keystore, Officer, Opened, StreamKeys
from storage.handset import Handset
from storage.vault import SealedVault

PIN = "27418305"
RECOVERY = X25519PrivateKey.from_private_bytes(bytes(range(32)))
OFFICER = Officer("4471", "Demo Officer", "PC", "Northvale", "Exampleton", "Response B")


def enrolment(clock: Clock, officer: Officer = OFFICER, stream: str = "s-1") -> Enrolment:
    return Enrolment(
        stream=stream,
        officer=officer,
        training=True,
        station_url="https://127.0.0.1:8443",
        station_ca="",
        backup_pin="",
        station_key="",
        recovery_key=RECOVERY.public_key().public_bytes_raw().hex(),
        lease_secret="11" * 32,
        lease_ends=clock.now() + timedelta(hours=72),
        policy={},
    )


def keys() -> StreamKeys:
    made = [Ed25519PrivateKey.generate().private_bytes_raw().hex() for _ in range(2)]
    return StreamKeys(*made)


def enrolled(folder: Path, clock: Clock, keystore: Keystore | None = None) -> Handset:
    """A handset with one officer, still locked."""
    handset = Handset(folder, clock, keystore)
    handset.new_vault().create(enrolment(clock), keys(), PIN)
    return handset


def unlocked(vault: SealedVault) -> Opened:
    opened = vault.unlock(PIN)
    assert isinstance(opened, Opened)
    return opened


def notebook(opened: Opened, clock: Clock) -> Notebook:
    return Notebook(opened.journal, clock, opened.enrolment.officer, "test")
