"""A journal opened with its data key, so that a test that kills a hundred times derives no PIN each time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.notebook import Notebook
from app.ports import Shut
from storage.keystore_file import FileKeystore
from storage.opening import Opening, open_journal
from tests.fakes.clock import FakeClock
from tests.storage.enrolled import OFFICER, enrolled, unlocked


@dataclass(frozen=True, slots=True)
class Sealed:
    """One vault on disk: its handset's folder, its name and its data key."""

    root: Path
    name: str
    data_key: bytes

    @property
    def folder(self) -> Path:
        return self.root / "vaults" / self.name

    def open(self, *, salvage: bool = False) -> Opening:
        found = self.tried(salvage=salvage)
        assert isinstance(found, Opening), found
        return found

    def tried(self, *, salvage: bool = False) -> Opening | Shut:
        begun = Opening.begin(self.folder, self.name, self.data_key, FileKeystore(self.root))
        return open_journal(begun, "s-1", salvage=salvage)


def sealed(root: Path) -> Sealed:
    """A vault with nothing in it, shut."""
    handset = enrolled(root, FakeClock())
    vault = handset.vaults()[0]
    unlocked(vault)
    assert vault.open is not None
    found = Sealed(root, vault.name, vault.open.data_key)
    handset.close()
    return found


def book(opening: Opening) -> Notebook:
    return Notebook(opening.journal, FakeClock(), OFFICER, "test")


def items(opening: Opening) -> list[str]:
    """What was answered, case by case in the order of writing."""
    cases = sorted(case.id for case in opening.records.cases())
    return [str(entry.body["item"]) for case in cases for entry in opening.records.entries(case)]
