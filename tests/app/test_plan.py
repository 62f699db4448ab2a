"""The safety plan of a case: nothing is hidden, and nothing that can be found says where she is."""

from __future__ import annotations

from datetime import date

from app.consent import Said, record_consent
from app.guidance import load
from app.plan.hers import for_her
from app.plan.reading import LATER, NOW, measures_asked, safety_plan
from tests.app.shift import Shift

LAW = """
sp-locks sp-steel-door sp-windows sp-window-bars sp-lighting sp-cctv sp-alarm sp-sensors sp-spyhole-chain
sp-smoke-extinguisher sp-safe-room sp-sanctuary-suitable sp-address-flag sp-crime-prev-survey sp-fire-service
sp-panic-alarm sp-tecsafe sp-proximity-tag sp-tag-alert sp-location-sharing-off sp-satnav-history
sp-social-location sp-app-audit sp-support-calls-log sp-cocoon sp-police-watch sp-codeword sp-employer
sp-school-childcare sp-routine-route sp-trusted-contact sp-child-plan sp-refuge sp-emergency-accom
sp-undisclosed-address sp-address-warn sp-out-of-force-transfer sp-firearms sp-weapons sp-idva sp-marac
sp-multi-agency sp-specialist-advice sp-stalking-line sp-da-helpline
"""


def test_every_measure_of_the_law_digest_has_owner_day_and_horizon() -> None:
    asked = measures_asked(load())
    assert {each.id for each in asked} == set(LAW.split())
    assert [each.id for each in asked if not (each.field("owner") and each.field("day"))] == []


def test_a_measure_says_what_it_lacks_and_is_for_now_until_somebody_says_later() -> None:
    shift = Shift()
    shift.answer("sp-locks")
    shift.answer("sp-cctv", owner="4471", day="2027-01-20", horizon="later")
    plan = safety_plan(load(), shift.case)
    assert [(each.item, each.lacks) for each in plan.of(NOW)] == [("sp-locks", ("owner", "day", "horizon"))]
    assert [(each.item, each.day, each.lacks) for each in plan.of(LATER)] == [
        ("sp-cctv", date(2027, 1, 20), ())
    ]


def test_a_measure_shows_the_state_of_its_yes_and_one_that_needs_none_shows_none() -> None:
    shift = Shift()
    shift.answer("sp-tecsafe")
    shift.answer("sp-locks")
    gates = {each.item: each.gate for each in safety_plan(load(), shift.case).measures}
    assert gates["sp-locks"] is None
    assert gates["sp-tecsafe"] is not None
    assert not gates["sp-tecsafe"].may
    record_consent(shift.officer(), shift.case, Said("cn-tecsafe", "given", {"handset": "TRN-1"}))
    gate = {each.item: each.gate for each in safety_plan(load(), shift.case).measures}["sp-tecsafe"]
    assert gate is not None
    assert gate.may


def test_what_was_not_wanted_is_kept_beside_and_the_rest_is_counted() -> None:
    shift = Shift()
    shift.answer("sp-lighting", "not applicable")
    plan = safety_plan(load(), shift.case)
    assert [each.item for each in plan.not_wanted] == ["sp-lighting"]
    assert plan.unasked == len(LAW.split()) - 1


def test_her_paper_leaves_out_place_leaving_threat_and_what_has_no_yes() -> None:
    shift = Shift()
    for item in LAW.split():
        shift.answer(item)
    kept = {each.item for each in for_her(load(), shift.case).measures}
    assert {"sp-locks", "sp-alarm", "sp-da-helpline"} <= kept
    gone = {"sp-refuge", "sp-undisclosed-address", "sp-firearms", "sp-codeword", "sp-tecsafe", "sp-idva"}
    assert not gone & kept
