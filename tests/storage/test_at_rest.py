"""What somebody without the key finds on the phone: nothing that was said there."""

from __future__ import annotations

import base64
import json
import os
import signal
import stat
import urllib.parse
from pathlib import Path

import pytest

from app.entry import Entry
from app.notebook import Notebook
from app.ports import Opened, Shut
from storage.handset import Handset
from storage.opening import Opening
from tests.fakes.clock import FakeClock
from tests.storage.enrolled import PIN, enrolled, notebook, unlocked

CANARIES = ("Aoife O'Brien-Testwood", "14 Larkspur Row", "07700 900141", "arr-safety", "TRAIN-0101")


def forms(canary: str) -> list[bytes]:
    """As text, in base64 at each of its three places, in hex, in an address, in JSON."""
    plain = canary.encode()
    coded = [base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]
    quoted = [urllib.parse.quote(canary).encode(), json.dumps(canary)[1:-1].encode()]
    return [plain, canary.encode("utf-16-le"), plain.hex().encode(), *coded, *quoted]


def found(folder: Path) -> list[tuple[str, str]]:
    """Every canary in every file below, in any of its forms."""
    hits = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        seen = content + b"\0" + path.name.encode()
        hits += [(path.name, canary) for canary in CANARIES if any(form in seen for form in forms(canary))]
    return hits


@pytest.mark.parametrize("form", range(len(forms(CANARIES[1]))))
def test_the_scanner_finds_a_planted_canary(tmp_path: Path, form: int) -> None:
    (tmp_path / "leak").write_bytes(b"x" + forms("14 Larkspur Row")[form] + b"x")
    assert found(tmp_path) == [("leak", "14 Larkspur Row")]


def test_the_scanner_finds_a_canary_in_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "TRAIN-0101.new").write_bytes(b"")
    assert found(tmp_path) == [("TRAIN-0101.new", "TRAIN-0101")]


def test_nothing_is_readable_open_or_locked(tmp_path: Path) -> None:
    handset, book, _ = written(tmp_path)
    book.journal.keep_draft("case/vic-own-words", CANARIES[0], book.clock.now())  # type: ignore[attr-defined]
    assert found(tmp_path) == []
    handset.close()
    assert found(tmp_path) == []


