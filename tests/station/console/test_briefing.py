"""Briefing a local team at the console: the form, what it must not say, and what comes back."""

from __future__ import annotations

from typing import Any

import pytest

from app import kinds
from app.briefing.records import briefings
from app.case.reading import text
from sync.station.accounts import Role
from tests.station.conftest import BOTH
from tests.station.console.conftest import NAME, SECRET
from tests.station.console.referred import CASE, Sheet, case_at, refer
from tests.station.console.visitor import Visitor
from tests.station.phone import Phone
from tests.station.scene import OTHER_AREA, account, add, officer

INCIDENT = f"/incident/{CASE}"
UNTIL = {"expires-day": "30", "expires-month": "11", "expires-year": "2026"}
BRIEF = {
    "to": "Response B\n4471", "author": "Sergeant 2210, daily meeting",
    "npt-perps": "Suspect: K.F., grey van",
    "asks": "Is the van near the school?", "actions": "Give the school the number to ring", **UNTIL,
}  # fmt: skip


@pytest.fixture
def served(scene, phone, clock) -> str:
    refer(phone)
    phone.push(phone.write(case=CASE, kind="notice_served", served_at=clock.now().isoformat()))
    clock.advance(minutes=5)
    return CASE


def back(phone: Phone, case: str, **told: Any) -> None:
    phone.push(phone.write(case=case, kind="briefing_answered", **told))


@BOTH
def test_notice_calls_for_a_briefing_and_producing_one_is_logged_and_settles_it(
    scene, served, supervisor, phone
):
    assert "A briefing of the local team is called for Notice served" in supervisor.words(INCIDENT)
    assert "Local teams to brief" in supervisor.words("/")
    sheet = Sheet(supervisor, f"{INCIDENT}/brief")
    assert "Suspect: K.F." in sheet.shown
    assert "Teams of this area: Response B" in sheet.shown
    assert sheet.send(**BRIEF).headers["location"] == f"{INCIDENT}?done=brief"
    case = case_at(scene)
    (made,) = briefings(case)
    assert (made.to, made.by) == (("Response B", "4471"), "2210")
    logged = [each for each in case.log if each.kind == kinds.EXPORTED]
    assert text(logged[-1].body, "recipient") == "Response B, 4471"
    words = supervisor.words(INCIDENT)
    assert "is called for" not in words
    assert "Local teams to brief" not in supervisor.words("/")
    assert "1 current, 2 to come back" in words


def test_form_that_is_sent_twice_writes_one_briefing(scene, served, supervisor):
    sheet = Sheet(supervisor, f"{INCIDENT}/brief")
    assert [sheet.send(**BRIEF).status_code for _ in range(2)] == [303, 303]
    assert len(briefings(case_at(scene))) == 1


def test_who_read_it_and_what_came_back_stand_on_its_page(scene, served, supervisor, phone):
    Sheet(supervisor, f"{INCIDENT}/brief").send(**BRIEF)
    (made,) = briefings(case_at(scene))
    before = supervisor.words(f"{INCIDENT}/briefings")
    assert "Nobody yet" in before
    assert before.count("Nothing has come back") == 2
    phone.push(phone.write(case=CASE, kind="briefing_read", of=made.entry))
    told = {"answer": "seen", "words": "Grey van by the gate", "passed_to": "Sergeant 2210"}
    back(phone, CASE, of=made.entry, ask=made.asks[0].id, asked="npt-asks", **told)
    after = supervisor.words(f"{INCIDENT}/briefings")
    assert "Nobody yet" not in after
    assert "Grey van by the gate Passed to Sergeant 2210" in after
    assert after.count("Nothing has come back") == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"to": ""}, "Name a team or an officer"),
        ({"to": "Response B\nNo such team"}, "No team and no officer of this area is called that"),
        ({"author": " "}, "Say who of the investigating team briefs"),
        ({"npt-perps": ""}, "Write under at least one heading"),
        ({"expires-day": "22"}, "Give the last day"),
        ({"expires-year": "2027"}, "Give the last day"),
        ({"expires-day": "31"}, "Give day, month and year in figures"),
        ({"tasked": "yes"}, "Say why the team has to know where the victim is"),
        ({"npt-locations": "Pass by 3 Hidden Row"}, "Leave out where the victim is"),
        ({"asks": "Ring 07700 900911 when seen"}, "Leave out where the victim is"),
    ],
)
def test_what_lacks_or_must_not_be_said_is_named_and_nothing_typed_is_lost(
    changed, said, scene, served, supervisor, phone
):
    hidden = {"address": SECRET, "undisclosed": True, "phone": "07700 900911", "name": NAME}
    phone.push(phone.write(case=CASE, kind="person_recorded", person="p-1", role="victim", **hidden))
    answer = Sheet(supervisor, f"{INCIDENT}/brief").send(
        **{
            **BRIEF,
            "npt-victims": "",
            **changed,
            "npt-children": "",
            "npt-orders": "",
            "npt-safety-plans": "",
        }
    )
    assert answer.status_code == 400
    assert said in answer.text
    assert "Is the van near the school?" in answer.text or "asks" in changed
    assert briefings(case_at(scene)) == ()


def test_team_of_another_area_is_no_recipient_because_its_handsets_would_never_get_it(
    scene, served, supervisor
):
    away = officer("4999", area=OTHER_AREA)
    away.team = "Team Away"
    add(scene, away)
    for name in ("Team Away", "4999"):
        answer = Sheet(supervisor, f"{INCIDENT}/brief").send(**{**BRIEF, "to": name})
        assert answer.status_code == 400, name


def test_account_of_a_constable_briefs_nobody(scene, served):
    constable = Visitor(scene, account(scene, Role.SUPERVISOR, "constable", number="4999", rank="PC"))
    answer = Sheet(constable, f"{INCIDENT}/brief").send(**BRIEF)
    assert "A sergeant or above briefs a local team" in answer.text
    assert briefings(case_at(scene)) == ()


def test_what_it_says_stands_on_its_own_page_and_not_in_the_record(scene, served, supervisor):
    Sheet(supervisor, f"{INCIDENT}/brief").send(**BRIEF)
    assert "grey van" in supervisor.words(f"{INCIDENT}/briefings")
    record = supervisor.words(INCIDENT).partition("In the order of writing")[2]
    assert "Briefing produced" in record
    assert "grey van" not in record


def test_page_of_briefings_is_for_readers_of_the_case(scene, served):
    for role in Role:
        visitor = Visitor(scene, account(scene, role, "visitor"))
        expected = 200 if role in (Role.OFFICER, Role.SUPERVISOR, Role.AUTHORISING) else 404
        assert visitor.client.get(f"{INCIDENT}/briefings").status_code == expected, role
