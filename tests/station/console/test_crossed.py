"""What a handset recorded and the law does not allow, or what crossed a decision: said at the console, both
versions kept, and undone by nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app import kinds
from tests.fakes.clock import FakeClock
from tests.station.console.referred import AUTHORISE, CASE, Sheet, case_at, refer, superintendent
from tests.station.phone import Phone

PAGE, INCIDENT = f"/referral/{CASE}", f"/incident/{CASE}"
WHY = "He was charged and remanded"


@pytest.fixture
def referred(phone) -> str:
    return refer(phone)


def authorise(scene) -> None:
    assert Sheet(superintendent(scene), f"{PAGE}/authorise").send(**AUTHORISE).status_code == 303


def serve(phone: Phone, clock: FakeClock) -> None:
    phone.push(phone.write(case=CASE, kind=kinds.NOTICE_SERVED, served_at=clock.now().isoformat()))


def written(scene) -> list[str]:
    return [each.kind for each in case_at(scene).entries]


def test_referral_that_its_officer_withdrew_waits_no_more_and_says_why(scene, phone, referred, supervisor):
    assert "1 referral waiting" in supervisor.words("/")
    phone.push(phone.write(case=CASE, kind=kinds.REFERRAL_WITHDRAWN, why=WHY))
    assert "0 referrals waiting" in supervisor.words("/")
    assert WHY in supervisor.words(INCIDENT)
    assert f"{PAGE}/authorise" not in superintendent(scene).page(PAGE)


def test_decision_on_what_an_officer_withdrew_meanwhile_is_first_shown_why_and_then_kept_without_effect(
    scene, phone, referred
):
    visitor = superintendent(scene)
    sheet = Sheet(visitor, f"{PAGE}/authorise")
    phone.push(phone.write(case=CASE, kind=kinds.REFERRAL_WITHDRAWN, why=WHY))
    changed = sheet.send(**AUTHORISE)
    assert changed.status_code == 409
    assert WHY in changed.text
    sheet.hidden["version"] = changed.text.partition('name="version" value="')[2].partition('"')[0]
    assert sheet.send(**AUTHORISE).headers["location"] == f"{PAGE}?kept=authorise"
    case = case_at(scene)
    assert (case.referral.state, case.decisions) == ("withdrawn", ())
    kept = next(each for each in case.entries if each.kind == kinds.DECISION_NOT_TAKEN)
    assert kept.body["reason"] == AUTHORISE["reason"]
    assert "Another decision came too late" in visitor.words(PAGE)


def test_withdrawal_that_was_on_its_way_when_it_was_authorised_stands_and_both_are_kept(
    scene, phone, referred, supervisor, clock
):
    withdrawal = phone.write(case=CASE, kind=kinds.REFERRAL_WITHDRAWN, why=WHY)
    clock.advance(minutes=10)
    authorise(scene)
    phone.push(withdrawal)
    for page in (PAGE, INCIDENT):
        assert "Withdrawn by an officer before it was decided: the withdrawal stands" in supervisor.words(
            page
        )
    case = case_at(scene)
    assert (case.referral.state, len(case.decisions)) == ("withdrawn", 1)
    assert {kinds.REFERRAL_WITHDRAWN, kinds.REFERRAL_AUTHORISED} <= set(written(scene))


def test_service_before_the_authorisation_is_flagged_and_its_clock_runs(
    scene, phone, referred, supervisor, clock
):
    serve(phone, clock)
    clock.advance(minutes=10)
    authorise(scene)
    assert "Served before the notice was authorised" in supervisor.words(INCIDENT)
    assert "Hearing within 48 hours of service" in supervisor.words(INCIDENT)
    assert case_at(scene).served_at is not None


@pytest.mark.parametrize("days", [13, 29])
def test_order_of_a_handset_outside_14_to_28_days_is_kept_and_flagged(
    days, scene, phone, referred, supervisor, clock
):
    authorise(scene)
    serve(phone, clock)
    made = {"made_at": clock.now().isoformat(), "days": days, "court": "Exampleton", "terms": ["tm-molest"]}
    phone.push(phone.write(case=CASE, kind=kinds.ORDER_MADE, **made))
    assert "The order is not within 14 to 28 days: look at the sealed order" in supervisor.words(INCIDENT)
    assert case_at(scene).orders[0].days == days


def test_hearing_that_a_handset_listed_after_the_safe_deadline_is_flagged(
    scene, phone, referred, supervisor, clock
):
    authorise(scene)
    serve(phone, clock)
    late = (clock.now() + timedelta(hours=49)).isoformat()
    phone.push(phone.write(case=CASE, kind=kinds.HEARING_LISTED, court="Exampleton", at=late))
    for page in ("/", INCIDENT):
        assert "The hearing is listed after the deadline" in supervisor.words(page)
