"""Every clock of a case at a moment: what it says, when it starts and what ends it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.clocks.face import RunningClock
from app.clocks.running import running_clocks, soonest
from app.clocks.updates import code_update_by, code_updates, support_referral_by, support_settled
from app.clocks.words import deadline_words, left_words, moment_words, zone_word
from app.closure import close_case
from app.consent import Said, record_consent
from app.court import Adjournment, OrderMade, adjourn, record_order, report_breach, serve_notice
from app.court_calendar import bundled
from app.referral import send_referral
from app.visits.visiting import Step, record_no_answer, record_visit
from tests.app.shift import Shift, at

CALENDAR = bundled()
WAITING_FOR_NOBODY = "2027-06-01T09:00+01:00"


def clock(shift: Shift, name: str, now: str) -> RunningClock | None:
    running = running_clocks(shift.case, at(now), CALENDAR)
    return next((each for each in running if each.id.split("/")[0] == name), None)


def served() -> Shift:
    """Served Sat 13 Jun 2026 22:15: 1 h 45 on Saturday, Sunday left out, safe Tue 16 Jun 22:15."""
    shift = Shift("2026-06-13T21:00+01:00")
    send_referral(shift.officer(), shift.case, "2230", ())
    shift.time("2026-06-13T22:15+01:00")
    serve_notice(shift.officer(), shift.case, shift.clock.time)
    return shift


def test_before_service_the_hearing_clock_says_not_started() -> None:
    shift = Shift("2026-06-13T21:00+01:00")
    assert clock(shift, "hearing", "2026-06-13T21:01+01:00") is None
    send_referral(shift.officer(), shift.case, "2230", ())
    found = clock(shift, "hearing", "2026-06-13T21:01+01:00")
    assert found is not None
    assert (found.state, found.safe) == ("not-started", None)


@pytest.mark.parametrize(
    ("now", "state", "hours"),
    [
        ("2026-06-12T22:15+01:00", "running", 48),
        ("2026-06-13T22:15+01:00", "running", 48),
        ("2026-06-14T12:00+01:00", "running", 46.25),
        ("2026-06-15T12:00+01:00", "running", 34.25),
        ("2026-06-16T16:15+01:00", "running", 6),
        ("2026-06-16T16:16+01:00", "soon", 6 - 1 / 60),
        ("2026-06-16T22:15+01:00", "passed", 0),
        ("2026-06-20T10:00+01:00", "passed", 0),
    ],
)
def test_the_hearing_clock_counts_only_hours_that_count(now: str, state: str, hours: float) -> None:
    found = clock(served(), "hearing", now)
    assert found is not None
    assert (found.state, found.seconds_left) == (state, round(hours * 3600))
    assert found.share == pytest.approx(1 - hours / 48)
    assert found.uncounted == ((date(2026, 6, 14), "Sunday"),)
    assert (found.preposition, found.calendar) == ("by", CALENDAR.version)


def test_a_hearing_that_began_ends_its_clock() -> None:
    shift = served().time("2026-06-15T10:00+01:00")
    adjourn(shift.officer(), shift.case, Adjournment(shift.clock.time, None, "contested"))
    assert clock(shift, "hearing", "2026-06-20T10:00+01:00") is None


def test_the_custody_clock_says_before_and_the_soonest_stands_first() -> None:
    shift = served()
    report_breach(shift.officer(), shift.case, {"kind": "DVPN", "arrested_at": "2026-06-14T20:31+01:00"})
    running = running_clocks(shift.case, at("2026-06-14T21:00+01:00"), CALENDAR)
    custody = next(each for each in running if each.id.startswith("custody/"))
    assert custody.preposition == "before"
    assert custody.safe is not None
    assert deadline_words(custody.safe) == "end of Mon 15 Jun (24:00)"
    ends = [each.safe for each in running if each.safe]
    assert ends == sorted(ends)


def test_the_safety_check_runs_until_she_was_seen() -> None:
    shift = Shift("2027-01-16T00:06+00:00")
    shift.answer("alt-followup", at="2027-01-16T08:00+00:00", who="5133")
    found = clock(shift, "safety-check", "2027-01-16T03:00+00:00")
    assert found is not None
    assert (found.state, found.seconds_left, found.uncounted) == ("soon", 5 * 3600, ())
    seen = {"for": "extra", "type": "visit", "seen": True, "alone": True}
    record_visit(shift.officer(), shift.time("2027-01-16T08:10+00:00").case, seen)
    assert clock(shift, "safety-check", WAITING_FOR_NOBODY) is None


@pytest.mark.parametrize("details", [{}, {"at": "later"}, {"at": "2027-01-16T08:00"}])
def test_a_safety_check_without_a_time_starts_no_clock(details: dict[str, str]) -> None:
    shift = Shift("2027-01-16T00:06+00:00")
    shift.answer("alt-followup", **details)
    assert clock(shift, "safety-check", "2027-01-16T03:00+00:00") is None


def test_supervisor_and_second_try_run_until_done() -> None:
    shift = Shift("2027-03-14T18:20+00:00")
    record_no_answer(shift.officer(), shift.case, Step("na-1", "2027-03-14", {}))
    assert clock(shift, "supervisor", "2027-03-14T18:30+00:00") is not None
    assert clock(shift, "repeat", "2027-03-14T18:30+00:00") is not None
    shift.clock.advance(minutes=30)
    for item in ("na-4", "na-5"):
        record_no_answer(shift.officer(), shift.case, Step(item, "2027-03-14", {}))
    assert clock(shift, "supervisor", "2027-03-14T19:30+00:00") is None
    assert clock(shift, "repeat", "2027-03-14T19:30+00:00") is None


def test_support_is_due_two_working_days_after_the_report() -> None:
    shift = Shift("2026-06-12T10:00+01:00")
    assert support_referral_by(shift.case, CALENDAR) == date(2026, 6, 16)
    found = clock(shift, "support-referral", "2026-06-12T11:00+01:00")
    assert found is not None
    assert found.safe is not None
    assert deadline_words(found.safe) == "end of Tue 16 Jun (24:00)"
    assert [day for day, _ in found.uncounted] == [date(2026, 6, 13), date(2026, 6, 14)]


@pytest.mark.parametrize(("state", "settled"), [("given", False), ("later", False), ("declined", True)])
def test_consent_to_support_is_not_yet_a_referral(state: str, settled: bool) -> None:
    shift = Shift()
    record_consent(shift.officer(), shift.case, Said("cn-support", state))
    assert support_settled(shift.case) is settled
    shift.answer("alt-specialist")
    assert support_settled(shift.case)
    assert clock(shift, "support-referral", WAITING_FOR_NOBODY) is None


def test_an_arrest_starts_one_working_day_to_tell_her() -> None:
    shift = Shift("2026-12-23T22:48+00:00")
    shift.answer("arr-grounds", arrested_at="2026-12-23T22:40+00:00")
    assert code_update_by(shift.case, CALENDAR) == date(2026, 12, 24)
    found = clock(shift, "update", "2026-12-24T09:00+00:00")
    assert found is not None
    assert found.wording == "clock-update-arrest"
    shift.time("2026-12-24T10:00+00:00").answer("me-tell-victim")
    assert code_updates(shift.case, CALENDAR)[0].told_at == shift.clock.time
    assert clock(shift, "update", WAITING_FOR_NOBODY) is None


def test_telling_her_before_it_happened_tells_her_nothing() -> None:
    shift = Shift("2026-12-23T20:00+00:00")
    shift.answer("me-tell-victim")
    shift.time("2026-12-23T22:48+00:00").answer("arr-grounds")
    assert clock(shift, "update", "2026-12-24T09:00+00:00") is not None


def test_the_order_clock_runs_to_the_end_of_the_last_day() -> None:
    shift = Shift("2027-03-05T11:30+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 28))
    found = clock(shift, "order-end", "2027-03-20T12:00+00:00")
    assert found is not None
    assert found.safe == at("2027-04-02T00:00+01:00")
    assert clock(shift, "order-end", "2027-04-02T00:00+01:00") is None


def test_a_closed_case_has_no_clocks() -> None:
    shift = served()
    close_case(shift.sergeant(), shift.case, "transferred")
    assert running_clocks(shift.case, at(WAITING_FOR_NOBODY), CALENDAR) == []


def test_the_soonest_are_those_with_little_left() -> None:
    running = running_clocks(served().case, at("2026-06-16T17:00+01:00"), CALENDAR)
    assert [each.id for each in soonest(running, timedelta(hours=6))] == ["hearing"]


@pytest.mark.parametrize(
    ("moment", "now", "words"),
    [
        ("2026-11-24T13:10+00:00", "2026-11-24T09:00+00:00", "13:10 today"),
        ("2026-11-25T13:10+00:00", "2026-11-24T09:00+00:00", "Wed 25 Nov, 13:10"),
        ("2026-11-25T00:00+00:00", "2026-11-24T09:00+00:00", "end of today (24:00)"),
        ("2026-11-24T00:00+00:00", "2026-11-24T09:00+00:00", "end of Mon 23 Nov (24:00)"),
    ],
)
def test_midnight_is_never_written_as_nought(moment: str, now: str, words: str) -> None:
    assert moment_words(at(moment), at(now)) == words


def test_words_of_a_deadline() -> None:
    assert deadline_words(at("2026-11-24T13:10+00:00")) == "Tue 24 Nov 2026, 13:10"
    assert (zone_word(at("2026-06-16T10:00+00:00")), zone_word(at("2026-12-16T10:00+00:00"))) == (
        "BST",
        "GMT",
    )
    assert (left_words(52140), left_words(59), left_words(-5)) == (
        "14 h 29 min left", "0 min left", "0 min left",
    )  # fmt: skip
