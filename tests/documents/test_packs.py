"""Referral pack, proof of service, application pack and chronology, as their readers find them."""

from __future__ import annotations

from typing import Any

import pytest

from app import kinds
from app.answers import Given, answer_item
from app.attempts import Attempt, record_attempt
from app.court import OrderMade, record_order, serve_notice
from app.documents.making import Kind, missing
from tests.app.shift import Shift, at
from tests.documents.papers import (
    SUSPECT,
    VICTIM,
    answered,
    authorised,
    made,
    material,
    of_served,
    referred,
    words_of,
)


def read(kind: Kind) -> str:
    return words_of(of_served(kind).content)


# The referral


@pytest.mark.parametrize(
    ("answer", "state"), [("yes", "shown"), ("no", "not shown"), ("unsure", "unknown"), ("", "unknown")]
)
def test_each_limb_of_the_test_is_shown_not_shown_or_unknown(answer: str, state: str) -> None:
    shift = Shift()
    if answer:
        answered(shift, "dv-violence", answer, "As seen")
    told = words_of(made(shift, Kind.REFERRAL).content)
    assert f"Violence or threat: {state}" in told
    assert "Associated persons: unknown" in told


def test_a_limb_carries_its_reason_its_evidence_and_who_said_so_when() -> None:
    told = read(Kind.REFERRAL)
    assert "Reason Held by the neck at 21:35 on Mon 11 Jan 2027. Evidence reference BWV TRN-441" in told
    assert "Given by Officer 4471, Mon 11 Jan 2027, 21:05 GMT" in told


def test_a_limb_that_lacks_something_is_unknown_and_says_what_and_what_else_may_bear_on_it() -> None:
    shift = Shift()
    answered(shift, "dv-violence", "yes")
    answered(shift, "vic-strangle", "done", "Marks on the neck")
    told = words_of(made(shift, Kind.REFERRAL).content)
    assert "Violence or threat: unknown" in told
    assert "Lacks Say what violence or threat there was" in told
    assert "May bear on it Neck or breathing" in told


def test_an_answer_that_was_changed_says_how_many_versions_there_are() -> None:
    shift = referred()
    answered(shift, "dv-necessary", "unsure", "Bail may do")
    assert "Versions 2 versions, the first of Mon 11 Jan 2027, 21:05 GMT" in words_of(
        made(shift, Kind.REFERRAL).content
    )


def test_a_consideration_that_was_not_obtained_carries_the_steps_and_the_reason() -> None:
    told = read(Kind.REFERRAL)
    assert "The suspect's representations considered Answer Not obtained" in told
    assert "Asked at 22:10 and 22:25. Walked off." in told
    assert "Children recorded 1 recorded" in told


def test_the_opinion_of_the_victim_is_carried_in_the_words_that_were_said() -> None:
    assert "I want it. Ring me on [kept apart]" in read(Kind.REFERRAL)


def test_what_is_missing_is_said_and_stops_nothing() -> None:
    shift = Shift()
    lines = missing(material(shift.case), Kind.REFERRAL)
    told = words_of(made(shift, Kind.REFERRAL).content)
    assert "Name of the suspect" in lines
    assert "Nothing recorded: Children's welfare considered" in lines
    assert [line for line in lines if line not in told] == []


def test_grades_are_those_that_officers_set_and_two_that_differ_are_both_there() -> None:
    shift = referred()
    shift.write(kinds.RISK_GRADED, shift.sergeant(), grade="medium", reason="Seen twice", replaces=None)
    told = words_of(made(shift, Kind.REFERRAL).content)
    assert "High Officer 4471" in told
    assert "Medium Officer 2210" in told
    assert "Two grades stand against each other" in told


# Proof of service


def test_proof_says_who_when_where_how_and_what_became_of_the_address() -> None:
    told = read(Kind.PROOF)
    assert f"Served on {SUSPECT} Time of service Wed 13 Jan 2027, 16:05 GMT Place Northvale nick" in told
    assert "Address for the hearing asked for Answer Refused, or unable" in told
    assert "Find me yourself" in told
    assert "Tried, not given" in told


