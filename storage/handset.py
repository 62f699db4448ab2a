"""The data folder of one handset: its keystore, and one vault for each officer enrolled on it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from app.ports import Clock, Keystore
from storage.durable import hold, private_folder
from storage.keystore_file import FileKeystore
from storage.vault import SealedVault

__all__ = ["Handset"]


class Handset:
    """One process, one handset, one data folder. storage.durable.Held when another has it open."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        keystore: Keystore | None = None,
        vault: type[SealedVault] = SealedVault,
    ) -> None:
        self.folder = private_folder(folder)
        self._held = hold(self.folder / "lock")
        self.keystore: Keystore = keystore or FileKeystore(self.folder)
        self._clock, self._kind = clock, vault
        self._vaults: dict[str, SealedVault] = {}

    def vaults(self) -> list[SealedVault]:
        """Every vault whose enrolment was completed."""
        inside = private_folder(self.folder / "vaults")
        found = sorted(path for path in inside.iterdir() if (path / "key.json").exists())
        return [self._vault(path) for path in found]

    def _vault(self, path: Path) -> SealedVault:
        if path.name not in self._vaults:
            self._vaults[path.name] = self._kind(path, self.keystore, self._clock)
        return self._vaults[path.name]

    def new_vault(self) -> SealedVault:
        """A vault with a random name; nothing is on disk until it is created."""
        return self._vault(private_folder(self.folder / "vaults") / secrets.token_hex(8))

    def vault_for(self, number: str) -> SealedVault | None:
        """The vault of this officer, or None. Other officers' vaults tell nothing."""
        return next((vault for vault in self.vaults() if vault.is_of(number)), None)

    def only_vault(self) -> SealedVault | None:
        vaults = self.vaults()
        return vaults[0] if len(vaults) == 1 else None

    @property
    def training(self) -> bool:
        """Whether every enrolment here is TRAINING. The two kinds never share a handset."""
        return all(vault.locked().get("training") for vault in self.vaults())

    def close(self) -> None:
        """Lock every vault and let the folder go."""
        for vault in self._vaults.values():
            vault.close()
        os.close(self._held)
