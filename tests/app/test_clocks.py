"""Every published vector, and a second method that walks minute by minute."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.clocks.counted import both, counted_left, deadline, last_sitting, order_ends
from app.clocks.words import deadline_words
from app.court import order_days_held
from app.court_calendar import Reading, bundled
from app.timekeeping import LONDON
from tests.app.walker import STARTS, agree, changes, scattered

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "clocks.json").read_text())
CALENDAR = bundled()


def utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


@pytest.mark.parametrize("vector", VECTORS["clocks"], ids=lambda vector: vector["id"])
def test_counted_deadline_agrees_with_the_vector(vector: dict[str, str]) -> None:
    found = both(datetime.fromisoformat(vector["start"]), int(vector["hours"]), CALENDAR)
    assert (utc(found.safe), utc(found.outer)) == (vector["safe"], vector["statutory_outer"])


IN_RANGE = [vector for vector in VECTORS["order_days"] if vector["last_day"]]


@pytest.mark.parametrize("vector", IN_RANGE, ids=lambda vector: vector["id"])
def test_order_ends_at_the_end_of_its_last_day(vector: dict[str, str]) -> None:
    made, days = date.fromisoformat(vector["made"]), int(vector["days"])
    assert (made + timedelta(days - 1)).isoformat() == vector["last_day"]
    assert utc(order_ends(made, days)) == vector["ends"]


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-12-18", 1, "2026-12-21"),
        ("2026-12-24", 1, "2026-12-29"),
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-12-24", 5, "2027-01-05"),
        ("2026-06-12", 2, "2026-06-16"),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(start: str, days: int, end: str) -> None:
    found = CALENDAR.working_days_after(date.fromisoformat(start), days)
    assert found == date.fromisoformat(end)


@settings(max_examples=3_000, deadline=None, derandomize=True, database=None)
@given(st.integers(0, STARTS))
def test_segments_and_minutes_agree_from_any_start(minute: int) -> None:
    assert agree(minute)


@settings(max_examples=1_000, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 2**64))
def test_segments_and_minutes_agree_from_100_000_starts(seed: int) -> None:
    """A hundred starts a seed: drawn singly, Hypothesis would come back to the same few."""
    assert [minute for minute in scattered(seed, 100) if not agree(minute)] == []


def test_segments_and_minutes_agree_around_every_change_of_the_clocks() -> None:
    """Every quarter of an hour of the week in which each lies."""
    around = [turn + off for turn in changes() for off in range(-5 * 1440, 2 * 1440, 15)]
    tried = [minute for minute in around if 0 <= minute <= STARTS]
    assert len(tried) == 42 * 7 * 96
    assert [minute for minute in tried if not agree(minute)] == []


@pytest.mark.parametrize("how", list(Reading))
def test_hours_used_up_as_saturday_ends_do_not_roll_over_the_sunday(how: Reading) -> None:
    found = deadline(datetime.fromisoformat("2026-06-12T00:00+01:00"), 48, CALENDAR, how)
    assert utc(found) == "2026-06-13T23:00Z"
    assert deadline_words(found) == "end of Sat 13 Jun (24:00)"


REJECTED = [vector for vector in VECTORS["order_days"] if not vector["last_day"]]


@pytest.mark.parametrize("vector", REJECTED, ids=lambda vector: vector["id"])
def test_an_order_of_another_length_is_rejected(vector: dict[str, str]) -> None:
    assert order_days_held(int(vector["days"]))


@pytest.mark.parametrize("days", range(14, 29))
def test_every_length_from_14_to_28_is_an_order(days: int) -> None:
    assert not order_days_held(days)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(0, 21 * 365 * 24 * 60 - 1), st.sampled_from([24, 48]))
def test_the_safe_answer_is_never_later_than_the_outer_one(minute: int, hours: int) -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    found = both(start, hours, CALENDAR)
    assert start + timedelta(hours=hours) <= found.safe <= found.outer
    assert counted_left(start, found.safe, CALENDAR) == timedelta(hours=hours)


@pytest.mark.parametrize("change", ["2026-03-28T16:00+00:00", "2026-10-24T16:00+01:00"])
def test_the_change_of_the_clocks_keeps_the_wall_time(change: str) -> None:
    """It always falls on a Sunday, inside a day that does not count."""
    found = deadline(datetime.fromisoformat(change), 24, CALENDAR, Reading.SAFE)
    assert f"{found.astimezone(LONDON):%a %H:%M}" == "Mon 16:00"


def test_midnight_is_written_as_the_end_of_the_day_before() -> None:
    served = datetime.fromisoformat("2026-06-14T02:10+01:00")
    assert deadline_words(both(served, 48, CALENDAR).safe) == "end of Tue 16 Jun (24:00)"


def test_last_sitting_starts_before_the_safe_deadline() -> None:
    served = datetime.fromisoformat("2026-12-23T16:00+00:00")
    safe = datetime.fromisoformat("2026-12-26T16:00+00:00")
    found = last_sitting(served, safe, CALENDAR)
    assert found is not None
    assert found.isoformat() == "2026-12-24T10:00:00+00:00"


def test_a_day_in_doubt_is_not_relied_on_for_a_sitting() -> None:
    served = datetime.fromisoformat("2027-12-24T09:00+00:00")
    found = last_sitting(served, both(served, 48, CALENDAR).safe, CALENDAR)
    assert found is not None
    assert found.isoformat() == "2027-12-24T10:00:00+00:00"
