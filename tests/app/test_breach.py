"""Custody after a breach: 24 counted hours, for a notice the hearing if that is earlier."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.clocks.running import running_clocks
from app.court import (
    Adjournment,
    Listing,
    OrderMade,
    Result,
    adjourn,
    list_hearing,
    record_court_result,
    record_order,
    report_breach,
    serve_notice,
)
from app.court_calendar import bundled
from app.facts.breach import (
    breach_procedure_offered,
    check_order_first,
    court_vs_deadline,
    custody_deadline,
)
from tests.app.shift import Shift, at

CALENDAR = bundled()


def utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def breached(listed: str = "2026-06-09T14:00+01:00", **details: object) -> Shift:
    """A12: served Mon 8 Jun 2026 16:00, arrested 20:00."""
    shift = Shift("2026-06-08T15:00+01:00").time("2026-06-08T16:00+01:00")
    serve_notice(shift.officer(), shift.case, shift.clock.time)
    list_hearing(shift.officer(), shift.case, Listing("Mock Magistrates", at(listed)))
    shift.time("2026-06-08T20:05+01:00")
    body = {"kind": "DVPN", "arrested_at": "2026-06-08T20:00+01:00", "term": "tm-no-entry", **details}
    report_breach(shift.officer(), shift.case, body)
    return shift


def custody_clocks(shift: Shift, now: str) -> list[str]:
    running = running_clocks(shift.case, at(now), CALENDAR)
    return [clock.id for clock in running if clock.wording == "clock-custody"]


def test_a_hearing_before_the_24_hours_are_over_governs() -> None:
    found = custody_deadline(breached().case, CALENDAR)
    assert found is not None
    assert (utc(found.safe), utc(found.outer), found.basis) == (
        "2026-06-09T13:00Z", "2026-06-09T13:00Z", "hearing",
    )  # fmt: skip
    assert utc(found.day_clock.safe) == "2026-06-09T19:00Z"


def test_a_hearing_days_away_leaves_24_hours() -> None:
    found = custody_deadline(breached("2026-06-10T14:00+01:00").case, CALENDAR)
    assert found is not None
    assert (utc(found.safe), found.basis) == ("2026-06-09T19:00Z", "24h")


def test_a_listing_that_was_replaced_does_not_govern() -> None:
    shift = breached()
    list_hearing(shift.officer(), shift.case, Listing("Mock Magistrates", at("2026-06-10T14:00+01:00")))
    found = custody_deadline(shift.case, CALENDAR)
    assert found is not None
    assert found.basis == "24h"


def test_an_earlier_arrest_for_an_offence_runs_too_and_the_earlier_is_shown() -> None:
    shift = breached("2026-06-10T14:00+01:00", offence_arrest_at="2026-06-08T18:30+01:00")
    found = custody_deadline(shift.case, CALENDAR)
    assert found is not None
    assert found.offence_clock is not None
    assert utc(found.safe) == "2026-06-09T17:30Z"
    assert utc(found.day_clock.safe) == "2026-06-09T19:00Z"


def test_a_breach_of_an_order_is_never_tied_to_the_hearing() -> None:
    found = custody_deadline(breached(kind="DVPO").case, CALENDAR)
    assert found is not None
    assert found.basis == "24h"


def test_without_an_arrest_no_clock_runs() -> None:
    shift = breached(arrested_at=None)
    assert custody_deadline(shift.case, CALENDAR) is None
    assert custody_clocks(shift, "2026-06-08T21:00+01:00") == []


def test_the_clock_stays_until_the_person_was_before_the_court() -> None:
    shift = breached()
    assert len(custody_clocks(shift, "2026-06-12T09:00+01:00")) == 1
    shift.time("2026-06-09T14:05+01:00")
    adjourn(shift.officer(), shift.case, Adjournment(shift.clock.time, None, "contested"))
    assert custody_clocks(shift, "2026-06-12T09:00+01:00") == []


def test_an_earlier_court_appearance_does_not_stop_the_clock_of_a_second_breach() -> None:
    shift = breached().time("2026-06-09T14:05+01:00")
    adjourn(shift.officer(), shift.case, Adjournment(shift.clock.time, at("2026-06-16T10:00+01:00"), "x"))
    shift.time("2026-06-11T23:20+01:00")
    report_breach(
        shift.officer(), shift.case, {"kind": "DVPN", "arrested_at": "2026-06-11T23:10+01:00", "term": "x"}
    )
    second = shift.case.breaches[1].entry
    assert custody_clocks(shift, "2026-06-12T09:00+01:00") == [f"custody/{second}"]
    found = custody_deadline(shift.case, CALENDAR)
    assert found is not None
    assert (utc(found.safe), found.basis) == ("2026-06-12T22:10Z", "24h")


def test_after_breach_of_an_order_only_a_result_stops_the_clock() -> None:
    shift = Shift("2027-03-05T11:30+00:00")
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 28))
    shift.time("2027-03-14T20:40+00:00")
    report_breach(shift.officer(), shift.case, {"kind": "DVPO", "arrested_at": "2027-03-14T20:35+00:00"})
    assert len(custody_clocks(shift, "2027-03-15T12:00+00:00")) == 1
    shift.time("2027-03-15T12:10+00:00")
    record_court_result(shift.officer(), shift.case, Result("breach found, fined, released"))
    assert custody_clocks(shift, "2027-03-15T12:30+00:00") == []


@pytest.mark.parametrize(
    ("booked", "against"),
    [
        ("2027-03-15T11:00+00:00", "ok"),
        ("2027-03-16T00:00+00:00", "after_outer"),
        ("2027-03-16T10:00+00:00", "after_outer"),
    ],
)
def test_the_court_booked_is_held_against_the_deadline(booked: str, against: str) -> None:
    shift = Shift("2027-03-14T20:40+00:00")
    report_breach(shift.officer(), shift.case, {"kind": "DVPO", "arrested_at": "2027-03-14T20:35+00:00"})
    shift.answer("br-court-booked", at=booked)
    assert court_vs_deadline(shift.case, CALENDAR) == against


def test_the_breach_procedure_is_offered_while_anything_may_be_in_force() -> None:
    shift = Shift("2027-03-05T11:30+00:00")
    assert not breach_procedure_offered(shift.case, shift.clock.time, CALENDAR)
    record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 14))
    last_day, day_after, later = (at(f"2027-03-{day}T12:00+00:00") for day in (18, 19, 20))
    offered = [breach_procedure_offered(shift.case, when, CALENDAR) for when in (last_day, day_after, later)]
    assert offered == [True, True, False]
    assert not check_order_first(shift.case, at("2027-03-17T12:00+00:00"), CALENDAR)
    assert check_order_first(shift.case, last_day, CALENDAR)
    assert check_order_first(shift.case, day_after, CALENDAR)
