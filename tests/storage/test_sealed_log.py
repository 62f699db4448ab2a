"""The journal file under damage: what is cut, flipped, put back or left unfinished is seen."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ports import JournalDamaged, JournalFull
from storage.sealed_log import HEADER, LARGEST, LogClosed, Place, SealedLog
from tests.storage.room import no_room

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


def test_full_disk_keeps_everything_committed_and_goes_on_after_room_is_made(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    log = SealedLog.create(path, KEY)
    with no_room(100_000):
        kept = filled(log)
    log.append(b"after")
    log.close()
    assert 200 < kept < 1000, "it was filled to the last frame that fits"
    assert read(path) == [*[b"note %d" % number for number in range(kept)], b"after"]


def filled(log: SealedLog) -> int:
    """How many notes were taken until one was refused."""
    for number in range(1000):
        try:
            log.append(b"note %d" % number)
        except JournalFull:
            return number
    return 1000


def test_log_that_is_not_there_is_damage_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(JournalDamaged):
        SealedLog(tmp_path / "journal", KEY)
    assert list(tmp_path.iterdir()) == []


def test_log_is_never_made_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        SealedLog.create(path, KEY)
    assert path.read_bytes() == before


def test_another_key_meets_damage(path: Path) -> None:
    with pytest.raises(JournalDamaged):
        SealedLog(path, bytes(32))


def test_frame_that_could_not_be_read_back_is_never_written(path: Path) -> None:
    log = SealedLog(path, KEY)
    before = path.read_bytes()
    with pytest.raises(ValueError, match="larger than a log can hold"):
        log.append(bytes(LARGEST))
    log.close()
    assert path.read_bytes() == before


def test_closed_log_takes_nothing_and_may_be_closed_twice(path: Path) -> None:
    log = SealedLog(path, KEY)
    log.close()
    log.close()
    with pytest.raises(LogClosed):
        log.append(b"late")


def test_log_holds_the_place_of_each_of_its_frames_and_no_other(path: Path) -> None:
    log = SealedLog(path, KEY)
    places = [log.place for _ in log.frames()]
    assert all(log.holds(place) for place in places)
    end = places[-1]
    assert not log.holds(Place(end.end + 300, end.number + 1, end.tag))
    assert not log.holds(Place(end.end, end.number, bytes(16)))
    log.close()


def test_same_text_is_never_sealed_to_the_same_bytes(tmp_path: Path) -> None:
    """Random nonces, and a key of its own for each file."""
    seen = set[bytes]()
    for name in ("a", "b"):
        log = log_with(tmp_path / name, [b"same"] * 200)
        content = (tmp_path / name).read_bytes()
        step = (log.place.end - HEADER) // 200
        seen |= {content[HEADER + step * at : HEADER + step * (at + 1)] for at in range(200)}
        log.close()
    assert len(seen) == 400


@given(st.lists(st.binary(max_size=2000), max_size=12), st.integers(0, 12))
@settings(max_examples=40, deadline=None)
def test_whatever_was_appended_comes_back(frames: list[bytes], reopened: int) -> None:
    with TemporaryDirectory() as folder:
        log = SealedLog.create(Path(folder) / "journal", KEY)
        for number, frame in enumerate(frames):
            if number == reopened:
                log.close()
                log = SealedLog(Path(folder) / "journal", KEY)
                assert [plain for _, plain in log.frames()] == frames[:number]
            log.append(frame)
        log.close()
        assert read(Path(folder) / "journal") == frames
