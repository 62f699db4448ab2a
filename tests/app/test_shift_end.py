"""The end of a shift: nothing that is open is left out, and all of it goes back in one go."""

from __future__ import annotations

from app.entry import Entry
from app.handover import offer
from app.held import Held
from app.visits.claiming import Of, take
from app.visits.claims import holders, left_with
from app.visits.schedule import due_list
from app.visits.shift_end import give_all_back, shift_end
from app.visits.visiting import agree_visit
from tests.app.shift import Shift, at


def with_visits() -> Shift:
    """One visit for now and one for next week, both taken by 4471; a third for tonight that nobody took."""
    shift = Shift()
    for time in ("2027-01-11T21:10+00:00", "2027-01-18T10:00+00:00"):
        agree_visit(shift.officer(), shift.case, at(time), {"why": "agreed"})
    for visit in shift.case.visits:
        take(shift.officer(), Of(shift.case, visit))
    agree_visit(shift.officer(), shift.case, at("2027-01-11T23:00+00:00"), {"why": "later"})
    return shift


def test_what_is_open_is_mine_or_nobodys_and_the_incident_is_in_a_hand() -> None:
    shift = with_visits()
    mine = shift_end([shift.case], "4471", shift.clock.now())
    assert (len(mine.mine), len(mine.nobodys), len(mine.incidents)) == (2, 1, 1)
    other = shift_end([shift.case], "4502", shift.clock.now())
    assert (len(other.mine), len(other.nobodys), len(other.incidents)) == (0, 1, 0)
    assert other.open


def test_incident_that_is_offered_waits_for_who_was_asked() -> None:
    shift = Shift()
    offer(shift.officer(), shift.case, "4502")
    found = shift_end([shift.case], "4471", shift.clock.now())
    assert ([case.id for case in found.incidents], [case.id for case in found.offered]) == ([], [shift.id])


def test_every_visit_goes_back_with_the_note_in_one_frame() -> None:
    shift = with_visits()
    rows = shift_end([shift.case], "4471", shift.clock.now()).mine
    written = give_all_back(shift.officer(), rows, "Ask for the warden")
    assert isinstance(written, list)
    assert [each.body["note"] for each in written] == ["Ask for the warden"] * 2
    for row in due_list([shift.case], shift.clock.now()):
        assert holders(row.case, row.visit) == ()
    left = [left_with(shift.case, row.visit) for row in rows]
    assert [each.note for each in left if each] == ["Ask for the warden"] * 2


def test_nothing_of_mine_gives_nothing_back() -> None:
    shift = with_visits()
    rows = due_list([shift.case], shift.clock.now())
    assert give_all_back(shift.officer("4502"), rows) == Held(("state",))
    assert all(isinstance(each, Entry) for each in shift.entries())
