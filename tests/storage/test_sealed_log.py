"""The journal file under damage: what is cut, flipped, put back or left unfinished is seen."""

from __future__ import annotations

import os
import random
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ports import JournalDamaged, JournalFull, Opened, Shut
from storage.handset import Handset
from storage.sealed_log import HEADER, SealedLog
from tests.fakes.clock import FakeClock
from tests.storage.enrolled import PIN, enrolled, notebook, unlocked

KEY = bytes(range(32))


def log_with(path: Path, frames: list[bytes]) -> SealedLog:
    log = SealedLog.create(path, KEY)
    for frame in frames:
        log.append(frame)
    return log


def read(path: Path) -> list[bytes]:
    log = SealedLog(path, KEY)
    try:
        frames = [plain for _, plain in log.frames()]
        log.repair()
        return frames
    finally:
        log.close()


FRAMES = [b"first", b"second " * 80, b"third"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal"
    log_with(path, FRAMES).close()
    return path


def test_frames_come_back_in_order(path: Path) -> None:
    assert read(path) == FRAMES


def test_a_log_cut_at_any_byte_opens_to_whole_frames_or_says_damaged(path: Path) -> None:
    whole = path.read_bytes().rstrip(b"\0")
    for length in range(HEADER, len(whole)):
        path.write_bytes(whole[:length])
        frames = read(path)
        assert frames == FRAMES[: len(frames)]
    for length in range(HEADER):
        path.write_bytes(whole[:length])
        with pytest.raises(JournalDamaged):
            read(path)


def test_no_flipped_bit_is_read_as_something_else(path: Path) -> None:
    whole = path.read_bytes()
    used = len(whole.rstrip(b"\0"))
    chosen = random.Random(7)
    for _ in range(600):
        at, bit = chosen.randrange(used), chosen.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
        try:
            frames = read(path)
        except JournalDamaged:
            continue
        assert frames in (FRAMES[:2], FRAMES), "only the last frame may look unfinished"


def test_salvage_reads_every_frame_but_the_damaged_one(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[HEADER + 300] ^= 1
    whole[HEADER + 500] ^= 1
    path.write_bytes(bytes(whole))
    log = SealedLog(path, KEY)
    found = dict(log.salvage())
    log.close()
    assert set(found.items()) < set(enumerate(FRAMES, start=1))
    assert len(found) == 2


def test_frames_of_another_log_are_not_taken(tmp_path: Path, path: Path) -> None:
    other = tmp_path / "other"
    log_with(other, FRAMES).close()
    swapped = path.read_bytes()[:HEADER] + other.read_bytes()[HEADER:]
    path.write_bytes(swapped)
    with pytest.raises(JournalDamaged):
        read(path)


def test_the_length_of_a_note_does_not_show(tmp_path: Path) -> None:
    short = log_with(tmp_path / "a", [b"x" * 10])
    longer = log_with(tmp_path / "b", [b"x" * 200])
    assert short.place.end == longer.place.end
    assert (tmp_path / "a").stat().st_size == (tmp_path / "b").stat().st_size


def test_a_full_disk_keeps_everything_committed_and_goes_on_after_room_is_made(
    tmp_path: Path,
) -> None:
    """In a child process, whose files may not grow past a limit: the kernel refuses the write."""
    child = os.fork()
    if child == 0:
        os._exit(_fill(tmp_path / "journal"))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _fill(path: Path) -> int:
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    log = SealedLog.create(path, KEY)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    kept = 0
    try:
        while kept < 1000:
            log.append(b"note %d" % kept)
            kept += 1
    except JournalFull:
        pass
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    log.append(b"after")
    log.close()
    wanted = [b"note %d" % number for number in range(kept)] + [b"after"]
    return 0 if 0 < kept < 1000 and read(path) == wanted else 1


@pytest.fixture
def handset(tmp_path: Path) -> Iterator[Handset]:
    handset = enrolled(tmp_path / "handset", FakeClock())
    yield handset
    handset.close()


def test_an_older_copy_put_back_is_seen_and_kept_as_it_is(handset: Handset) -> None:
    clock, vault = FakeClock(), handset.vaults()[0]
    journal = vault.folder / "journal"
    notebook(unlocked(vault), clock).write("case", "answered", {"item": "one"})
    vault.lock()
    older = journal.read_bytes()
    notebook(unlocked(vault), clock).write("case", "answered", {"item": "two"})
    vault.lock()
    journal.write_bytes(older)
    assert vault.unlock(PIN) is Shut.ROLLED_BACK
    assert journal.read_bytes() == older


def test_a_journal_that_was_removed_is_not_silently_made_anew(handset: Handset) -> None:
    vault = handset.vaults()[0]
    notebook(unlocked(vault), FakeClock()).write("case", "answered", {})
    vault.lock()
    (vault.folder / "journal").unlink()
    assert vault.unlock(PIN) is Shut.ROLLED_BACK
    assert not (vault.folder / "journal").exists()


def test_a_damaged_journal_opens_by_salvage_and_names_what_is_lost(handset: Handset) -> None:
    vault = handset.vaults()[0]
    book = notebook(unlocked(vault), FakeClock())
    for number in range(5):
        book.write("case", "answered", {"item": f"item-{number}"})
    vault.lock()
    journal = vault.folder / "journal"
    whole = bytearray(journal.read_bytes())
    whole[len(bytes(whole).rstrip(b"\0")) // 2] ^= 1
    journal.write_bytes(bytes(whole))
    assert vault.unlock(PIN) is Shut.DAMAGED
    opened = vault.unlock(PIN, salvage=True)
    assert isinstance(opened, Opened)
    assert len(opened.missing) == 1
    assert len(opened.records.entries("case")) == 4
    assert any(path.name.startswith("journal.damaged") for path in vault.folder.iterdir())
