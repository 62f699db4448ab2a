"""The data folder of one handset: its keystore, and one vault for each officer enrolled on it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from app.ports import Clock, Keystore, Shut
from storage.durable import hold, private_folder
from storage.keystore_file import FileKeystore, KeystoreUnreadable
from storage.vault import SealedVault

__all__ = ["Handset"]

RISK_QUESTIONS = "risk-tool.toml"
_FOR_GOOD = (Shut.DESTROYED, Shut.KEYSTORE_LOST, Shut.DAMAGED)


class Handset:
    """One process, one handset, one data folder. storage.durable.Held when another has it open,
    KeystoreUnreadable for a keystore file that is damaged."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        keystore: Keystore | None = None,
        vault: type[SealedVault] = SealedVault,
    ) -> None:
        self.folder = private_folder(folder)
        self._held = hold(self.folder / "lock")
        try:
            self.keystore: Keystore = keystore or FileKeystore(self.folder)
        except KeystoreUnreadable:
            os.close(self._held)
            raise
        self._clock, self._kind = clock, vault
        self._vaults: dict[str, SealedVault] = {}

    def vaults(self) -> list[SealedVault]:
        """Every vault whose enrolment was completed, one that has lost its key file included."""
        inside = private_folder(self.folder / "vaults")
        found = [self._vault(path) for path in sorted(inside.iterdir())]
        return [vault for vault in found if vault.is_there()]

    def _vault(self, path: Path) -> SealedVault:
        if path.name not in self._vaults:
            self._vaults[path.name] = self._kind(path, self.keystore, self._clock)
        return self._vaults[path.name]

    def new_vault(self) -> SealedVault:
        """A vault with a random name; nothing is on disk until it is created."""
        return self._vault(private_folder(self.folder / "vaults") / secrets.token_hex(8))

    def vault_for(self, number: str) -> SealedVault | None:
        """The vault of this officer, or None. Other officers' vaults tell nothing.

        Whoever was enrolled again after a PIN was destroyed has two: the one that a PIN still opens.
        """
        found = [vault for vault in self.vaults() if vault.is_of(number)]
        return min(found, key=lambda vault: vault.shut() in _FOR_GOOD, default=None)

    def risk_questions(self) -> bytes:
        """The force's own risk questions, which it put beside the vaults: its words, nothing of a record.
        Empty where it gave none; what they are is for app.risk_tool to say."""
        path = self.folder / RISK_QUESTIONS
        return path.read_bytes() if path.is_file() else b""

    @property
    def training(self) -> bool:
        """Whether every enrolment here is TRAINING. The two kinds never share a handset."""
        return all(vault.training for vault in self.vaults())

    def close(self) -> None:
        """Lock every vault and let the folder go."""
        for vault in self._vaults.values():
            vault.close()
        os.close(self._held)
