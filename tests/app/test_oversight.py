"""What each incident adds to the counts, and that no small number can be worked out of what is shown."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.court_calendar import bundled
from app.oversight.counting import COUNTS, Counted, counted
from app.oversight.hiding import FEW, HELD, Cell, hide, total_cell
from app.oversight.tables import EARLIER, months_until, tables
from tests.app.shift import Shift, at

CALENDAR = bundled()


def counts(shift: Shift, count: str, now: str = "2027-03-01T12:00+00:00") -> list[tuple[str, str]]:
    """Measure and month of what the incident adds to one count."""
    told = counted(shift.case, "Exampleton", at(now), CALENDAR)
    return [(each.measure, each.month) for each in told if each.count == count]


def test_incident_with_an_arrest_counts_as_one_and_as_nothing_else():
    shift = Shift()
    shift.answer("arr-grounds", "done", arrested_at="2027-01-11T21:10+00:00")
    shift.answer("alt-refuge")
    assert counts(shift, "so-positive-action") == [("arrest", "2027-01")]


def test_other_action_both_sides_and_the_reason_for_no_arrest_are_counted():
    shift = Shift()
    shift.write("answered", item="alt-refuge", answer="done")
    shift.write("answered", item="pa-both-sides", answer="done")
    shift.write("answered", item="arr-not-why", answer="no grounds", reason="He had left")
    assert [measure for measure, _ in counts(shift, "so-positive-action")] == [
        "alternative", "both-sides", "reason",
    ]  # fmt: skip


def test_incident_of_which_nothing_is_known_is_neither():
    assert counts(Shift(), "so-positive-action") == [("neither", "2027-01")]


def test_case_is_without_owner_until_somebody_accepts_and_the_hour_stays_counted():
    shift = Shift()
    assert [measure for measure, _ in counts(shift, "so-owner-gap")] == [
        "no-owner", "no-informant", "hour-without",
    ]  # fmt: skip
    assert [measure for measure, _ in counts(shift, "so-owner-gap", "2027-01-11T22:00+00:00")] == [
        "no-owner", "no-informant",
    ]  # fmt: skip
    shift.time("2027-01-11T23:30+00:00")
    shift.write("answered", item="risk-owner", answer="done", details={"owner": "4471"})
    shift.write("answered", item="own-informs", answer="done", details={"owner": "4471"})
    assert counts(shift, "so-owner-gap") == [("hour-without", "2027-01")]


def served(started: str = "") -> Shift:
    """A notice served on a Monday at 21:05, its hearing due by Wednesday 21:05."""
    shift = Shift()
    shift.write("notice_served", served_at="2027-01-11T21:05+00:00", place="here", served_by="4471")
    if started:
        shift.write("hearing_listed", court="Exampleton", at=started)
        shift.write("hearing_adjourned", started_at=started, to="2027-01-20T10:00+00:00", why="Time")
    return shift


@pytest.mark.parametrize(
    ("shift", "found"),
    [
        (lambda: served("2027-01-13T10:00+00:00"), ["hearing-met"]),
        (lambda: served("2027-01-14T10:00+00:00"), ["hearing-missed"]),
        (served, ["hearing-missed"]),
        (Shift, []),
    ],
    ids=["begun in time", "begun too late", "not begun", "not served"],
)
def test_hearing_is_met_or_missed_by_its_own_deadline(shift, found):
    assert [measure for measure, _ in counts(shift(), "so-compliance")] == found


def breach(shift: Shift, of: str, **body: object) -> None:
    shift.officer().write(shift.id, "breach_reported", {"kind": of, **body})


def test_clock_that_still_runs_is_neither_met_nor_missed():
    assert counts(served(), "so-compliance", "2027-01-13T21:04+00:00") == []
    assert counts(served(), "so-compliance", "2027-01-13T21:05+00:00") == [("hearing-missed", "2027-01")]


def test_arrest_for_breach_is_met_by_a_court_and_missed_without():
    shift = served("2027-01-12T10:00+00:00")
    breach(shift, "DVPN", arrested_at="2027-01-12T12:00+00:00", term="x")
    assert ("custody-missed", "2027-01") in counts(shift, "so-compliance")
    shift.write("court_result", result="fined", at="2027-01-13T11:00+00:00", about="breach")
    assert ("custody-met", "2027-01") in counts(shift, "so-compliance")


def test_visits_are_counted_by_the_day_on_which_they_were_due():
    shift = Shift()
    shift.write("order_made", made_at="2027-01-29T10:00+00:00", days=14, court="Exampleton")
    shift.write("visits_planned", grade="standard", order_made="2027-01-29T10:00+00:00", days=14)
    due = [visit.due.isoformat()[:7] for visit in shift.case.visits]
    assert counts(shift, "so-compliance") == [("visit-missed", month) for month in due] != []
    assert counts(shift, "so-compliance", "2027-01-29T12:00+00:00") == []


def test_each_step_of_a_notice_counts_once_at_its_first_time():
    shift = served("2027-02-01T10:00+00:00")
    shift.write("referral_sent", to="2210", items={})
    for day in ("2027-02-02", "2027-02-03"):
        shift.write("order_made", made_at=f"{day}T10:00+00:00", days=28, court="Exampleton")
        breach(shift, "DVPO", at=f"{day}T12:00+00:00", term="x")
    found = counts(shift, "so-outcomes")
    assert sorted(measure for measure, _ in found) == [
        "breached", "considered", "heard", "made", "referred", "served",
    ]  # fmt: skip


def test_decision_of_the_station_counts_and_a_phones_does_not():
    shift = Shift()
    shift.write("referral_sent", to="2210", items={})
    said = {"reason": "Stated", "rank": "Superintendent", "mode": "written", "terms": []}
    shift.write("referral_authorised", shift.officer("0087", "Superintendent"), **said)
    assert "authorised" not in dict(counts(shift, "so-outcomes"))
    shift.write("referral_authorised", shift.superintendent(), **said)
    assert "authorised" in dict(counts(shift, "so-outcomes"))


def test_breaches_and_support_are_counted_by_what_was_done():
    shift = Shift()
    breach(shift, "DVPN", arrested_at="2027-01-12T12:00+00:00", term="x")
    breach(shift, "DVPN", at="2027-01-13T12:00+00:00", no_arrest_why="Gone", term="x")
    shift.write("answered", item="alt-specialist", answer="done")
    assert sorted(measure for measure, _ in counts(shift, "so-victim-safety")) == [
        "breach-arrest", "breach-no-arrest", "support",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "measure"),
    [("2027-01-12T20:00+00:00", "told"), ("2027-01-13T00:00+00:00", "told-late"), ("", "not-told")],
)
def test_news_to_the_victim_is_in_time_late_or_not_at_all(told, measure):
    shift = Shift()
    shift.answer("arr-grounds", "done", arrested_at="2027-01-11T21:10+00:00")
    if told:
        shift.time(told).answer("me-tell-victim")
    assert counts(shift, "so-informed") == [(measure, "2027-01")]


def test_every_measure_that_is_counted_has_its_place():
    shift = served("2027-01-13T10:00+00:00")
    told = counted(shift.case, "Exampleton", at("2027-03-01T12:00+00:00"), CALENDAR)
    assert told
    assert [each for each in told if each.measure not in COUNTS[each.count]] == []


def test_small_numbers_are_words_and_zero_and_five_are_numbers():
    assert [total_cell(number) for number in (0, 1, 4, 5)] == [Cell(0), FEW, FEW, Cell(5)]


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"a": 0, "b": 0}, {"a": Cell(0), "b": Cell(0)}),
        ({"a": 6, "b": 0}, {"a": Cell(6), "b": Cell(0)}),
        ({"a": 3, "b": 0}, {"a": FEW, "b": FEW}),
        ({"a": 9, "b": 3}, {"a": HELD, "b": HELD}),
        ({"a": 9, "b": 3, "c": 7}, {"a": Cell(9), "b": FEW, "c": HELD}),
        ({"a": 9, "b": 3, "c": 2}, {"a": Cell(9), "b": FEW, "c": FEW}),
        ({"a": 3, "b": 3}, {"a": HELD, "b": HELD}),
    ],
)
def test_what_would_give_a_small_number_away_is_kept_back_with_it(parts, shown):
    assert hide(parts) == shown


def possible(parts: dict[str, int]) -> dict[str, set[int]]:
    """What a reader who knows total, numbers shown and the meaning of the words can still think of each."""
    shown, total = hide(parts), sum(parts.values())
    whole = HELD in shown.values() and all(cell.value is None for cell in shown.values())
    totals = range(1, 5) if total_cell(total) == FEW else [total]
    ranges = []
    for name in parts:
        cell = shown[name]
        held = range(total + 1) if whole else range(5, total + 1)
        ranges.append([cell.value] if cell.value is not None else range(5) if cell == FEW else held)
    thought: dict[str, set[int]] = {name: set() for name in parts}
    for guess in product(*ranges):
        if sum(guess) in totals:
            for name, number in zip(parts, guess, strict=True):
                thought[name].add(number)
    return thought


@pytest.mark.parametrize("size", [1, 2, 3])
def test_no_hidden_number_can_be_worked_out_in_any_small_table(size):
    for numbers in product(range(10), repeat=size):
        parts = dict(zip("abcd", numbers, strict=False))
        shown = hide(parts)
        for name, thought in possible(parts).items():
            assert parts[name] in thought
            assert (len(thought) > 1) == (shown[name].value is None), (parts, name)
            assert shown[name].value not in (1, 2, 3, 4)


@settings(deadline=None)
@given(some.lists(some.integers(0, 12), min_size=4, max_size=5))
def test_no_hidden_number_can_be_worked_out_in_larger_tables(numbers):
    parts = dict(zip("abcdef", numbers, strict=False))
    shown = hide(parts)
    for name, thought in possible(parts).items():
        assert (len(thought) > 1) == (shown[name].value is None)


def row(case: int, area: str = "Exampleton", month: str = "2027-03") -> Counted:
    return Counted("so-outcomes", "referred", f"c-{case}", area, month)


def test_table_counts_by_area_and_by_month_and_old_ones_together():
    now = at("2027-03-15T12:00+00:00")
    told = [row(n) for n in range(7)] + [row(n, month="2025-01") for n in range(6)]
    told += [row(n, "Samplebridge", "2026-04") for n in range(5)]
    table = next(
        each for each in tables(told, ["Exampleton", "Samplebridge"], now) if each.count == "so-outcomes"
    )
    assert table.totals["referred"] == Cell(18)
    assert [table.by_area[area]["referred"] for area in table.by_area] == [Cell(13), Cell(5)]
    months = {month: cells["referred"].value for month, cells in table.by_month.items()}
    assert {month: number for month, number in months.items() if number} == {
        "2027-03": 7, "2026-04": 5, EARLIER: 6,
    }  # fmt: skip
    assert table.totals["served"] == Cell(0)


def test_months_are_twelve_and_a_date_to_come_is_of_this_one():
    now = at("2027-01-15T12:00+00:00")
    assert months_until(now)[0] == "2027-01"
    assert months_until(now)[-1] == "2026-02"
    told = [row(n, month="2027-02") for n in range(5)]
    table = next(each for each in tables(told, ["Exampleton"], now) if each.count == "so-outcomes")
    assert table.by_month["2027-01"]["referred"] == Cell(5)
