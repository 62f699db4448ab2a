"""Two officers, both offline, set the same value apart from each other."""

from __future__ import annotations

import pytest

from app import kinds
from app.answers import Given, answer_item
from app.case import Case
from app.conflicts import resolve_conflict, unresolved
from app.entry import Entry
from app.held import Held, is_supervisor
from app.incident import move_address, put_right_incident, record_person
from app.risk import grade_risk
from tests.app.shift import Shift

BECAUSE = {"reason": "seen and spoken to"}


def graded(shift: Shift, known: Case, grade: str, number: str = "4471") -> Entry:
    shift.clock.advance(minutes=1)
    entry = grade_risk(shift.officer(number), known, grade, BECAUSE)
    assert isinstance(entry, Entry)
    return entry


@pytest.mark.parametrize("first", ["high", "medium"])
def test_two_offline_grades_are_both_kept_and_the_higher_stands(first: str) -> None:
    shift, second = Shift(), {"high": "medium", "medium": "high"}[first]
    known = shift.case
    one, two = graded(shift, known, first), graded(shift, known, second, "4540")
    risk = shift.case.risk
    assert risk.standing == "high"
    assert {grade.entry for grade in risk.conflict} == {one.id, two.id}
    assert risk.conflict[0].grade == "high"
    assert risk.resolved_by is None


def test_a_lower_grade_that_knew_the_higher_replaces_it_without_conflict() -> None:
    shift = Shift()
    graded(shift, shift.case, "high")
    graded(shift, shift.case, "standard", "4540")
    assert (shift.case.risk.standing, shift.case.risk.conflict) == ("standard", ())


def test_a_grade_that_does_not_resolve_leaves_the_conflict_open() -> None:
    shift = Shift()
    known = shift.case
    graded(shift, known, "high")
    other = graded(shift, known, "medium", "4540")
    graded(shift, shift.case, "standard")
    risk = shift.case.risk
    assert risk.standing == "medium"
    assert other.id in {grade.entry for grade in risk.conflict}
    assert risk.resolved_by is None


def test_a_supervisor_resolves_and_all_grades_stay_readable() -> None:
    shift = Shift()
    known = shift.case
    both = [graded(shift, known, "high").id, graded(shift, known, "medium", "4540").id]
    shift.clock.advance(minutes=1)
    grade_risk(shift.sergeant(), shift.case, "medium", {**BECAUSE, "resolves": both})
    risk = shift.case.risk
    assert (risk.standing, risk.resolved_by) == ("medium", "2210")
    assert {grade.entry for grade in risk.conflict} == set(both)
    assert len(risk.grades) == 3
    assert unresolved(shift.case) == {}


def test_a_constable_does_not_resolve() -> None:
    shift = Shift()
    known = shift.case
    both = [graded(shift, known, "high").id, graded(shift, known, "medium", "4540").id]
    held = grade_risk(shift.officer(), shift.case, "medium", {**BECAUSE, "resolves": both})
    assert held == Held(("rank",))
    assert len(shift.case.risk.grades) == 2


def test_a_grade_written_offline_during_the_decision_opens_the_conflict_again() -> None:
    shift = Shift()
    known = shift.case
    one, two = graded(shift, known, "high"), graded(shift, known, "medium", "4540")
    known = shift.case
    resolve_conflict(shift.sergeant(), known, two.id, "both notes read")
    graded(shift, known, "high", "4561")
    assert one.id not in {value.entry for value in shift.case.contested["risk_grade"].open}
    assert shift.case.risk.standing == "high"
    assert "risk_grade" in unresolved(shift.case)


def test_two_equal_grades_agree_and_both_are_replaced_together() -> None:
    shift = Shift()
    known = shift.case
    graded(shift, known, "high")
    graded(shift, known, "high", "4540")
    assert shift.case.risk.conflict == ()
    graded(shift, shift.case, "medium")
    assert (shift.case.risk.standing, shift.case.risk.conflict) == ("medium", ())


def test_an_equal_grade_that_was_replaced_before_is_not_swept_away() -> None:
    shift = Shift()
    graded(shift, shift.case, "high")
    known = shift.case
    graded(shift, known, "high", "4540")
    graded(shift, known, "medium", "4561")
    graded(shift, known, "standard")
    assert shift.case.risk.standing == "high"


def test_a_grade_needs_a_reason_and_a_known_word() -> None:
    shift = Shift()
    assert grade_risk(shift.officer(), shift.case, "high", {"reason": " "}) == Held(("reason",))
    with pytest.raises(ValueError, match="not a risk grade"):
        grade_risk(shift.officer(), shift.case, "severe", BECAUSE)


def with_victim(shift: Shift) -> str:
    body = {"role": "victim", "name": "Bronwen Fauxley-Shah", "address": "16 Mock Parade"}
    return str(record_person(shift.officer(), shift.case, body).body["person"])


def test_an_undisclosed_address_stands_before_a_disclosed_one_and_both_are_kept() -> None:
    shift = Shift()
    victim = with_victim(shift)
    known = shift.case
    shift.clock.advance(minutes=1)
    move_address(shift.officer("5158"), known, {"address": "2 Hidden Mews", "undisclosed": True})
    shift.clock.advance(minutes=1)
    move_address(shift.officer("5151"), known, {"address": "9 Sham Street", "undisclosed": False})
    person = shift.case.person("victim")
    assert person is not None
    assert (person.address, person.undisclosed) == ("2 Hidden Mews", True)
    assert "undisclosed" not in person.details
    open_now = shift.case.contested[f"address/{victim}"].conflict
    assert [value.value["address"] for value in open_now] == ["2 Hidden Mews", "9 Sham Street"]


