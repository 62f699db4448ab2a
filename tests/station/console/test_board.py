"""What the board, an incident, the visits and the handsets say: read from the ledger, changed by nobody."""

from __future__ import annotations

import pytest
from sqlmodel import Session, select

from sync.station.accounts import Role
from sync.station.tables import EntryRow, StreamRow
from tests.station.console.conftest import NOTE
from tests.station.console.visitor import Visitor
from tests.station.desk import StationDesk
from tests.station.phone import Phone
from tests.station.scene import account


def test_incident_stands_on_the_board_with_what_lacks_in_words(supervisor, incident):
    words = supervisor.words("/")
    assert "TRAIN-7701 R.M. Mon 23 Nov 2026, 21:52 High Nobody yet Nobody yet Order made" in words
    assert "1 without owner or informant" in words
    assert "1 incident " in words


def test_case_without_owner_stands_before_one_that_has_both(supervisor, phone, incident):
    case = "01900000-0000-7000-8000-000000000002"
    entries = phone.write(case=case, kind="incident_opened", ref="TRAIN-7702")
    owned = {"item": "own-risk", "answer": "done", "details": {"owner": "4471"}}
    told = {"item": "own-informs", "answer": "done", "details": {"owner": "4471"}}
    entries += phone.write(case=case, kind="answered", **owned)
    entries += phone.write(case=case, kind="answered", **told)
    phone.push(entries)
    words = supervisor.words("/")
    assert words.index("TRAIN-7701") < words.index("TRAIN-7702")


def test_referral_waits_on_its_page_until_it_moves(supervisor, phone):
    entries = phone.write(case="c-2", kind="incident_opened", ref="TRAIN-7703")
    entries += phone.write(case="c-2", kind="referral_sent", to="2210", items={})
    phone.push(entries)
    assert "1 referral waiting" in supervisor.words("/")
    assert "TRAIN-7703 Not named Mon 23 Nov 2026, 21:52 Not graded With supervisor" in supervisor.words(
        "/referrals"
    )


def test_visits_are_due_then_missed_as_the_days_pass(supervisor, incident, clock):
    assert "Tue 24 Nov 2026 Planned" in supervisor.words("/visits")
    clock.advance(hours=10)
    again = Visitor(supervisor.scene, "supervisor")
    assert "Tue 24 Nov 2026 Due" in again.words("/visits")
    board = again.words("/")
    assert "Tue 24 Nov 2026 Due" in board.partition("Visits due, overdue or missed")[2]
    assert "3 visits due or missed" in board
    assert pressing(again) == 3
    clock.advance(days=1)
    again = Visitor(supervisor.scene, "supervisor")
    assert "Tue 24 Nov 2026 Missed" in again.words("/visits")
    board = again.words("/")
    assert "Tue 24 Nov 2026 Missed" in board
    assert "Due" not in board.partition("Visits due, overdue or missed")[2].partition("Handsets not heard")[0]
    assert pressing(again) == 3


def pressing(board: Visitor) -> int:
    """Rows of the board's own list of visits."""
    return board.page("/").partition('id="visits"')[2].partition("</table>")[0].count("<tr>") - 1


def test_visit_made_moves_to_those_made(supervisor, phone, incident, clock):
    due = clock.now().date().isoformat()
    seen = {"for": due, "type": "visit", "outcome": "seen", "seen": True, "alone": True}
    phone.push(phone.write(case=incident, kind="visit_recorded", **seen))
    words = supervisor.words("/visits")
    assert "Mon 23 Nov 2026 Done" in words.partition("Visits made")[2]


def test_incident_page_has_clocks_people_visits_and_the_whole_record(supervisor, incident):
    words = supervisor.words(f"/incident/{incident}")
    assert "End of the order Running end of Sun 20 Dec (24:00)" in words
    assert "Victim: R.M." in words
    assert "Mon 23 Nov 2026 Due" in words
    assert "Incident opened Written Mon 23 Nov 2026, 21:52 by 4471. At station 21:52" in words
    assert "Grade that you set High" in words
    assert NOTE in words


def test_amended_entry_keeps_every_version_with_author_and_reason(supervisor, phone, incident, clock, scene):
    with Session(scene.engine) as session:
        first = session.exec(select(EntryRow.id).where(EntryRow.kind == "risk_graded")).one()
    clock.advance(minutes=9)
    amended = {"of": first, "new": {"reason": "Threat with a knife"}, "why": "Left out"}
    phone.push(phone.write(case=incident, kind="amended", **amended))
    words = supervisor.words(f"/incident/{incident}")
    assert "Version 1 , 4471, Mon 23 Nov 2026, 21:52" in words
    assert "Version 2 , 4471, Mon 23 Nov 2026, 22:01. Why: Left out" in words
    assert words.index("Reason Threat ") < words.index("Reason Threat with a knife")


def test_two_grades_against_each_other_are_for_a_person_to_decide(supervisor, phone, incident, scene, clock):
    other = Phone(StationDesk(scene), "s-2", "4502", clock=clock)
    other.push(other.write(case=incident, kind="risk_graded", grade="medium", replaces=None))
    assert "High Two grades, decide" in supervisor.words("/")


