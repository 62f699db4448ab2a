"""What each step of a notice calls for, given to somebody at the console and read on the handset."""

from __future__ import annotations

import re

import pytest

from app import kinds
from app.court_calendar import bundled
from app.entry import Entry
from app.monitoring.tasks import Task, tasks_of
from sync.protocol.messages import PullAnswer
from sync.station.accounts import Role
from tests.station.console.referred import AUTHORISE, CASE, Sheet, case_at, refer, superintendent
from tests.station.console.visitor import Visitor
from tests.station.scene import account

FORM, INCIDENT = f"/incident/{CASE}/owner", f"/incident/{CASE}"
BRIEF = "me-brief-local"


@pytest.fixture
def served(scene, phone, clock) -> str:
    """Authorised, and served 20 minutes later: the id of the entry of the service."""
    refer(phone)
    Sheet(superintendent(scene), f"/referral/{CASE}/authorise").send(**AUTHORISE)
    clock.advance(minutes=20)
    entries = phone.write(case=CASE, kind="notice_served", served_at=clock.now().isoformat())
    phone.push(entries)
    clock.advance(minutes=5)
    served: str = entries[0].id
    return served


def owned(scene) -> list[Entry]:
    return [each for each in case_at(scene).entries if each.kind == kinds.TASK_OWNED]


def task(scene, clock, name: str) -> Task:
    return next(each for each in tasks_of(case_at(scene), clock.now(), bundled()) if each.id == name)


def test_supervisor_gives_a_task_to_a_team_in_an_entry_of_the_station_and_the_task_stays_open(
    scene, served, supervisor, clock
):
    answer = Sheet(supervisor, FORM).send(task=f"{BRIEF}/{served}", owner=" Northvale team 3 ")
    assert answer.headers["location"] == f"{INCIDENT}?done=owner"
    (entry,) = owned(scene)
    told = {name: entry.body[name] for name in ("item", "event", "owner")}
    assert told == {"item": BRIEF, "event": served, "owner": "Northvale team 3"}
    assert (entry.of_station, entry.by) == (True, "2210")
    found = task(scene, clock, f"{BRIEF}/{served}")
    assert (found.owner, found.named, found.is_open(clock.now())) == ("Northvale team 3", True, True)


def test_page_of_the_incident_says_whose_each_task_is_by_when_and_because_of_what(scene, served, supervisor):
    before = supervisor.words(INCIDENT)
    assert "Brief the local team" in before
    assert "The notice was served, Mon 23 Nov 2026, 22:12" in before
    assert "end of Mon 23 Nov (24:00)" in before
    Sheet(supervisor, FORM).send(task=f"{BRIEF}/{served}", owner="5120")
    row = re.search(r"Brief the local team.*?</tr>", supervisor.page(INCIDENT), re.DOTALL)
    assert row
    assert "5120" in row[0]
    assert "Nobody yet" not in row[0]


def test_handset_of_the_area_has_the_new_owner_at_its_next_contact(scene, served, supervisor, phone):
    Sheet(supervisor, FORM).send(task=f"{BRIEF}/{served}", owner="5120")
    page = phone.client.pull(0, 500)
    assert isinstance(page, PullAnswer)
    told = [each for each in page.entries if each["kind"] == kinds.TASK_OWNED]
    assert [each["body"]["owner"] for each in told] == ["5120"]


def test_form_that_is_sent_twice_names_somebody_once(scene, served, supervisor):
    sheet = Sheet(supervisor, FORM)
    for _ in range(2):
        assert sheet.send(task=f"{BRIEF}/{served}", owner="5120").status_code == 303
    assert len(owned(scene)) == 1


def test_the_last_one_named_has_it_and_both_stand_in_the_record(scene, served, supervisor, clock):
    for who in ("5120", "Northvale team 3"):
        Sheet(supervisor, FORM).send(task=f"{BRIEF}/{served}", owner=who)
        clock.advance(minutes=1)
    assert task(scene, clock, f"{BRIEF}/{served}").owner == "Northvale team 3"
    assert [each.body["owner"] for each in owned(scene)] == ["5120", "Northvale team 3"]
    told = supervisor.words(INCIDENT)
    assert "Officer number of the owner 5120" in told
    assert served not in told


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"owner": "5120"}, "Choose the task"),
        ({"task": "x/y", "owner": "5120"}, "That task is settled, or a newer step has taken its place"),
        ({"task": "me-tell-victim/none", "owner": "5120"}, "That task is settled"),
        ({"task": "KNOWN", "owner": "  "}, "Say who does it"),
        ({"task": "KNOWN", "owner": "x" * 61}, "60 letters at most"),
    ],
)
def test_what_lacks_is_said_and_nothing_is_written(typed, problem, scene, served, supervisor):
    sheet = Sheet(supervisor, FORM)
    answer = sheet.send(
        **{name: value.replace("KNOWN", f"{BRIEF}/{served}") for name, value in typed.items()}
    )
    assert answer.status_code == 400
    assert problem in answer.text
    assert owned(scene) == []


def test_a_task_that_was_done_meanwhile_is_given_to_nobody(scene, served, supervisor, phone):
    sheet = Sheet(supervisor, FORM)
    done = phone.write(case=CASE, kind="answered", item=BRIEF, answer="done", details={"event": served})
    phone.push(done)
    answer = sheet.send(task=f"{BRIEF}/{served}", owner="5120")
    assert (answer.status_code, owned(scene)) == (400, [])
    assert "That task is settled" in answer.text


def test_way_to_the_form_is_there_while_something_waits_and_for_supervisors_alone(scene, phone, supervisor):
    refer(phone)
    assert FORM not in supervisor.page(INCIDENT)
    assert "Nothing waits for anybody now" in supervisor.words(FORM)
    phone.push(phone.write(case=CASE, kind="notice_served", served_at=phone.clock.now().isoformat()))
    assert FORM in supervisor.page(INCIDENT)
    officer = Visitor(scene, account(scene, Role.OFFICER, "reader"))
    assert FORM not in officer.page(INCIDENT)
    assert "Brief the local team" in officer.words(INCIDENT)
