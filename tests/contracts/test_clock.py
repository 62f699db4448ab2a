"""What every clock does: the one that tests move, the phone's own, and the one that TRAINING reads."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.ports import Clock
from app.timekeeping import LONDON, SystemClock, TrainingClock, counts_sleep
from tests.fakes.clock import NIGHT, FakeClock


def training(folder: Path) -> TrainingClock:
    path = folder / "clock"
    path.write_text(NIGHT.isoformat())
    return TrainingClock(path)


MADE: dict[str, Callable[[Path], Clock]] = {
    "moved by the test": lambda _: FakeClock(),
    "of the phone": lambda _: SystemClock(),
    "read in TRAINING": training,
}


@pytest.fixture(params=list(MADE.values()), ids=list(MADE))
def clock(request: pytest.FixtureRequest, tmp_path: Path) -> Clock:
    made: Clock = request.param(tmp_path)
    return made


def test_moment_is_whole_seconds_with_the_offset_of_london(clock):
    now = clock.now()
    assert now.microsecond == 0
    assert now.utcoffset() == now.astimezone(LONDON).utcoffset()


def test_time_that_passes_never_runs_backwards(clock):
    first, second = clock.monotonic(), clock.monotonic()
    assert isinstance(first, float)
    assert second >= first >= 0


def test_evidence_names_wall_time_start_and_what_a_receipt_last_said(clock):
    assert clock.evidence().offset_ms is None
    clock.trust(-90_000)
    told = clock.evidence()
    assert told.offset_ms == -90_000
    assert abs(datetime.fromisoformat(told.wall) - clock.now()) <= timedelta(seconds=2)
    assert told.boot == clock.evidence().boot != ""


MOVED: dict[str, Callable[[Path, datetime], Clock]] = {
    "moved by the test": lambda _, at: FakeClock(at),
    "read in TRAINING": lambda folder, at: _at(folder, at),
}


def _at(folder: Path, at: datetime) -> TrainingClock:
    (folder / "clock").write_text(at.isoformat())
    return TrainingClock(folder / "clock")


def move(clock: Clock, folder: Path, by: timedelta) -> None:
    if isinstance(clock, FakeClock):
        clock.advance(seconds=by.total_seconds())
    else:
        (folder / "clock").write_text((clock.now() + by).isoformat())


@pytest.mark.parametrize("make", MOVED.values(), ids=MOVED)
def test_wall_and_passing_time_move_by_the_same(make, tmp_path):
    clock = make(tmp_path, NIGHT)
    wall, passed = clock.now(), clock.monotonic()
    move(clock, tmp_path, timedelta(hours=7))
    assert clock.now() - wall == timedelta(hours=7)
    assert clock.monotonic() - passed == 7 * 3600


@pytest.mark.parametrize("make", MOVED.values(), ids=MOVED)
def test_both_half_past_ones_of_an_october_night_stay_apart(make, tmp_path):
    clock = make(tmp_path, datetime.fromisoformat("2027-10-31T01:30:00+01:00"))
    first = clock.now()
    move(clock, tmp_path, timedelta(hours=1))
    assert [first.isoformat(), clock.now().isoformat()] == [
        "2027-10-31T01:30:00+01:00", "2027-10-31T01:30:00+00:00"
    ]  # fmt: skip


def about(drift: timedelta | None, seconds: float) -> bool:
    return drift is not None and abs(drift - timedelta(seconds=seconds)) < timedelta(seconds=3)


def test_drift_is_unknown_until_the_station_is_heard_and_then_what_it_said(clock):
    assert clock.drift() is None
    clock.trust(-90_000)
    assert about(clock.drift(), -90)


def test_records_bring_back_the_offset_after_a_restart(clock, tmp_path):
    clock.trust(420_000)
    written = clock.evidence()
    again = type(clock)(tmp_path / "clock") if isinstance(clock, TrainingClock) else type(clock)()
    again.recall([written])
    assert about(again.drift(), 420)
    assert again.evidence().offset_ms == 420_000


def test_what_the_station_said_itself_is_not_overwritten_by_records(clock):
    clock.trust(420_000)
    older = clock.evidence()
    clock.trust(1_000)
    clock.recall([older])
    assert clock.evidence().offset_ms == 1_000


def test_wall_that_is_set_after_the_station_was_heard_is_drift():
    clock = FakeClock()
    clock.trust(0)
    clock.put(minutes=7)
    clock.advance(hours=3)
    assert clock.drift() == timedelta(minutes=-7)


def test_known_start_of_the_phone_goes_on_in_the_next_process():
    clock = FakeClock(boot="one")
    clock.trust(0)
    written = clock.evidence()
    clock.put(minutes=-9)
    again = FakeClock(clock.time, boot="one")
    again.passed = clock.passed
    again.recall([written])
    assert again.drift() == timedelta(minutes=9)


POSIX = ("CLOCK_MONOTONIC", "CLOCK_REALTIME")


@pytest.mark.parametrize(
    ("platform", "known", "taken"),
    [
        ("linux", (*POSIX, "CLOCK_BOOTTIME"), "CLOCK_BOOTTIME"),
        ("android", (*POSIX, "CLOCK_BOOTTIME"), "CLOCK_BOOTTIME"),
        ("darwin", POSIX, "CLOCK_MONOTONIC"),
        ("ios", POSIX, "CLOCK_MONOTONIC"),
        ("freebsd14", POSIX, ""),
        ("win32", (), ""),
    ],
)
def test_time_that_passes_is_taken_from_the_clock_that_counts_sleep(platform, known, taken):
    assert counts_sleep(platform, known) == taken


def test_phone_reads_that_clock():
    name = counts_sleep(sys.platform, dir(time))
    read = time.clock_gettime(getattr(time, name)) if name else time.monotonic()
    assert 0 <= SystemClock().monotonic() - read < 5
