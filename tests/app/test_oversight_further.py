"""Transfers, briefings, guidance read by team, the force's marker and what was considered, as counted."""

from __future__ import annotations

from datetime import date

import pytest

from app.briefing.making import Found, Told, make_briefing, read_briefing, return_answer
from app.briefing.records import ASKED, briefings
from app.case import Case
from app.court_calendar import bundled
from app.entry import NO_CASE, Entry
from app.held import Held
from app.markers import VAWG, mark, marked
from app.oversight.awareness import awareness
from app.oversight.counting import counted
from app.oversight.tables import tables
from app.reference.reading import DUTIES, GUIDANCE, mark_read
from tests.app.shift import Shift, at

CALENDAR = bundled()
NOW = at("2027-01-20T12:00+00:00")


def counts(case: Case, count: str, now: str = "2027-01-20T12:00+00:00") -> list[str]:
    told = counted(case, "Exampleton", at(now), CALENDAR)
    return [each.measure for each in told if each.count == count]


def test_a_notice_is_considered_when_a_test_of_it_was_answered_and_once() -> None:
    shift = Shift()
    assert counts(shift.case, "so-outcomes") == []
    shift.answer("dv-age", "yes")
    shift.answer("dv-violence", "no")
    assert counts(shift.case, "so-outcomes") == ["considered"]
    shift.write("referral_sent", to="2210", items={})
    assert sorted(counts(shift.case, "so-outcomes")) == ["considered", "referred"]


def test_a_move_to_another_force_is_not_confirmed_until_that_force_has_said_so() -> None:
    shift = Shift()
    shift.write("address_moved", address="1 Nowhere", undisclosed=True, new_area="Samplebridge")
    assert counts(shift.case, "so-transfers") == []
    moved = shift.write("address_moved", address="2 Nowhere", undisclosed=True, new_force="Southmoor")
    assert counts(shift.case, "so-transfers") == ["new-force", "not-confirmed"]
    shift.answer("me-transfer-force", event=moved.id)
    assert counts(shift.case, "so-transfers") == ["new-force", "sent", "not-confirmed"]
    shift.answer("me-transfer-ack", event="another")
    assert "confirmed" not in counts(shift.case, "so-transfers")
    shift.answer("me-transfer-ack", event=moved.id)
    assert counts(shift.case, "so-transfers") == ["new-force", "sent", "confirmed"]


def test_briefings_are_counted_as_they_stand_with_what_nobody_answered() -> None:
    shift = Shift()
    told = Told(
        ("Team",), date(2027, 1, 15), "2210", {"npt-perps": "K.F."}, ((ASKED, "Seen?"), (ASKED, "Van?"))
    )
    make_briefing(shift.at_station("2210", "Sergeant"), shift.case, told)
    during = "2027-01-12T12:00+00:00"
    assert counts(shift.case, "so-npt", during) == ["current", "unread", "actions-open", "actions-open"]
    (made,) = briefings(shift.case)
    shift.time(during)
    read_briefing(shift.officer(), shift.case, made)
    return_answer(shift.officer(), shift.case, (made, made.asks[0]), Found("nothing"))
    assert counts(shift.case, "so-npt", during) == ["current", "read", "actions-open"]
    assert counts(shift.case, "so-npt") == ["expired", "read"]


def test_each_officer_is_counted_once_by_the_newest_version_marked_and_in_the_team() -> None:
    shift = Shift()
    books = {number: shift.officer(number) for number in ("1", "2")}
    read = [mark_read(books[number], [], GUIDANCE) for number in books]
    read.append(mark_read(books["2"], [], DUTIES))
    entries = [each for each in read if isinstance(each, Entry)]
    officers = [("1", "North"), ("2", "South"), ("3", "South"), ("4", "")]
    found = awareness(officers, entries, "test", NOW)
    assert [(each.area, each.measure) for each in found] == [
        ("North", "newest"), ("South", "newest"), ("South", "duties"), ("South", "never"), ("-", "never"),
    ]  # fmt: skip
    assert [each.measure for each in awareness(officers, entries, "newer", NOW)][:2] == ["older", "older"]
    table = next(
        each
        for each in tables(found, ["Exampleton"], NOW, ["-", "North", "South"])
        if each.count == "so-awareness"
    )
    assert list(table.by_area) == ["-", "North", "South"]
    assert {each.case for each in entries} == {NO_CASE}


def test_the_marker_stands_while_a_supervisor_says_so_at_the_station() -> None:
    shift = Shift()
    desk = shift.at_station("2210", "Sergeant")
    mark(desk, shift.case, VAWG, True, "Report of the call")
    assert counts(shift.case, "so-vawg") == ["marked"]
    assert mark(desk, shift.case, VAWG, True, "Again") == Held(("mark-same",))
    mark(desk, shift.case, VAWG, False, "Set by mistake")
    assert counts(shift.case, "so-vawg") == []


@pytest.mark.parametrize(
    ("rank", "marker", "why", "because"),
    [
        ("PC", VAWG, "x", "mark-rank"),
        ("Sergeant", "other", "x", "mark-unused"),
        ("Sergeant", VAWG, " ", "mark-why"),
    ],
)
def test_the_marker_is_held_without_rank_use_or_fact(rank: str, marker: str, why: str, because: str) -> None:
    shift = Shift()
    assert mark(shift.at_station("2210", rank), shift.case, marker, True, why) == Held((because,))


def test_a_marker_from_a_handset_counts_for_nothing() -> None:
    shift = Shift()
    mark(shift.sergeant(), shift.case, VAWG, True, "x")
    assert marked(shift.case, VAWG) is None
