"""Nothing is removed: versions, late entries, logs, and who may put what right."""

from __future__ import annotations

import pytest

from app import kinds
from app.amendment import Correction, amend
from app.case.late import is_late
from app.consultation import Disclosure, consulted, exported
from app.court import OrderMade, record_order
from app.court_calendar import bundled
from app.entry import Entry
from app.facts.history import disclosures, items_done, times_of, versions_of, versions_of_item
from app.facts.notice import service_attempts
from app.facts.people import children, non_resident_children
from app.facts.tasks import tasks_open, transfers_open
from app.held import Held
from app.incident import move_address, open_incident, put_right_incident, record_person
from app.visits.visiting import record_visit
from tests.app.shift import Shift, at


@pytest.mark.parametrize(
    ("happened", "written", "late"),
    [
        ("2027-02-10T17:30+00:00", "2027-02-10T20:50+00:00", False),
        ("2027-02-10T07:30+00:00", "2027-02-10T17:30+00:00", False),
        ("2027-02-10T07:30+00:00", "2027-02-10T17:31+00:00", True),
        ("2027-02-10T23:58+00:00", "2027-02-11T00:02+00:00", True),
        ("2026-06-15T23:30+00:00", "2026-06-16T00:30+00:00", False),
        ("2027-02-10T12:00+00:00", "2027-02-10T11:00+00:00", False),
    ],
)
def test_late_is_a_later_local_day_or_more_than_a_shift(happened: str, written: str, late: bool) -> None:
    assert is_late(at(happened), at(written)) is late


def test_a_note_made_again_from_memory_shows_both_times_and_its_mark() -> None:
    shift = Shift("2027-02-10T20:50+00:00")
    entry = record_visit(
        shift.officer(), shift.case, {"for": "extra", "late_entry": True}, at("2027-02-10T17:30+00:00")
    )
    times = times_of(entry)
    assert (times.event_at, times.entered_at) == (at("2027-02-10T17:30+00:00"), shift.clock.time)
    assert times.late
    assert shift.case.contacts[0].late_entry


def test_an_entry_written_at_once_is_not_late() -> None:
    shift = Shift()
    entry = record_visit(shift.officer(), shift.case, {"for": "extra"})
    assert not times_of(entry).late


def test_versions_are_found_by_entry_and_by_item() -> None:
    shift = Shift()
    first = shift.answer("alt-bop", distance_miles=4)
    assert isinstance(first, Entry)
    assert len(versions_of(shift.case, first.id)) == 1
    shift.clock.advance(minutes=14)
    amend(shift.officer("4502"), shift.case, Correction(first.id, {"details": {"distance_miles": 6}}, "read"))
    versions = versions_of(shift.case, first.id)
    assert [(version.by, version.kind) for version in versions] == [
        ("4471", "answered"),
        ("4502", "answered"),
    ]
    assert versions_of_item(shift.case, "alt-bop") == versions
    assert versions_of(shift.case, "unknown") == ()
    assert versions_of_item(shift.case, "unknown") == ()


def test_an_amendment_needs_a_why() -> None:
    shift = Shift()
    assert amend(shift.officer(), shift.case, Correction(shift.entries()[0].id, {}, " ")) == Held(("reason",))


def test_nobody_amends_another_officers_decision() -> None:
    shift = Shift()
    entry = shift.write(kinds.REFERRAL_REFUSED, shift.superintendent(), reason="bail", plan_b=["x"])
    correction = Correction(entry.id, {"reason": "other"}, "why not")
    assert amend(shift.officer(), shift.case, correction) == Held(("state",))
    assert isinstance(amend(shift.superintendent(), shift.case, correction), Entry)


@pytest.mark.parametrize("days", [13, 29, "28"])
def test_an_order_is_not_amended_to_a_length_that_it_cannot_have(days: object) -> None:
    shift = Shift()
    made = record_order(shift.officer(), shift.case, OrderMade(shift.clock.time, 14))
    assert isinstance(made, Entry)
    correction = Correction(made.id, {"days": days}, "misread")
    assert amend(shift.officer(), shift.case, correction) == Held(("order_days",))
    court = Correction(made.id, {"court": "Mock Magistrates"}, "misread")
    assert isinstance(amend(shift.officer(), shift.case, court), Entry)


