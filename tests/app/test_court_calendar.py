"""Which days count. A holiday in doubt is counted for our duty and left out of the outer answer."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from app.bank_holidays import easter_sunday
from app.court_calendar import DayClass, Reading, Status, bundled, read_calendar
from app.regimes import regime_of
from tests.app.listed import APART, LAST, compared

CALENDAR = bundled()


def disregarded(day: str) -> tuple[bool, bool]:
    """Safe, outer."""
    found = date.fromisoformat(day)
    return CALENDAR.disregarded(found, Reading.SAFE), CALENDAR.disregarded(found, Reading.OUTER)


SURE = """2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-25 2027-12-27
2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26
2022-06-02 2022-06-03 2022-09-19 2022-12-26 2022-12-27 2023-01-02 2023-05-08""".split()  # noqa: SIM905
DOUBTED = ["2026-12-26", "2027-12-28", "2028-01-03"]


@pytest.mark.parametrize("day", SURE)
def test_a_settled_holiday_counts_in_neither_answer(day: str) -> None:
    assert disregarded(day) == (True, True)


@pytest.mark.parametrize("day", DOUBTED)
def test_a_doubtful_day_is_counted_in_the_safe_answer_only(day: str) -> None:
    assert disregarded(day) == (False, True)


def test_between_2026_and_2028_no_other_day_is_in_doubt() -> None:
    days = (date(2026, 1, 1) + timedelta(number) for number in range(3 * 365 + 1))
    found = [f"{day}" for day in days if disregarded(f"{day}") == (False, True)]
    assert found == DOUBTED


@pytest.mark.parametrize(
    "day",
    [
        "2026-04-04",  # Easter Saturday
        "2026-06-15",  # a holiday in Scotland alone
        "2027-01-02",  # Scotland
        "2026-03-17",  # Northern Ireland
        "2028-01-01",  # a Saturday: only its substitute is appointed
        "2033-01-01",
        "2050-01-01",
        "2022-05-30",  # moved to 2 June
    ],
)
def test_an_ordinary_day_counts_in_both_answers(day: str) -> None:
    assert disregarded(day) == (False, False)


def test_every_sunday_is_left_out() -> None:
    assert all(
        CALENDAR.why(date(2026, 1, 4) + timedelta(weeks=week), Reading.SAFE) == "Sunday"
        for week in range(200)
    )


def test_beyond_the_table_statute_is_sure_and_the_package_alone_is_not() -> None:
    assert disregarded("2035-03-26") == (True, True), "Easter Monday"
    assert disregarded("2035-12-26") == (True, True)
    assert disregarded("2035-01-01") == (False, True), "proclaimed each year, not yet for 2035"
    assert disregarded("2035-05-07") == (False, True)
    assert disregarded("2037-12-26") == (False, True), "a Saturday"


def test_the_table_wins_over_statute_and_package() -> None:
    own = read_calendar(
        'version = "x"\n[[day]]\ndate = 2035-01-01\nstatus = "proclaimed"\nwhy = "Gazette"\n'
        '[[day]]\ndate = 2035-05-28\nstatus = "counted"\nwhy = "moved"\n'
    )
    assert own.disregarded(date(2035, 1, 1), Reading.SAFE)
    assert not own.disregarded(date(2035, 5, 28), Reading.OUTER)
    assert own.version == "x"


def test_a_table_with_an_unknown_status_is_refused() -> None:
    with pytest.raises(ValueError, match="perhaps"):
        read_calendar('version = "x"\n[[day]]\ndate = 2035-01-01\nstatus = "perhaps"\nwhy = "?"\n')


@pytest.mark.parametrize("year", range(2020, 2041))
def test_every_day_that_the_package_lists_is_at_least_in_the_outer_answer(year: int) -> None:
    for day in holidays.country_holidays("GB", subdiv="ENG", years=year):
        if (day.month, day.day, day.weekday()) != (1, 1, 5):
            assert CALENDAR.disregarded(day, Reading.OUTER), day


@pytest.mark.parametrize("year", range(2000, 2100))
def test_easter_agrees_with_the_package(year: int) -> None:
    listed = holidays.country_holidays("GB", subdiv="ENG", years=year)
    assert "Easter Monday" in listed[easter_sunday(year) + timedelta(1)]


def test_each_row_says_how_sure_and_why() -> None:
    assert all(row.why and row.status in Status for row in CALENDAR.table.values())
    assert CALENDAR.day_off(date(2026, 12, 26)) == CALENDAR.table[date(2026, 12, 26)]


def test_calendar_and_published_list_agree_but_for_the_named_days() -> None:
    found = compared()
    assert found.apart == APART.keys()
    assert all(CALENDAR.day_off(day) for day in APART), "each is ours, none is invented by us"
    assert (found.days, found.listed) == (5322, 140)


def test_what_is_on_the_list_and_not_yet_proclaimed_is_named() -> None:
    assert compared().unsettled == {date(2027, 12, 28), date(2028, 1, 3)}
    assert LAST.year == 2028


@pytest.mark.parametrize("year", range(2012, 2041))
def test_wales_has_the_days_of_england(year: int) -> None:
    england, wales = (holidays.country_holidays("GB", subdiv=where, years=year) for where in ("ENG", "WLS"))
    assert dict(england) == dict(wales)


@pytest.mark.parametrize("day", ["2026-03-01", "2027-03-01", "2028-03-01"])
def test_st_davids_day_is_an_ordinary_day(day: str) -> None:
    found = CALENDAR.bank_holiday(date.fromisoformat(day))
    assert found is None


def test_a_law_that_leaves_out_no_bank_holidays_counts_them() -> None:
    """As for an arrest under an injunction, Anti-social Behaviour, Crime and Policing Act 2014 s.9(4)."""
    narrow = CALENDAR.under(frozenset({DayClass.SUNDAY, DayClass.CHRISTMAS_DAY, DayClass.GOOD_FRIDAY}))
    assert not narrow.disregarded(date(2026, 5, 25), Reading.OUTER)
    assert narrow.why(date(2026, 12, 25), Reading.SAFE) == "Christmas Day"
    assert CALENDAR.under(frozenset({DayClass.BANK_HOLIDAY})).day_off(date(2026, 6, 14)) is None


@pytest.mark.parametrize("kind", ["DVPN", "DAPN"])
def test_both_regimes_leave_out_the_same_four_classes(kind: str) -> None:
    assert regime_of(kind).disregarded == frozenset(DayClass)
