"""Days and times as officers type them, and the two nights on which the clocks change."""

from __future__ import annotations

from datetime import date

import pytest

from views.drafts import loose_form
from views.parts.when import Faulty, read_day, read_moment, read_time


def typed(**parts: str):
    form = loose_form()
    for part, value in parts.items():
        form.put(f"at.{part}", value)
    return form


def moment(day: str, month: str, year: str, time: str, zone: str = ""):
    return read_moment(typed(day=day, month=month, year=year, time=time, zone=zone), "at")


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("22:06", "22:06"), ("2206", "22:06"), ("22.06", "22:06"), ("22h06", "22:06"), ("22 06", "22:06"),
        ("9:5", "09:05"), ("905", "09:05"), ("0905", "09:05"), ("9", "09:00"), (" 7:30 ", "07:30"),
        ("0000", "00:00"),
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_typed(words: str, clock: str) -> None:
    read = read_time(words)
    assert read is not None
    assert f"{read:%H:%M}" == clock


@pytest.mark.parametrize("words", ["24:00", "2460", "9:60", "noon", "22:06:01", "12345", "-1", ""])
def test_what_is_no_time_is_not_guessed(words: str) -> None:
    assert read_time(words) is None


@pytest.mark.parametrize("month", ["3", "03", "mar", "March", "MAR"])
def test_a_month_is_a_number_or_its_name(month: str) -> None:
    assert read_day(typed(day="14", month=month, year="1990"), "at") == date(1990, 3, 14)


def test_nothing_typed_is_no_day_and_no_moment() -> None:
    assert read_day(typed(), "at") is None
    assert read_moment(typed(), "at") is None


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"day": "31", "month": "2", "year": "1990"}, Faulty.DAY),
        ({"day": "29", "month": "2", "year": "2027"}, Faulty.DAY),
        ({"day": "1", "month": "13", "year": "1990"}, Faulty.DAY),
        ({"day": "one", "month": "1", "year": "1990"}, Faulty.DAY),
        ({"day": "14", "month": "3"}, Faulty.PART),
        ({"day": "14", "month": "3", "year": "90"}, Faulty.YEAR),
    ],
)
def test_a_day_in_doubt_is_asked_again(parts: dict[str, str], fault: Faulty) -> None:
    assert read_day(typed(**parts), "at") is fault


def test_a_leap_day_is_a_day() -> None:
    assert read_day(typed(day="29", month="2", year="2028"), "at") == date(2028, 2, 29)


def test_a_moment_needs_its_day_and_its_time() -> None:
    assert read_moment(typed(time="22:06"), "at") is Faulty.NO_DAY
    assert read_moment(typed(day="24", month="11", year="2026"), "at") is Faulty.NO_TIME
    assert moment("24", "11", "2026", "soon") is Faulty.TIME


def test_a_moment_keeps_the_offset_that_holds_then() -> None:
    assert str(moment("24", "11", "2026", "22:06")) == "2026-11-24 22:06:00+00:00"
    assert str(moment("24", "7", "2026", "2206")) == "2026-07-24 22:06:00+01:00"


def test_the_hour_that_spring_leaves_out_is_asked_again() -> None:
    assert moment("29", "3", "2026", "01:30") is Faulty.NEVER
    assert str(moment("29", "3", "2026", "00:59")) == "2026-03-29 00:59:00+00:00"
    assert str(moment("29", "3", "2026", "02:00")) == "2026-03-29 02:00:00+01:00"


def test_the_hour_that_autumn_brings_twice_waits_for_the_officer_to_say_which() -> None:
    assert moment("25", "10", "2026", "01:30") is Faulty.TWICE
    assert str(moment("25", "10", "2026", "01:30", "bst")) == "2026-10-25 01:30:00+01:00"
    assert str(moment("25", "10", "2026", "01:30", "gmt")) == "2026-10-25 01:30:00+00:00"
    assert str(moment("25", "10", "2026", "1.30 GMT")) == "2026-10-25 01:30:00+00:00"
    assert str(moment("25", "10", "2026", "0130bst")) == "2026-10-25 01:30:00+01:00"


def test_a_zone_that_was_chosen_for_that_hour_moves_no_other_time() -> None:
    assert str(moment("24", "11", "2026", "22:06", "bst")) == "2026-11-24 22:06:00+00:00"