def test_entry_that_was_only_looked_at_is_not_in_the_record(supervisor, phone, incident):
    phone.push(phone.write(case=incident, kind="consulted", page="person"))
    assert "Consulted" not in supervisor.words(f"/incident/{incident}")


def test_kind_of_a_newer_handset_is_shown_by_its_name(supervisor, phone, incident):
    phone.push(phone.write(case=incident, kind="drone_sent", height=30))
    assert "Drone sent" in supervisor.words(f"/incident/{incident}")


ODD = [
    {"kind": "order_made", "made_at": "0001-01-01T00:00:00+14:00", "days": 28},
    {"kind": "order_made", "made_at": "9999-12-31T23:59:00+00:00", "days": 28},
    {"kind": "incident_details", "report_at": "0001-01-01T00:00:00+14:00"},
    {"kind": "visits_planned", "grade": "high", "order_made": "9999-12-31", "days": 28},
    {"kind": "notice_served", "served_at": "9999-12-31T23:59:00-12:00"},
    {"kind": "answered", "item": ["a"], "answer": {"b": 1}, "note": 7},
    {"kind": "person_recorded", "person": None, "name": 7, "role": []},
    {"kind": "hearing_listed", "at": "tomorrow", "court": None},
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: f"{odd['kind']} {list(odd.values())[1]}")
def test_one_odd_entry_does_not_take_the_board_away(odd, supervisor, phone, incident):
    phone.push(phone.write(case="c-odd", kind="incident_opened", ref="TRAIN-7709"))
    phone.push(phone.write(case="c-odd", **odd))
    for path in ("/", "/referrals", "/visits"):
        assert supervisor.client.get(path).status_code == 200
    assert "TRAIN-7701" in supervisor.words("/")
    assert "TRAIN-7709" in supervisor.words("/")
    assert supervisor.client.get("/incident/c-odd").status_code in (200, 500)
    assert "TRAIN-7709" in supervisor.client.get("/incident/c-odd").text


def test_handset_that_is_not_heard_for_a_day_is_named_first(supervisor, phone, incident, scene, clock):
    other = Phone(StationDesk(scene), "s-2", "4502", clock=clock)
    clock.advance(hours=24)
    other.client.pull(0, 10)
    assert "0 handsets silent" in Visitor(scene, "supervisor").words("/")
    clock.advance(seconds=1)
    words = Visitor(scene, "supervisor").words("/")
    assert "1 handset silent for a day" in words
    named = words.partition("Handsets not heard for a day. What they hold may not have arrived.")[2]
    assert "4471 Exampleton" in named
    assert "4502" not in named
    listed = Visitor(scene, "supervisor").words("/handsets")
    assert listed.index("4471") < listed.index("4502")
    assert "4471 Exampleton Mon 23 Nov 2026, 21:52 Mon 23 Nov 2026, 21:52 7 Silent for a day" in listed


def test_handset_taken_out_of_use_is_revoked_and_not_silent(supervisor, phone, incident, scene, clock):
    phone.desk.revoke("s-1")
    clock.advance(days=3)
    listed = Visitor(scene, "supervisor").words("/handsets")
    assert "Revoked" in listed
    assert "Silent" not in listed


def test_entries_that_a_handset_lost_are_counted_beside_it(supervisor, phone, incident):
    phone.client.tell_missing([9, 10])
    assert "2 lost on the handset" in supervisor.words("/handsets")


def test_empty_station_says_what_will_appear_and_when(supervisor):
    assert "It appears here when a handset has sent it" in supervisor.words("/")
    assert "No referral has reached the station" in supervisor.words("/referrals")
    assert "No visit is open" in supervisor.words("/visits")
    assert "No handset is enrolled" in supervisor.words("/handsets")


@pytest.mark.parametrize("role", Role)
def test_looking_changes_nothing_in_the_ledger(role, scene, incident):
    def kept() -> tuple[list[str], list[str]]:
        with Session(scene.engine) as session:
            entries = [row.model_dump_json() for row in session.exec(select(EntryRow)).all()]
            return entries, [row.model_dump_json() for row in session.exec(select(StreamRow)).all()]

    before = kept()
    visitor = Visitor(scene, account(scene, role))
    for path in ("/", f"/incident/{incident}", "/referrals", "/visits", "/handsets"):
        visitor.client.get(path)
        visitor.client.post(path, data={"state": "endorsed"})
    assert kept() == before


@pytest.mark.parametrize("path", ["/", "/incident/ID", "/referrals", "/visits", "/handsets", "/sign-in"])
def test_page_has_one_heading_a_language_and_a_way_past_the_head(path, scene, supervisor, incident):
    visitor = Visitor(scene) if path == "/sign-in" else supervisor
    page = visitor.page(path.replace("ID", incident))
    assert page.count("<h1") == 1
    assert '<html lang="en">' in page
    assert '<a class="skip" href="#main">' in page
    assert page.count("<caption") == page.count("<table")
