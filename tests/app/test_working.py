"""The days of a working lead to its answers; nobody has to believe a number."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clocks.working import Count, working
from app.court_calendar import bundled, read_calendar
from app.timekeeping import LONDON
from tests.app.walker import FIRST, STARTS

CALENDAR = bundled()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@given(st.integers(0, STARTS), st.sampled_from([24, 48]))
def test_days_join_and_add_up_to_the_hours_in_both_answers(minute: int, hours: int) -> None:
    found = working(FIRST + timedelta(minutes=minute), hours, CALENDAR)
    wanted = timedelta(hours=hours)
    assert sum((each.safe for each in found.days), timedelta()) == wanted
    assert sum((each.outer for each in found.days), timedelta()) == wanted
    assert found.days[0].opens == found.start
    assert found.days[-1].closes == found.outer
    for day, after in zip(found.days, found.days[1:], strict=False):
        assert day.closes == after.opens
        assert after.day == day.day + timedelta(1)
    assert all(bool(each.why) == (each.count is not Count.COUNTED) for each in found.days)


def test_doubtful_day_is_counted_in_the_safe_answer_alone() -> None:
    found = working(at("2026-12-23T16:00+00:00"), 48, CALENDAR)
    doubtful = next(each for each in found.days if each.day == date(2026, 12, 26))
    assert (doubtful.count, doubtful.safe, doubtful.outer) == (
        Count.DOUBTFUL, timedelta(hours=16), timedelta(),
    )  # fmt: skip
    assert found.safe == at("2026-12-26T16:00+00:00")
    assert found.outer == at("2026-12-29T16:00+00:00")


def test_substitute_that_is_not_proclaimed_is_counted_in_the_safe_answer() -> None:
    """Served Thu 24 Dec 2026 at 10:00 with Mon 28 not proclaimed: Mon 28 at 10:00."""
    unsure = read_calendar(
        'version = "x"\n[[day]]\ndate = 2026-12-28\nstatus = "listed"\nwhy = "not yet proclaimed"\n'
    )
    found = working(at("2026-12-24T10:00+00:00"), 48, unsure)
    assert found.safe == at("2026-12-28T10:00+00:00")
    assert found.outer == at("2026-12-30T10:00+00:00")
    assert found.calendar == "x"


@pytest.mark.parametrize(("day", "hours"), [("2027-03-28", 23), ("2026-10-25", 25)])
def test_day_of_a_clock_change_is_left_out_whole(day: str, hours: int) -> None:
    sunday = date.fromisoformat(day)
    start = datetime.combine(sunday - timedelta(1), datetime.min.time(), LONDON) + timedelta(hours=16)
    found = next(each for each in working(start, 48, CALENDAR).days if each.day == sunday)
    assert found.closes.astimezone(UTC) - found.opens.astimezone(UTC) == timedelta(hours=hours)
    assert found.count is Count.NOT_COUNTED


def test_period_used_up_at_midnight_has_no_day_after_it() -> None:
    found = working(at("2026-06-12T00:00+01:00"), 48, CALENDAR)
    assert [each.day.day for each in found.days] == [12, 13]