def test_every_time_of_service_that_was_recorded_stands_with_the_deadline_that_it_gave() -> None:
    told = read(Kind.PROOF)
    assert "Every time that was recorded" in told
    for time in ("16:10", "16:05"):
        assert told.count(f"Fri 15 Jan 2027, {time} GMT") >= 2
    assert "Footage shows 16:05" in told


def test_both_answers_and_each_day_of_the_working_are_shown() -> None:
    """Served on Christmas Eve of a year whose Boxing Day is a Saturday: the answers differ."""
    shift = Shift("2026-12-24T10:00+00:00")
    serve_notice(shift.officer(), shift.case, at("2026-12-24T10:00+00:00"))
    told = words_of(made(shift, Kind.PROOF).content)
    assert "Tue 29 Dec 2026, 10:00 GMT" in told
    assert "Wed 30 Dec 2026, 10:00 GMT" in told
    assert "Fri 25 Dec 2026 00:00 24:00 none none Christmas Day" in told
    assert "Sat 26 Dec 2026 00:00 24:00 24 h none" in told
    assert f"Calendar {material(shift.case).calendar.version}" in told


def test_a_deadline_at_midnight_is_the_end_of_the_day_before() -> None:
    shift = Shift("2026-06-14T02:10+01:00")
    serve_notice(shift.officer(), shift.case, at("2026-06-14T02:10+01:00"))
    told = words_of(made(shift, Kind.PROOF).content)
    assert "end of Tue 16 Jun (24:00) BST" in told
    assert "Wed 17 Jun" not in told


def test_an_attempt_to_give_notice_of_the_hearing_carries_where_and_by_whom() -> None:
    shift = Shift()
    tried = Attempt(at("2027-01-11T20:00+00:00"), "9 Mere Court", "PC 4471", "Nobody opened")
    record_attempt(shift.officer(), shift.case, tried)
    told = words_of(made(shift, Kind.PROOF, draft=True).content)
    assert "Mon 11 Jan 2027, 20:00 GMT" in told
    assert "9 Mere Court. PC 4471. Nobody opened" in told


# The application


def test_the_pack_holds_complaint_notice_proof_opinion_risk_terms_and_listing() -> None:
    told = read(Kind.APPLICATION)
    for part in (
        "Complaint, section 27", "Order asked for", "Opinion of the person to be protected",
        "Risk, as officers graded it", "Statements and exhibits", "Listing and application",
        "Copy of the notice: What the law asks this notice to state", "Proof of service: Service",
        "Proof of service: Notice of the hearing, section 27(5) to (7)",
    ):  # fmt: skip
        assert part in told, part
    assert f"Person protected {VICTIM}" in told
    assert "Violence or threat BWV TRN-441" in told
    assert "Fri 15 Jan 2027, 10:00 GMT Northvale Magistrates" in told


def test_what_the_pack_lacks_is_named_on_its_first_page_and_in_the_list() -> None:
    shift = authorised()
    serve_notice(shift.officer(), shift.case, at("2027-01-13T16:05+00:00"))
    lines = missing(material(shift.case), Kind.APPLICATION)
    assert "No hearing is listed" in lines
    assert "Number of days asked for" in lines
    told = words_of(made(shift, Kind.APPLICATION).content)
    assert [line for line in lines if line not in told] == []


def test_days_that_an_officer_recorded_are_asked_for() -> None:
    shift = authorised()
    serve_notice(shift.officer(), shift.case, at("2027-01-13T16:05+00:00"))
    answer_item(shift.officer(), shift.case, Given("ap-lodged", "done", details={"days": "21"}))
    assert "Days 21" in words_of(made(shift, Kind.APPLICATION).content)
    assert "Number of days asked for" not in missing(material(shift.case), Kind.APPLICATION)


