"""A phone whose clock disagrees with the station's: how far, and by which moment clocks are read."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.clocks.drift import disagrees, read_at
from app.entry import ClockEvidence
from app.trusted import PhoneTime, Trusted, recalled

NOON = datetime.fromisoformat("2026-11-24T12:00:00+00:00")
MINUTE = 60_000


def at(minutes: float, moved: float = 0.0) -> PhoneTime:
    """So many minutes after noon, with wall time moved by `moved` minutes on top."""
    return PhoneTime(NOON + timedelta(minutes=minutes + moved), minutes * 60)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, False),
        (0, False),
        (59, False),
        (60, False),
        (61, True),
        (-59, False),
        (-60, False),
        (-61, True),
    ],
)
def test_clock_disagrees_from_more_than_a_minute_either_way(seconds: int | None, said: bool) -> None:
    assert disagrees(None if seconds is None else timedelta(seconds=seconds)) is said


@pytest.mark.parametrize(
    ("drift", "read"),
    [
        (None, "12:00:00"),
        (timedelta(0), "12:00:00"),
        (timedelta(seconds=59), "12:00:00"),
        (timedelta(seconds=61), "12:01:01"),
        (timedelta(minutes=7), "12:07:00"),
        (timedelta(seconds=-61), "12:00:00"),
        (timedelta(days=-400), "12:00:00"),
    ],
)
def test_clocks_are_read_at_the_later_of_phone_and_station(drift: timedelta | None, read: str) -> None:
    assert f"{read_at(NOON, drift):%H:%M:%S}" == read


@pytest.mark.parametrize(
    ("phone", "read"),
    [
        ("2026-06-16T23:58:00+01:00", "2026-06-17T00:03:00+01:00"),
        ("2027-03-28T00:58:00+00:00", "2027-03-28T02:03:00+01:00"),
        ("2026-10-25T01:58:00+01:00", "2026-10-25T01:03:00+00:00"),
        ("2026-12-31T23:56:00+00:00", "2027-01-01T00:01:00+00:00"),
    ],
    ids=["midnight", "clocks go forward", "clocks go back", "new year"],
)
def test_station_time_goes_over_midnight_and_clock_changes(phone: str, read: str) -> None:
    assert read_at(datetime.fromisoformat(phone), timedelta(minutes=5)).isoformat() == read


def test_drift_stays_while_both_times_of_the_phone_pass_alike() -> None:
    trusted = Trusted(-3 * MINUTE, at(0))
    assert trusted.drift(at(0)) == trusted.drift(at(60 * 50)) == timedelta(minutes=-3)


@pytest.mark.parametrize("moved", [-120.0, -2.0, 3.0, 60.0])
def test_wall_time_that_is_moved_offline_moves_the_drift_against_it(moved: float) -> None:
    assert Trusted(0, at(0)).drift(at(90, moved)) == timedelta(minutes=-moved)


def test_clock_change_is_no_move_of_the_wall() -> None:
    before = PhoneTime(datetime.fromisoformat("2026-10-25T01:30:00+01:00"), 0)
    after = PhoneTime(datetime.fromisoformat("2026-10-25T01:30:00+00:00"), 3600)
    assert Trusted(0, before).drift(after) == timedelta(0)


# After a restart


def evidence(
    minutes: float, offset_ms: int | None, moved: float = 0.0, boot: str = "one", known: bool = True
) -> ClockEvidence:
    told = at(minutes, moved)
    return ClockEvidence(told.wall.isoformat(), int(told.monotonic * 1000), boot, known, offset_ms)


def drift_after(records: list[ClockEvidence], now: PhoneTime, boot: str = "one") -> timedelta | None:
    found = recalled(records, boot, now)
    return found.drift(now) if found else None


def test_records_without_an_offset_recall_nothing() -> None:
    assert drift_after([], at(5)) is None
    assert drift_after([evidence(1, None)], at(5)) is None


def test_restart_of_the_app_keeps_the_offset_and_sees_a_wall_that_was_moved() -> None:
    records = [evidence(10, 2 * MINUTE)]
    assert drift_after(records, at(20)) == timedelta(minutes=2)
    assert drift_after(records, at(20, 30)) == timedelta(minutes=2 - 30)


def test_wall_that_was_moved_between_two_records_is_seen_after_the_restart() -> None:
    records = [evidence(10, 0, moved=45), evidence(5, 0)]
    assert drift_after(records, at(20, 45)) == timedelta(minutes=-45)


def test_older_offset_is_not_mixed_with_the_newest() -> None:
    records = [evidence(30, -45 * MINUTE, moved=45), evidence(10, 0, moved=45), evidence(5, 0)]
    assert drift_after(records, at(40, 45)) == timedelta(minutes=-45)


def test_records_of_a_process_that_knew_nothing_do_not_hide_the_offset() -> None:
    assert drift_after([evidence(12, None), evidence(10, MINUTE)], at(20, 10)) == timedelta(minutes=-9)


@pytest.mark.parametrize(
    ("record", "boot"),
    [
        (evidence(600, 2 * MINUTE, boot="another"), "one"),
        (evidence(600, 2 * MINUTE, known=False), "one"),
        (evidence(600, 2 * MINUTE, boot="", known=False), ""),
    ],
    ids=["another start of the phone", "start that is not known", "phone that knows no start"],
)
def test_time_of_another_start_is_not_compared(record: ClockEvidence, boot: str) -> None:
    assert drift_after([record], at(3, 55), boot) == timedelta(minutes=2)


def test_bare_offset_sees_what_is_moved_from_now_on() -> None:
    found = recalled([evidence(600, MINUTE, boot="another")], "one", at(3))
    assert found is not None
    assert found.drift(at(10, 20)) == timedelta(minutes=1 - 20)