def test_what_was_looked_up_and_what_left_the_case_is_logged() -> None:
    shift = Shift()
    consulted(shift.officer(), shift.case, "person", person="p-1")
    exported(shift.officer(), shift.case, Disclosure("court_pack", "hearing", "Mock Magistrates"))
    assert [each.kind for each in shift.case.log] == [kinds.CONSULTED, kinds.EXPORTED]
    [found] = disclosures(shift.case)
    assert (found.what, found.recipient, found.purpose, found.by) == (
        "court_pack", "Mock Magistrates", "hearing", "4471",
    )  # fmt: skip


def test_a_move_to_another_force_is_open_until_that_force_was_told_and_the_telling_is_logged() -> None:
    shift, calendar = Shift("2027-02-05T11:00+00:00"), bundled()
    record_person(shift.officer(), shift.case, {"role": "victim", "name": "Maud Pretendergast"})
    assert not transfers_open(shift.case)
    move = {"address": "6 Pretend Crescent", "undisclosed": False, "new_force": "Easthaven"}
    move_address(shift.officer(), shift.case, move)
    assert tasks_open(shift.case, shift.clock.time, calendar) == ("me-transfer-force",)
    shift.time("2027-02-05T11:40+00:00").answer("me-transfer-force", recipient="Easthaven control room")
    assert tasks_open(shift.case, shift.clock.time, calendar) == ()
    assert disclosures(shift.case)[0].recipient == "Easthaven control room"
    move_address(
        shift.officer(), shift.time("2027-02-06T10:00+00:00").case, {**move, "new_force": "Westvale"}
    )
    assert transfers_open(shift.case)


def test_a_move_inside_the_force_opens_no_transfer() -> None:
    shift = Shift()
    move_address(shift.officer(), shift.case, {"address": "2 Hidden Mews", "new_force": None})
    assert not transfers_open(shift.case)


def test_each_attempt_at_service_is_kept() -> None:
    shift = Shift()
    for minutes, answer in enumerate(["attempt", "attempt", "left at address given"]):
        shift.clock.advance(minutes=minutes + 1)
        shift.answer("sv-hearing-notice", answer, result=f"try {minutes}")
    found = service_attempts(shift.case)
    assert [attempt.details["result"] for attempt in found] == ["try 0", "try 1"]


def test_children_are_counted_and_those_who_live_elsewhere_told_apart() -> None:
    shift = Shift()
    for name, resident in (("Caitlin", True), ("Ellis", False), ("Idris", None)):
        record_person(shift.officer(), shift.case, {"role": "child", "name": name, "resident": resident})
    assert len(children(shift.case)) == 3
    assert [child.name for child in non_resident_children(shift.case)] == ["Ellis"]


def test_items_done_are_those_that_stand_as_done() -> None:
    shift = Shift()
    shift.answer("vic-alone")
    shift.clock.advance(minutes=1)
    shift.answer("vic-alone", "not done")
    shift.answer("arr-safety")
    assert items_done(shift.case) == ("arr-safety",)


def test_a_case_opens_with_its_reference_and_is_put_right_later() -> None:
    shift = Shift("2027-02-12T11:00+00:00")
    entry = open_incident(
        shift.officer(), " TRAIN-1010-2 ", at("2027-02-12T10:52+00:00"), {"linked_to": "TRAIN-1010"}
    )
    assert entry.body["ref"] == "TRAIN-1010-2"
    assert entry.happened_at == at("2027-02-12T10:52+00:00")
    put_right_incident(shift.officer(), shift.case, {"report_at": "2027-02-12T10:51+00:00"})
    assert shift.case.report_at == at("2027-02-12T10:51+00:00")
    assert shift.case.ref == "TRAIN-1"


def test_a_use_case_removes_the_drafts_that_it_names() -> None:
    shift = Shift()
    book = shift.officer()
    shift.journal("4471").keep_draft("visit", "typed so far", shift.clock.time)
    shift.journal("4471").keep_draft("other", "still typing", shift.clock.time)
    record_visit(book, shift.case, {"for": "extra"}, clears=["visit"])
    assert shift.drafts() == ["other"]
