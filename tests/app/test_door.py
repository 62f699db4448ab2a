"""What is known before a door, and what control was not asked."""

from __future__ import annotations

from app.answers import Given, answer_item
from app.court import report_breach
from app.facts.door import door_flags
from app.visits.visiting import record_visit
from tests.app.shift import Shift


def test_what_control_was_not_asked_is_said_to_be_unknown() -> None:
    assert [(each.name, each.known) for each in door_flags(Shift().case)] == [
        ("firearms", False),
        ("markers", False),
    ]


def test_check_that_could_not_be_made_is_no_answer() -> None:
    shift = Shift()
    answer_item(shift.officer(), shift.case, Given("pre-firearms-check", "not done", "no-signal"))
    firearms = door_flags(shift.case)[0]
    assert (firearms.known, firearms.item, firearms.told) == (False, "pre-firearms-check", "no-signal")


def test_what_is_recorded_stands_with_who_and_when() -> None:
    shift = Shift()
    shift.answer("pre-firearms-check", result="Shotgun certificate")
    shift.answer("pre-history-check", result="Two dogs, threats to officers")
    shift.answer("sp-weapons")
    found = door_flags(shift.case)
    assert [(each.name, each.told, each.by) for each in found] == [
        ("firearms", "Shotgun certificate", "4471"),
        ("markers", "Two dogs, threats to officers", "4471"),
        ("weapons", "", "4471"),
    ]
    assert all(each.known and each.at for each in found)


def test_suspect_found_there_and_a_breach_are_flags() -> None:
    shift = Shift()
    there = {"for": "", "type": "visit", "outcome": "no-answer", "breach_signs": ["wv-p-there"]}
    record_visit(shift.officer(), shift.case, there)
    report_breach(
        shift.officer("4502"), shift.case, {"kind": "DVPO", "arrested_at": "2027-01-11T21:00+00:00"}
    )
    assert [(each.name, each.by) for each in door_flags(shift.case)][2:] == [
        ("there", "4471"),
        ("breach", "4502"),
    ]
