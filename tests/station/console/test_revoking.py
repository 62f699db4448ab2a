"""A handset is taken out of use at the console: by whom, why, and what it had been given."""

from __future__ import annotations

import pytest
from sqlmodel import Session

from app.ports import Reach
from sync.station.accounts import Role
from sync.station.tables import StreamRow
from tests.station.conftest import BOTH
from tests.station.console.conftest import NAME, SECRET
from tests.station.console.visitor import Visitor
from tests.station.desk import StationDesk
from tests.station.phone import Phone
from tests.station.scene import OTHER_AREA, OTHER_FORCE, account

REVOKE, HELD = "/handsets/s-1/revoke", "/handsets/s-1/held"
LOST = {"reason": "lost", "words": "LOSS-TRAIN-10"}


@pytest.fixture
def administrator(scene) -> Visitor:
    return Visitor(scene, account(scene, Role.ADMINISTRATOR))


def revoked(scene) -> bool:
    with Session(scene.engine) as session:
        row = session.get(StreamRow, "s-1")
        assert row is not None
        return row.revoked


@BOTH
def test_revoked_handset_is_refused_at_its_next_contact_and_what_it_sent_stays(
    scene, administrator, phone, incident
):
    held = phone.desk.held("s-1")
    answer = administrator.form(REVOKE, REVOKE, **LOST, sure="yes")
    assert (answer.status_code, answer.headers["location"]) == (303, HELD)
    assert phone.push(phone.write(case=incident)) is Reach.REVOKED
    assert phone.client.pull(0, 10) is Reach.REVOKED
    assert phone.desk.held("s-1") == held != []


def test_reason_is_shown_once_more_before_anything_is_done(scene, administrator, phone):
    answer = administrator.form(REVOKE, REVOKE, **LOST)
    assert answer.status_code == 200
    assert "Revoke this handset?" in answer.text
    assert "LOSS-TRAIN-10" in answer.text
    assert not revoked(scene)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Choose why this handset is taken out of use"),
        ({"reason": "because"}, "Choose why this handset is taken out of use"),
        ({"reason": "other", "words": "  "}, "Say why in a few words"),
        ({"reason": "lost", "words": "x" * 501}, "Say why in a few words"),
    ],
)
def test_handset_is_not_revoked_without_a_reason(typed, said, scene, administrator, phone):
    answer = administrator.form(REVOKE, REVOKE, **typed, sure="yes")
    assert answer.status_code == 400
    assert said in answer.text
    assert not revoked(scene)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_revokes_or_reads_what_a_handset_held(role, scene, phone):
    visitor = Visitor(scene, account(scene, role))
    for path in (REVOKE, HELD):
        assert visitor.client.get(path).status_code == 404
    assert visitor.form(REVOKE, "/", **LOST, sure="yes").status_code == 404
    assert not revoked(scene)


def test_administrator_of_another_force_meets_nothing(scene, phone):
    away = Visitor(scene, account(scene, Role.ADMINISTRATOR, "away", force=OTHER_FORCE))
    assert away.client.get(REVOKE).status_code == 404
    assert away.client.get(HELD).status_code == 404
    assert away.form(REVOKE, "/handsets", **LOST, sure="yes").status_code == 404
    assert not revoked(scene)


def test_form_of_another_site_revokes_nothing(scene, administrator, phone):
    answer = administrator.client.post(REVOKE, data={"csrf": "forged", **LOST, "sure": "yes"})
    assert answer.status_code == 404
    assert not revoked(scene)


def test_who_revoked_it_when_and_why_is_kept_and_the_first_reason_stands(scene, administrator, phone, clock):
    administrator.form(REVOKE, REVOKE, **LOST, sure="yes")
    token = administrator.page("/officers").partition('name="csrf" value="')[2].partition('"')[0]
    again = {"csrf": token, "reason": "leaves", "words": "Another", "sure": "yes"}
    assert administrator.client.post(REVOKE, data=again).status_code == 303
    words = administrator.words(HELD)
    assert "Revoked by administrator, Mon 23 Nov 2026, 21:52 Reason Lost or stolen. LOSS-TRAIN-10" in words
    assert "Another" not in words
    assert administrator.client.get(REVOKE).headers["location"] == HELD
    assert administrator.words("/administration").count("Handset revoked") == 1


def test_handset_that_was_revoked_before_reasons_were_kept_says_so(scene, administrator, phone):
    phone.desk.revoke("s-1")
    assert "Not kept: it was revoked in the database" in administrator.words(HELD)


def test_inventory_lists_what_was_sent_and_what_was_given_by_reference_alone(
    scene, administrator, phone, incident
):
    other = Phone(StationDesk(scene), "s-2", "4502", clock=phone.clock)
    other.push(other.write(case="c-2", kind="incident_opened", ref="TRAIN-7702"))
    phone.client.pull(0, 100)
    other.push(other.write(case="c-3", kind="incident_opened", ref="TRAIN-7703"))
    words, page = administrator.words(HELD), administrator.page(HELD)
    assert "TRAIN-7701 R.M. 1 Undisclosed 7 0" in words
    assert "TRAIN-7702 Not named 0 Not marked 0 1" in words
    assert "TRAIN-7703" not in words
    assert "Incidents 2 People recorded in them 1 Incidents with an undisclosed address 1" in words
    assert "Entries not sent Not known." in words
    for kept in (NAME, SECRET, "07700", "1990"):
        assert kept not in page


def test_handset_whose_giving_was_not_counted_held_its_area_until_the_last_contact(
    scene, administrator, phone, incident, clock
):
    other = Phone(StationDesk(scene), "s-2", "4502", clock=clock)
    other.push(other.write(case="c-2", kind="incident_opened", ref="TRAIN-7702"))
    far = Phone(StationDesk(scene), "s-3", "4503", area=OTHER_AREA, clock=clock)
    far.push(far.write(case="c-3", kind="incident_opened", ref="TRAIN-7703"))
    phone.desk.change("s-1", lambda row: setattr(row, "pulled", None))
    clock.advance(minutes=1)
    other.push(other.write(case="c-4", kind="incident_opened", ref="TRAIN-7704"))
    words = Visitor(scene, "administrator").words(HELD)
    assert "was not counted" in words
    assert "TRAIN-7702" in words
    assert "TRAIN-7703" not in words
    assert "TRAIN-7704" not in words


def test_lost_entries_and_a_handset_that_held_nothing_are_told(scene, administrator, phone):
    phone.client.tell_missing([3, 4])
    words = administrator.words(HELD)
    assert "Entries lost on the handset 2" in words
    assert "No incident was on it that the station knows of" in words


@pytest.mark.parametrize("odd", ["nothing", "%00", "s-1%00", "x" * 3000])
def test_handset_that_is_not_there_is_not_there(odd, administrator, phone):
    for path in (f"/handsets/{odd}/revoke", f"/handsets/{odd}/held"):
        assert administrator.client.get(path).status_code in ((200,) if odd == "s-1%00" else (404,))