def test_the_period_of_an_order_is_worked_out_with_both_ends_included() -> None:
    shift = authorised()
    record_order(shift.officer(), shift.case, OrderMade(at("2026-06-11T11:00+01:00"), 28, "Northvale"))
    told = words_of(made(shift, Kind.CHRONOLOGY).content)
    assert "Last day in force Wed 8 Jul 2026" in told
    assert "end of Wed 8 Jul (24:00)" in told


# The chronology


def test_every_entry_stands_in_it_with_its_hash_and_the_one_before() -> None:
    shift = authorised()
    told = words_of(made(shift, Kind.CHRONOLOGY).content).replace(" ", "")
    for entry in shift.entries():
        assert f"Hash{entry.hash}Beforeit{entry.prev}" in told
        assert f"Stream{entry.stream},number{entry.seq},id{entry.id}" in told


def test_an_amendment_says_what_it_puts_right_and_why_and_both_versions_stand() -> None:
    told = read(Kind.CHRONOLOGY)
    assert "Why it was put right Footage shows 16:05" in told
    assert "Served Wed 13 Jan 2027, 16:10 GMT" in told
    assert "Served Wed 13 Jan 2027, 16:05 GMT" in told
    assert "Put right by entry" in told


def test_both_times_of_a_late_entry_are_told_and_it_is_called_late() -> None:
    shift = authorised()
    answer_item(shift.officer(), shift.case, Given("sv-property", "done"), at("2027-01-11T08:00+00:00"))
    told = words_of(made(shift, Kind.CHRONOLOGY).content)
    assert (
        "Happened Mon 11 Jan 2027, 08:00 GMT Written Officer 4471, Mon 11 Jan 2027, 23:55 GMT (late entry)"
        in told
    )


def test_the_clock_after_an_arrest_for_breach_ends_at_the_hearing_where_that_is_earlier() -> None:
    told = read(Kind.CHRONOLOGY)
    assert "Before the court before Fri 15 Jan 2027, 10:00 GMT" in told
    assert "The hearing of the application, section 26(1)(b)" in told


def test_the_logs_say_who_looked_and_what_left_the_case() -> None:
    told = read(Kind.CHRONOLOGY)
    assert "4471 Referral, before sending" in told
    assert "4471 Referral pack 0087 For a decision" in told


def test_a_time_that_no_calendar_holds_stands_as_it_was_written() -> None:
    shift = Shift()
    answer_item(shift.officer(), shift.case, Given("sv-property", "done"), at("0001-01-01T00:00+00:30"))
    assert "Happened 0001-01-01T00:00:00+00:30" in words_of(made(shift, Kind.CHRONOLOGY).content)


def test_values_of_any_shape_are_told_and_none_stops_the_document() -> None:
    shift = Shift()
    odd: dict[str, Any] = {
        "item": "vic-injury",
        "answer": 7,
        "details": {"a": [1, None, True], "b": {"c": {"d": 2.5}}, "e": []},
    }
    shift.write(kinds.ANSWERED, **odd)
    shift.write(kinds.AMENDED, of="nobody", new={"x": "y"}, why=None)
    told = words_of(made(shift, Kind.CHRONOLOGY).content)
    assert "D 2.5" in told
    assert "that is not here" in told


def test_each_child_of_a_visit_stands_by_its_initials() -> None:
    shift = authorised()
    child = next(person for person in shift.case.people if person.role == "child")
    seen = {child.id: {"answer": "not seen", "words": "At his aunt's"}}
    visit: dict[str, Any] = {
        "for": "extra",
        "type": "visit",
        "outcome": "seen-alone",
        "seen": True,
        "alone": True,
    }
    shift.write(kinds.VISIT_RECORDED, **visit, breach_signs=[], children=seen)
    told = words_of(made(shift, Kind.CHRONOLOGY).content)
    assert "Child I.T. Not seen. At his aunt's" in told
