"""Which calendar is the newest, and what a calendar that somebody sends must hold."""

from __future__ import annotations

from datetime import date

import pytest

from app.calendar_versions import MAX_BYTES, Flawed, bundled_text, in_force, newer, newest, read_sent
from app.court_calendar import CourtCalendar, Reading, bundled

ROW = '[[day]]\ndate = 2035-06-04\nstatus = "proclaimed"\nwhy = "a day of thanks"\n'


def table(version: str = "2035.1", rows: str = ROW) -> str:
    return f'version = "{version}"\n{rows}'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026.11", "2026.9"),
        ("2027.1", "2026.11"),
        ("2026.11.1", "2026.11"),
        ("2026.11.10", "2026.11.9"),
        ("2026.11", ""),
        ("2026.11", "newest"),
    ],
)
def test_version_comes_after_another_number_by_number(one, other):
    assert newer(one, other)
    assert not newer(other, one)


@pytest.mark.parametrize(("one", "other"), [("2026.11", "2026.11"), ("2026.11", "2026.11.0"), ("", "x")])
def test_neither_of_two_equal_versions_is_newer(one, other):
    assert not newer(one, other)
    assert not newer(other, one)


@pytest.mark.parametrize(
    "odd", ["", "x", "2027", "v3000.1", "3000.1 ", "3000..1", "3000.-1", "३०००.१", "9" * 99]
)
def test_what_is_no_later_version_never_wins_over_one(odd):
    held = CourtCalendar("2027.1", {})
    assert newest(held, CourtCalendar(odd, {})) is held


def test_newest_of_several_is_taken_and_the_first_of_equals():
    old, new, same = (
        CourtCalendar("2026.11", {}),
        CourtCalendar("2026.12", {}),
        CourtCalendar("2026.12.0", {}),
    )
    assert newest(old, new, same) is new


def test_table_that_is_whole_is_a_calendar():
    read = read_sent(table())
    assert isinstance(read, CourtCalendar)
    assert (read.version, read.why(date(2035, 6, 4), Reading.SAFE)) == ("2035.1", "a day of thanks")


def test_bundled_table_is_one_that_could_be_sent():
    read = read_sent(bundled_text())
    assert isinstance(read, CourtCalendar)
    assert (read.version, read.table) == (bundled().version, bundled().table)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no table at all",
        "version = 2035.1\n" + ROW,
        table(version="later"),
        ROW,
        'version = "2035.1"\n',
        'version = "2035.1"\nday = []\n',
        'version = "2035.1"\nday = 4\n',
        table() + f"# {'x' * MAX_BYTES}",
        "x = " + "[" * 20_000,
    ],
)  # fmt: skip
def test_text_that_is_no_calendar_is_none(text):
    assert read_sent(text) == Flawed()


@pytest.mark.parametrize(
    "row",
    [
        '[[day]]\nstatus = "counted"\nwhy = "?"\n',
        '[[day]]\ndate = "2035-06-05"\nstatus = "counted"\nwhy = "?"\n',
        '[[day]]\ndate = 2035-06-05T10:00:00\nstatus = "counted"\nwhy = "?"\n',
        '[[day]]\ndate = 1066-10-14\nstatus = "counted"\nwhy = "?"\n',
        '[[day]]\ndate = 2035-06-05\nstatus = "perhaps"\nwhy = "?"\n',
        '[[day]]\ndate = 2035-06-05\nstatus = ["counted"]\nwhy = "?"\n',
        '[[day]]\ndate = 2035-06-05\nstatus = "counted"\nwhy = " "\n',
        '[[day]]\ndate = 2035-06-05\nstatus = "counted"\n',
        ROW,
    ],
)
def test_row_that_makes_no_sense_is_named_by_its_number(row):
    assert read_sent(table(rows=ROW + row)) == Flawed(2)


def test_row_that_is_no_table_is_named_by_its_number():
    assert read_sent('version = "2035.1"\nday = ["2035-06-05"]\n') == Flawed(1)


def test_calendar_in_force_is_the_bundled_one_until_a_newer_one_was_sent():
    assert in_force("") is bundled()
    assert in_force(table(version="2020.1")) is bundled()
    assert in_force(table(version="9999.1")).version == "9999.1"


def test_sent_table_that_cannot_be_read_leaves_the_bundled_one_in_force():
    assert in_force(table(version="9999.1", rows="[[day]]\nnew_form = true\n")) is bundled()
