"""What somebody without the key finds on the phone: nothing that was said there."""

from __future__ import annotations

import base64
from pathlib import Path

from app.entry import Entry
from app.notebook import Notebook
from storage.handset import Handset
from tests.fakes.clock import FakeClock
from tests.storage.enrolled import enrolled, notebook, unlocked

CANARIES = ("Aoife O'Brien-Testwood", "14 Larkspur Row", "07700 900141", "arr-safety", "TRAIN-0101")


def forms(canary: str) -> list[bytes]:
    plain = canary.encode()
    inside = base64.b64encode(b"xx" + plain + b"xx")[4:-4]
    return [plain, canary.encode("utf-16-le"), plain.hex().encode(), inside]


def found(folder: Path) -> list[tuple[str, str]]:
    """Every canary in every file below, in any of its forms."""
    hits = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for canary in CANARIES:
            if any(form in content or form in path.name.encode() for form in forms(canary)):
                hits.append((path.name, canary))
    return hits


def test_the_scanner_finds_a_planted_canary(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes("x 14 Larkspur Row".encode("utf-16-le"))
    assert found(tmp_path) == [("leak", "14 Larkspur Row")]


def test_nothing_is_readable_open_or_locked(tmp_path: Path) -> None:
    handset, book, _ = written(tmp_path)
    book.journal.keep_draft("case/vic-own-words", CANARIES[0], book.clock.now())
    assert found(tmp_path) == []
    handset.close()
    assert found(tmp_path) == []


def written(folder: Path) -> tuple[Handset, Notebook, Entry]:
    clock = FakeClock()
    handset = enrolled(folder, clock)
    book = notebook(unlocked(handset.vaults()[0]), clock)
    entry = book.write("case", "incident_opened", dict(enumerate(CANARIES)))  # type: ignore[arg-type]
    return handset, book, entry


def test_a_shredded_case_is_gone_and_the_chain_still_stands(tmp_path: Path) -> None:
    handset, book, first = written(tmp_path)
    second = book.write("other", "answered", {"item": "arr-safety"})
    vault = handset.vaults()[0]
    assert vault.open is not None
    vault.open.journal.shred_case("case")
    vault.lock()
    again = unlocked(vault)
    assert again.records.entries("case") == []
    assert [entry.prev for entry in again.records.entries("other")] == [first.hash]
    assert again.journal.head() == (2, second.hash)
    handset.close()


def test_a_snapshot_is_used_when_it_is_ours_and_ignored_when_it_is_not(tmp_path: Path) -> None:
    handset, book, _ = written(tmp_path)
    vault = handset.vaults()[0]
    assert vault.open is not None
    vault.open.write_snapshot()
    book.write("case", "answered", {"item": "later"})
    vault.lock()
    assert len(unlocked(vault).records.entries("case")) == 2
    assert vault.open.snapshot_number == 1
    vault.lock()
    snapshot = vault.folder / "snapshot"
    snapshot.write_bytes(snapshot.read_bytes()[:-1] + b"x")
    assert len(unlocked(vault).records.entries("case")) == 2
    assert vault.open.snapshot_number == 0
    assert found(tmp_path) == []
    handset.close()