def test_a_supervisor_chooses_the_address() -> None:
    shift = Shift()
    victim = with_victim(shift)
    known = shift.case
    shift.clock.advance(minutes=1)
    move_address(shift.officer("5158"), known, {"address": "2 Hidden Mews", "undisclosed": True})
    open_one = move_address(shift.officer("5151"), known, {"address": "9 Sham Street", "undisclosed": False})
    shift.clock.advance(minutes=1)
    resolve_conflict(shift.sergeant(), shift.case, open_one.id, "she moved again")
    person = shift.case.person("victim")
    assert person is not None
    assert (person.address, person.undisclosed) == ("9 Sham Street", False)
    assert person.name == "Bronwen Fauxley-Shah"
    assert shift.case.contested[f"address/{victim}"].resolved_by == "2210"


def test_one_phone_that_does_not_say_what_it_replaces_replaces_its_own() -> None:
    shift = Shift()
    for address in ("16 Mock Parade", "9 Sham Street"):
        shift.clock.advance(minutes=1)
        shift.write(kinds.INCIDENT_DETAILS, address=address)
    assert (shift.case.address, unresolved(shift.case)) == ("9 Sham Street", {})
    shift.write(kinds.INCIDENT_DETAILS, shift.officer("5158"), address="2 Hidden Mews")
    assert "address" in unresolved(shift.case)


def test_a_later_move_that_knew_the_address_is_no_conflict() -> None:
    shift = Shift()
    with_victim(shift)
    move_address(shift.officer("5158"), shift.case, {"address": "2 Hidden Mews", "undisclosed": True})
    shift.clock.advance(days=1)
    move_address(shift.officer("5151"), shift.case, {"address": "6 Pretend Crescent"})
    person = shift.case.person("victim")
    assert person is not None
    assert person.address == "6 Pretend Crescent"
    assert person.undisclosed, "who does not say that it may be known has not said so"
    assert unresolved(shift.case) == {}


def test_the_incident_address_is_of_the_conflict_class_too() -> None:
    shift = Shift()
    known = shift.case
    put_right_incident(shift.officer(), known, {"address": "14 Larkspur Row"})
    put_right_incident(shift.officer("4502"), known, {"address": "16 Larkspur Row", "undisclosed": True})
    assert (shift.case.address, shift.case.undisclosed) == ("16 Larkspur Row", True)
    assert len(shift.case.contested["address"].conflict) == 2


def test_details_without_an_address_name_nothing_that_they_replace() -> None:
    shift = Shift()
    put_right_incident(shift.officer(), shift.case, {"address": "14 Larkspur Row"})
    entry = put_right_incident(shift.officer(), shift.case, {"report_at": "2027-01-11T21:02+00:00"})
    assert "replaces" not in entry.body
    assert shift.case.address == "14 Larkspur Row"


def test_the_contact_rule_with_fewer_channels_stands_first() -> None:
    shift = Shift()
    known = shift.case
    answer_item(shift.officer(), known, Given("cp-channel", "text"))
    shift.clock.advance(minutes=1)
    answer_item(shift.officer("4502"), known, Given("cp-channel", "call, text, visit"))
    assert shift.case.answers["cp-channel"].answer == "text"
    assert len(shift.case.answers["cp-channel"].versions) == 2
    assert "cp-channel" in unresolved(shift.case)
    wide = shift.case.given[-1].entry
    shift.clock.advance(minutes=1)
    resolve_conflict(shift.sergeant(), shift.case, wide, "asked her again")
    assert shift.case.answers["cp-channel"].answer == "call, text, visit"
    assert unresolved(shift.case) == {}


def test_ordinary_answers_never_conflict() -> None:
    shift = Shift()
    known = shift.case
    answer_item(shift.officer(), known, Given("vic-alone", "done"))
    answer_item(shift.officer("4502"), known, Given("vic-alone", "not done"))
    assert unresolved(shift.case) == {}


def test_two_orders_recorded_apart_leave_the_longer_one_standing() -> None:
    shift = Shift()
    for number, days in (("4471", 14), ("4502", 28)):
        body = {"made_at": "2027-01-14T10:50+00:00", "days": days, "replaces": None}
        shift.officer(number).write(shift.id, kinds.ORDER_MADE, body)
    assert shift.case.order_days == 28
    assert "order" in unresolved(shift.case)


def test_nothing_is_chosen_without_rank_reason_or_conflict() -> None:
    shift = Shift()
    known = shift.case
    one = graded(shift, known, "high")
    graded(shift, known, "medium", "4540")
    assert resolve_conflict(shift.officer(), shift.case, one.id, "why") == Held(("rank",))
    assert resolve_conflict(shift.sergeant(), shift.case, one.id, " ") == Held(("reason",))
    assert resolve_conflict(shift.sergeant(), shift.case, "nobody", "why") == Held(("state",))


@pytest.mark.parametrize(
    ("rank", "supervises"),
    [
        ("PC", False),
        ("DC", False),
        ("Sergeant", True),
        ("Temporary Sergeant", True),
        ("Chief Inspector", True),
    ],
)
def test_supervisors_are_sergeants_and_above(rank: str, supervises: bool) -> None:
    assert is_supervisor(rank) is supervises
