"""How a clock was worked out, what ended it, and the words of hours, stretches and zones."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.amendment import Correction, amend
from app.clocks.explained import Explained, explained, task_days
from app.clocks.running import running_clocks
from app.clocks.updates import code_updates, told_for
from app.clocks.words import hours_words, span_words, stretch_words, zone_matters
from app.closure import close_case
from app.court import OrderMade, Result, record_court_result, record_order, report_breach, serve_notice
from app.court_calendar import bundled
from tests.app.shift import Shift, at

CALENDAR = bundled()
EVE = "2026-12-24T10:00+00:00"


def served(when: str = EVE) -> Shift:
    shift = Shift(when)
    serve_notice(shift.officer(), shift.case, shift.clock.time)
    return shift


def told(shift: Shift, clock: str) -> Explained:
    found = explained(shift.case, clock, shift.clock.time, CALENDAR)
    assert found is not None
    return found


def test_clock_that_has_not_started_is_not_explained() -> None:
    shift = Shift(EVE)
    for clock in ("hearing", "order-end", "custody/unknown", "safety-check", "support-referral"):
        assert explained(shift.case, clock, shift.clock.time, CALENDAR) is None


def test_hearing_adds_up_to_48_hours_in_both_answers() -> None:
    found = told(served(), "hearing")
    ((_, run),) = found.workings
    assert sum((day.safe for day in run.days), timedelta()) == timedelta(hours=48)
    assert sum((day.outer for day in run.days), timedelta()) == timedelta(hours=48)
    assert (found.safe, found.outer) == (at("2026-12-29T10:00+00:00"), at("2026-12-30T10:00+00:00"))
    assert (found.sitting, found.ended) == (None, None)


def test_every_start_that_was_put_right_keeps_its_deadline() -> None:
    shift = served("2026-11-23T15:05+00:00")
    entry = shift.case.entries[-1].id
    for time, right in (("16:00", "14:40"), ("17:00", "14:50")):
        shift.time(f"2026-11-23T{time}+00:00")
        change = Correction(entry, {"served_at": f"2026-11-23T{right}:00+00:00"}, "By video")
        amend(shift.officer(), shift.case, change)
    found = told(shift, "hearing")
    assert found.started.at == at("2026-11-23T14:50+00:00")
    assert [f"{each.at:%H:%M}" for each in found.earlier] == ["15:05", "14:40"]
    deadlines = [each.answers.safe for each in found.earlier if each.answers]
    assert deadlines == [at("2026-11-25T15:05+00:00"), at("2026-11-25T14:40+00:00")]
    assert {each.why for each in found.earlier} == {"By video"}


def test_correction_of_something_else_is_no_earlier_start() -> None:
    shift = served("2026-11-23T15:05+00:00")
    change = Correction(shift.case.entries[-1].id, {"place": "Northvale"}, "Missing")
    amend(shift.officer(), shift.case, change)
    assert told(shift, "hearing").earlier == ()


@pytest.mark.parametrize(
    ("result", "how"),
    [
        (Result("Withdrawn", "application", "withdrawn"), "result"),
        (Result("Refused", "application", "order_refused"), "result"),
        (Result("Not reached", "application", "not_reached"), None),
        (Result("Fined", "breach"), None),
    ],
)
def test_result_of_the_application_ends_the_hearing_clock(result: Result, how: str | None) -> None:
    shift = served("2026-11-23T15:05+00:00").time("2026-11-24T10:30+00:00")
    record_court_result(shift.officer(), shift.case, result)
    ended = told(shift, "hearing").ended
    assert (ended.how if ended else None) == how
    assert ended is None or ended.at == at("2026-11-24T10:30+00:00")


def test_missed_hearing_is_not_over_until_somebody_closes_the_case() -> None:
    shift = served("2026-11-23T15:05+00:00").time("2026-12-20T10:00+00:00")
    assert told(shift, "hearing").ended is None
    close_case(shift.sergeant(), shift.case, "order not sought, other powers in place")
    ended = told(shift, "hearing").ended
    assert ended is not None
    assert (ended.how, ended.at) == ("closed", at("2026-12-20T10:00+00:00"))


def test_custody_ends_before_the_court_and_names_its_rule() -> None:
    shift = served("2026-11-23T15:05+00:00")
    body = {"kind": "DVPN", "arrested_at": "2026-11-23T18:00:00+00:00"}
    entry = report_breach(shift.officer(), shift.case, body)
    found = told(shift, f"custody/{entry.id}")
    assert (found.basis, found.hearing_at, found.ended) == ("24h", None, None)
    shift.time("2026-11-24T10:00+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 28))
    ended = told(shift, f"custody/{entry.id}").ended
    assert ended is not None
    assert (ended.how, ended.at) == ("produced", at("2026-11-24T10:00+00:00"))


def test_order_is_made_plus_days_less_one_and_over_at_its_midnight() -> None:
    shift = Shift("2026-06-11T11:00+01:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 28))
    found = told(shift, "order-end")
    assert found.order is not None
    assert (found.order.last_day, found.safe) == (date(2026, 7, 8), at("2026-07-09T00:00+01:00"))
    assert found.ended is None
    assert told(shift.time("2026-07-09T00:00+01:00"), "order-end").ended is not None


def test_working_days_are_numbered_and_the_others_say_why() -> None:
    days = task_days(date(2026, 12, 24), date(2026, 12, 29), CALENDAR)
    assert [(each.day.day, each.number) for each in days] == [(25, 0), (26, 0), (27, 0), (28, 0), (29, 1)]
    assert [each.why for each in days][:3] == ["Christmas Day", "Saturday", "Sunday"]


# One event, one clock


def release(shift: Shift, when: str) -> None:
    shift.time(when).answer("rel-conditions")


def releases(shift: Shift) -> list[datetime]:
    return [each.since for each in code_updates(shift.case, CALENDAR) if each.because == "release"]


def test_release_that_is_written_down_twice_has_one_clock() -> None:
    shift = Shift(EVE)
    release(shift, "2026-12-24T11:00+00:00")
    release(shift, "2026-12-24T15:00+00:00")
    result = Result("Released on conditions", "breach", trigger="tr-custody-release")
    record_court_result(shift.officer(), shift.case, result)
    assert releases(shift) == [at("2026-12-24T11:00+00:00")]
    running = running_clocks(shift.case, shift.clock.time, CALENDAR)
    assert [each.id.partition("/")[0] for each in running].count("update") == 1


def test_release_after_another_arrest_or_on_another_day_is_news() -> None:
    shift = Shift(EVE)
    release(shift, "2026-12-24T11:00+00:00")
    shift.time("2026-12-24T12:00+00:00").answer("arr-grounds")
    release(shift, "2026-12-24T20:00+00:00")
    release(shift, "2026-12-25T20:01+00:00")
    assert len(releases(shift)) == 3


def test_release_counts_from_when_it_happened_not_from_when_it_was_written() -> None:
    shift = Shift(EVE)
    shift.answer("rel-conditions", at="2026-12-23T22:00:00+00:00")
    assert releases(shift) == [at("2026-12-23T22:00+00:00")]
    update = code_updates(shift.case, CALENDAR)[0]
    assert told_for(shift.case, f"update/{update.entry}", CALENDAR) == update
    assert told_for(shift.case, "support-referral", CALENDAR) is None


# Words


def test_hours_and_spans_in_words() -> None:
    told = [hours_words(timedelta(minutes=each)) for each in (0, 30, 840, 535)]
    assert told == ["0 h", "30 min", "14 h", "8 h 55 min"]
    spans = [span_words(timedelta(seconds=each)) for each in (61, -419, 7500)]
    assert spans == ["1 min", "6 min", "2 h 5 min"]


def test_stretch_to_the_end_of_the_day_says_24() -> None:
    assert stretch_words(at("2026-06-16T10:00+01:00"), at("2026-06-17T00:00+01:00")) == "10:00 to 24:00"
    assert stretch_words(at("2026-10-25T00:00+01:00"), at("2026-10-25T16:00+00:00")) == "00:00 to 16:00"


@pytest.mark.parametrize(
    ("now", "until", "matters"),
    [
        ("2026-06-09T10:00+01:00", "2026-06-11T10:00+01:00", False),
        ("2027-03-25T16:00+00:00", "2027-03-30T16:00+01:00", True),
        ("2026-10-20T11:00+01:00", "2026-11-17T00:00+00:00", True),
        ("2026-10-19T11:00+01:00", "2026-10-21T11:00+01:00", True),
        ("2026-10-17T11:00+01:00", "2026-10-19T11:00+01:00", False),
        ("2026-10-30T11:00+00:00", "2026-11-02T11:00+00:00", True),
        ("2026-11-02T11:00+00:00", "2026-11-04T11:00+00:00", False),
    ],
)
def test_zone_matters_where_the_clocks_change_before_the_end_or_within_a_week(
    now: str, until: str, matters: bool
) -> None:
    assert zone_matters(at(now), at(until)) is matters