def test_nothing_is_readable_after_a_kill_a_snapshot_and_salvage(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        _, book, _ = written(tmp_path)
        book.journal.keep_draft("case/vic-own-words", CANARIES[0], book.clock.now())  # type: ignore[attr-defined]
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert found(tmp_path) == []
    handset = Handset(tmp_path, FakeClock())
    vault = handset.vaults()[0]
    draft = unlocked(vault).records.draft("case/vic-own-words")
    assert draft is not None
    assert draft.value == CANARIES[0]
    assert vault.open is not None
    vault.open.write_snapshot()
    vault.lock()
    assert isinstance(vault.unlock(PIN, salvage=True), Opened)
    handset.close()
    assert found(tmp_path) == []


def test_no_file_stands_beside_the_sealed_ones(tmp_path: Path) -> None:
    handset, _, _ = written(tmp_path)
    vault = handset.vaults()[0]
    assert vault.open is not None
    vault.open.write_snapshot()
    inside = {str(path.relative_to(vault.folder)) for path in vault.folder.rglob("*")}
    assert inside == {"journal", "key.json", "keyring", "snapshot", "lock"}
    beside = {path.name for path in tmp_path.iterdir()}
    assert beside == {"vaults", "keystore.json", "lock"}
    handset.close()


def test_only_the_app_may_read_its_files(tmp_path: Path) -> None:
    handset, _, _ = written(tmp_path / "handset")
    for path in (tmp_path / "handset").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name
    handset.close()


def test_frames_say_how_many_they_are_and_nothing_of_whom(tmp_path: Path) -> None:
    """Names of files and folders are random or fixed; no officer, no case, no time."""
    handset, _, entry = written(tmp_path)
    names = " ".join(path.name for path in tmp_path.rglob("*"))
    assert not [word for word in ("4471", entry.id, entry.case, "2026") if word in names]
    handset.close()


def written(folder: Path) -> tuple[Handset, Notebook, Entry]:
    clock = FakeClock()
    handset = enrolled(folder, clock)
    book = notebook(unlocked(handset.vaults()[0]), clock)
    entry = book.write("case", "incident_opened", dict(enumerate(CANARIES)))  # type: ignore[arg-type]
    return handset, book, entry


def receipted(book: Notebook, *entries: Entry) -> None:
    book.journal.take_receipt(  # type: ignore[attr-defined]
        {
            "receipt": "r-1",
            "stream": "s-1",
            "entries": [[entry.id, entry.seq, entry.hash] for entry in entries],
            "seq": entries[-1].seq,
            "head": entries[-1].hash,
            "time": "2026-11-23T22:39:00+00:00",
        }
    )


def test_case_that_the_station_does_not_have_is_never_shredded(tmp_path: Path) -> None:
    handset, book, first = written(tmp_path)
    journal = opening(handset).journal
    assert not journal.shred_case("case")
    assert [entry.id for entry in opening(handset).records.entries("case")] == [first.id]
    receipted(book, first)
    assert journal.shred_case("case")
    handset.close()


def opening(handset: Handset) -> Opening:
    found = handset.vaults()[0].open
    assert found is not None
    return found


def test_a_shredded_case_is_gone_and_the_chain_still_stands(tmp_path: Path) -> None:
    handset, book, first = written(tmp_path)
    second = book.write("other", "answered", {"item": "arr-safety"})
    receipted(book, first)
    vault = handset.vaults()[0]
    opening(handset).journal.shred_case("case")
    assert opening(handset).records.entries("case") == []
    vault.lock()
    again = unlocked(vault)
    assert again.records.entries("case") == []
    assert [entry.prev for entry in again.records.entries("other")] == [first.hash]
    assert again.journal.head() == (2, second.hash)
    handset.close()


def test_drafts_of_a_shredded_case_go_and_those_of_others_stay(tmp_path: Path) -> None:
    handset, book, first = written(tmp_path)
    receipted(book, first)
    for key in ("case/note", "case-2/note"):
        book.journal.keep_draft(key, "typed", book.clock.now())  # type: ignore[attr-defined]
    opening(handset).journal.shred_case("case")
    assert [draft.key for draft in opening(handset).records.drafts()] == ["case-2/note"]
    handset.close()


def test_older_copies_of_snapshot_and_keyring_cannot_bring_a_shredded_case_back(tmp_path: Path) -> None:
    """Flash may keep old blocks: what they were sealed under is gone."""
    handset, book, first = written(tmp_path)
    receipted(book, first)
    vault = handset.vaults()[0]
    opening(handset).write_snapshot()
    old = {name: (vault.folder / name).read_bytes() for name in ("snapshot", "keyring")}
    opening(handset).journal.shred_case("case")
    vault.lock()
    (vault.folder / "snapshot").write_bytes(old["snapshot"])
    assert unlocked(vault).records.entries("case") == []
    assert opening(handset).snapshot_number == 0, "it was not used"
    vault.lock()
    (vault.folder / "keyring").write_bytes(old["keyring"])
    assert vault.unlock(PIN) is Shut.DAMAGED
    handset.close()


def test_snapshot_made_after_shredding_holds_no_page_of_it(tmp_path: Path) -> None:
    handset, book, first = written(tmp_path)
    receipted(book, first)
    opening(handset).journal.shred_case("case")
    opening(handset).write_snapshot()
    shelf = opening(handset)._shelf()
    kept = shelf.read()
    assert kept is not None
    assert not [canary for canary in CANARIES if canary.encode() in kept[2]]
    handset.close()


def test_shredding_that_was_cut_short_is_finished_at_unlock(tmp_path: Path) -> None:
    """The frame says so, and the phone died before the key went."""
    handset, book, first = written(tmp_path)
    receipted(book, first)
    opening(handset).journal._commit({"shred": "case"})
    handset.vaults()[0].lock()
    unlocked(handset.vaults()[0])
    assert opening(handset).ring.key("case") is None
    handset.close()


def test_case_that_comes_back_after_shredding_is_kept_under_a_new_key(tmp_path: Path) -> None:
    handset, book, first = written(tmp_path)
    receipted(book, first)
    opening(handset).journal.shred_case("case")
    second = book.write("case", "answered", {"item": "again"})
    handset.vaults()[0].lock()
    assert [entry.id for entry in unlocked(handset.vaults()[0]).records.entries("case")] == [second.id]
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
