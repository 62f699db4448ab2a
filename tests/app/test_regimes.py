"""Two Acts, one case: what differs is data, and one that is off for issue is still enforced."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app import court, kinds
from app.case import fold
from app.clocks.deadlines import custody, hearing_deadline, notification_end, order_end, order_in_force
from app.clocks.running import running_clocks
from app.court_calendar import bundled
from app.facts.breach import breach_procedure_offered, breached_kind
from app.held import Held
from app.regimes import enforced, read_regimes, regime_of, regimes
from tests.app.shift import Shift

CALENDAR = bundled()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if moment else ""


MADE = at("2026-12-11T11:00+00:00")


@pytest.fixture
def shift() -> Shift:
    return Shift("2026-12-11T12:00+00:00")


def with_order(shift: Shift, days: int | None, kind: str) -> object:
    return court.record_order(shift.officer(), shift.case, court.OrderMade(MADE, days, kind=kind))


def arrested(shift: Shift, kind: str, when: str) -> None:
    court.report_breach(shift.officer(), shift.case, {"kind": kind, "arrested_at": when})


def test_newer_regime_is_off_for_issue_and_on_for_enforcing() -> None:
    newer = regime_of("DAPO")
    assert (newer.issue, newer.enforce) == (False, True)
    assert enforced() == ("DVPN", "DVPO", "DAPN", "DAPO")
    assert regime_of("DVPN").issue


def test_who_authorises_is_data() -> None:
    assert (regime_of("DVPN").authoriser, regime_of("DAPN").authoriser) == ("superintendent", "inspector")


def test_what_an_entry_does_not_say_is_the_notice_in_general_use() -> None:
    assert regime_of("") is regimes()[0]
    assert regimes()[0].notice == "DVPN"


@pytest.mark.parametrize("days", [13, 29, 0, None])
def test_dvpo_of_another_length_is_held(shift: Shift, days: int | None) -> None:
    assert with_order(shift, days, "DVPO") == Held(("order_days",))


@pytest.mark.parametrize("days", [1, 90, None])
def test_dapo_may_have_any_length_or_none(shift: Shift, days: int | None) -> None:
    assert not isinstance(with_order(shift, days, "DAPO"), Held)
    assert shift.case.order_kind == "DAPO"


def test_dapo_without_an_end_runs_until_further_order(shift: Shift) -> None:
    with_order(shift, None, "DAPO")
    far = at("2031-01-01T00:00+00:00")
    assert order_end(shift.case) is None
    assert order_in_force(shift.case, far)
    assert breach_procedure_offered(shift.case, far, CALENDAR)
    assert not order_in_force(shift.case, at("2026-12-11T10:59+00:00"))


def test_name_and_address_are_told_within_three_days_that_begin_with_the_order(shift: Shift) -> None:
    """Fri 11 Dec 2026: until the end of Sun 13, which counts like any other day."""
    with_order(shift, None, "DAPO")
    assert utc(notification_end(shift.case)) == "2026-12-14T00:00Z"
    names = [clock.id for clock in running_clocks(shift.case, shift.clock.now(), CALENDAR)]
    assert "notification" in names


def test_notification_has_no_clock_once_it_was_checked_nor_for_a_dvpo(shift: Shift) -> None:
    with_order(shift, 28, "DVPO")
    assert notification_end(shift.case) is None


def test_breach_of_a_dapo_is_an_offence_and_starts_no_clock_of_these_acts(shift: Shift) -> None:
    with_order(shift, None, "DAPO")
    arrested(shift, "DAPO", "2026-12-12T20:00+00:00")
    assert custody(shift.case, shift.case.breaches[0], CALENDAR) is None
    names = [each.id for each in running_clocks(shift.case, shift.clock.now(), CALENDAR)]
    assert not any(name.startswith("custody") for name in names)


def test_breach_of_a_dapn_is_before_the_court_within_24_hours_or_at_the_hearing(shift: Shift) -> None:
    court.serve_notice(shift.officer(), shift.case, at("2026-12-11T12:00+00:00"), {"kind": "DAPN"})
    assert breached_kind(shift.case) == "DAPN"
    limit = hearing_deadline(shift.case, CALENDAR)
    assert limit is not None
    assert utc(limit.safe) == "2026-12-14T12:00Z"
    arrested(shift, "DAPN", "2026-12-11T20:00+00:00")
    held = custody(shift.case, shift.case.breaches[0], CALENDAR)
    assert held is not None
    assert (utc(held.safe), held.basis) == ("2026-12-12T20:00Z", "24h")
    court.list_hearing(shift.officer(), shift.case, court.Listing("Exampleton", at("2026-12-12T10:00+00:00")))
    held = custody(shift.case, shift.case.breaches[0], CALENDAR)
    assert held is not None
    assert (utc(held.safe), held.basis) == ("2026-12-12T10:00Z", "hearing")


def test_regime_that_is_no_regime_is_refused() -> None:
    with pytest.raises(ValueError, match="moonday"):
        read_regimes('[[regime]]\nnotice = "X"\norder = "Y"\ndisregarded = ["moonday"]\norder_days = []\n')


def test_kind_of_notice_and_order_survives_the_fold_in_any_order(shift: Shift) -> None:
    with_order(shift, None, "DAPO")
    entries = list(shift.case.entries)
    assert any(each.kind == kinds.ORDER_MADE for each in entries)
    assert fold(list(reversed(entries))).order_kind == "DAPO"
