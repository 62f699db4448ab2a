"""A referral that an officer withdraws before anybody has decided, and what holds that afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app import kinds
from app.court import serve_notice
from app.court_calendar import bundled
from app.entry import Entry
from app.facts.flags import flags
from app.held import Held
from app.referral import call_back_referral, send_referral, withdraw_referral
from tests.app.shift import Shift, at

WHY = "He was charged and remanded"


def sent() -> Shift:
    shift = Shift("2027-02-09T08:20+00:00")
    send_referral(shift.officer(), shift.case, "2230", ())
    shift.clock.advance(minutes=10)
    return shift


def called_back(shift: Shift, why: str = WHY) -> Entry | Held:
    return call_back_referral(shift.officer(), shift.case, why)


@pytest.mark.parametrize(
    "before",
    [
        lambda shift: None,
        lambda shift: shift.write(
            kinds.REFERRAL_ENDORSED, shift.superintendent("2210"), decision="endorsed", step="sergeant"
        ),
        lambda shift: shift.write(kinds.MORE_INFORMATION_WANTED, shift.superintendent("2210"), words="When?"),
    ],
    ids=["sent", "endorsed", "more wanted"],
)
def test_what_nobody_has_decided_is_withdrawn_with_its_reason(before: Callable[[Shift], object]) -> None:
    shift = sent()
    before(shift)
    entry = called_back(shift)
    assert isinstance(entry, Entry)
    assert (entry.kind, entry.body, shift.case.referral.state) == (
        kinds.REFERRAL_WITHDRAWN,
        {"why": WHY},
        "withdrawn",
    )


@pytest.mark.parametrize("kind", [kinds.REFERRAL_AUTHORISED, kinds.REFERRAL_REFUSED])
def test_what_was_decided_is_left_to_a_supervisor(kind: str) -> None:
    shift = sent()
    shift.write(kind, shift.superintendent(), mode="written", reason="x", plan_b=["bail"])
    assert called_back(shift) == Held(("decided",))
    assert kinds.REFERRAL_WITHDRAWN not in [each.kind for each in shift.case.entries]


def test_what_was_served_without_a_decision_is_left_to_a_supervisor() -> None:
    shift = sent()
    serve_notice(shift.officer(), shift.case, at("2027-02-09T08:25+00:00"), {"served_by": "4471"})
    assert called_back(shift) == Held(("served",))
    assert isinstance(withdraw_referral(shift.officer("2210", "Sergeant"), shift.case, WHY), Entry)


def test_nothing_is_withdrawn_that_was_not_sent_or_is_withdrawn_or_has_no_reason() -> None:
    assert called_back(Shift()) == Held(("state",))
    shift = sent()
    assert called_back(shift, "  ") == Held(("reason",))
    called_back(shift)
    assert called_back(shift) == Held(("state",))


def test_withdrawn_while_somebody_decided_out_of_sight_stands_and_is_flagged() -> None:
    shift = sent()
    seen = {each.stream: each.seq for each in shift.case.entries}
    called_back(shift)
    shift.clock.advance(minutes=5)
    shift.write(kinds.REFERRAL_AUTHORISED, shift.superintendent(), mode="written", reason="x", seen=seen)
    assert shift.case.referral.state == "withdrawn"
    assert [each.name for each in flags(shift.case, bundled())] == ["withdrawn-unseen"]
