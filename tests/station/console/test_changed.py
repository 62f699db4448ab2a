"""A deadline that moved stands at the console with both times, the reason and who has seen it; and station
and handset make the same of the same entries."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlmodel import Session, select

from app.amendment import Correction, amend
from app.case import fold
from app.clocks.told import say_seen, untold
from app.court import OrderMade, record_order, serve_notice
from app.court_calendar import bundled
from app.entry import Entry, from_json
from app.incident import open_incident
from app.notebook import Notebook
from app.visits.visiting import Planning, plan_window
from app.visits.window import last_visit_day, window
from sync.station.tables import EntryRow
from tests.app.shift import at
from tests.station.console.conftest import NAME
from tests.station.desk import StationDesk
from tests.station.phone import OFFICER, Phone

WHY = "Read the wrong clock"


@pytest.fixture
def other(scene, clock) -> Phone:
    return Phone(StationDesk(scene), "s-2", "4502", clock=clock)


def book(phone: Phone) -> Notebook:
    return Notebook(phone.journal, phone.clock, replace(OFFICER, number=phone.number), "test")


def entries(*phones: Phone) -> list[Entry]:
    return [entry for phone in phones for entry in phone.journal.own_after(0)]


@pytest.fixture
def corrected(phone, other, clock) -> str:
    """4471 served a notice at 21:10; 4502 put the time right to 20:10. The case."""
    case = open_incident(book(phone), "TRAIN-7750", clock.now()).case
    service = serve_notice(book(phone), fold(entries(phone)), at("2026-11-23T21:10+00:00"))
    assert isinstance(service, Entry)
    clock.advance(minutes=5)
    correction = Correction(service.id, {"served_at": "2026-11-23T20:10+00:00"}, WHY)
    amend(book(other), fold(entries(phone)), correction)
    phone.push(entries(phone))
    other.push(entries(other))
    return case


def test_the_incident_shows_both_deadlines_the_reason_and_that_nobody_has_seen_it(supervisor, corrected):
    words = supervisor.words(f"/incident/{corrected}")
    moved = words.partition("Deadlines that moved")[2]
    assert "The hearing deadline Wed 25 Nov 2026, 21:10 Wed 25 Nov 2026, 20:10 earlier" in moved
    assert f"4502, Mon 23 Nov 2026, 21:57. {WHY} Nobody yet Not yet: 4471" in moved


def test_who_has_seen_it_stands_beside_it(supervisor, corrected, phone, other):
    case = fold(entries(phone, other))
    [left] = untold(case, bundled(), "4471")
    phone.push(say_seen(book(phone), case, left.changes))
    moved = supervisor.words(f"/incident/{corrected}").partition("Deadlines that moved")[2]
    assert f"{WHY} 4471" in moved
    assert "Not yet" not in moved


def test_an_incident_whose_deadlines_stand_says_nothing_of_it(supervisor, incident):
    assert "Deadlines that moved" not in supervisor.words(f"/incident/{incident}")


def test_what_was_computed_and_known_is_no_line_of_the_record(supervisor, corrected):
    page = supervisor.page(f"/incident/{corrected}")
    assert "Computed" not in page
    assert "Knew" not in page
    assert NAME not in page


def test_station_and_handset_plan_the_same_visits_from_the_same_entries(scene, phone, clock):
    case_id = open_incident(book(phone), "TRAIN-7751", clock.now()).case
    record_order(book(phone), fold(entries(phone)), OrderMade(clock.now(), 14))
    counted = window(fold(entries(phone)))
    assert counted is not None
    plan_window(book(phone), fold(entries(phone)), Planning("high", counted, "After the order"))
    phone.push(entries(phone))
    with Session(scene.engine) as session:
        held = session.exec(select(EntryRow.json_text).where(EntryRow.case_id == case_id)).all()
    at_station, on_phone = fold([from_json(json.loads(text)) for text in held]), fold(entries(phone))
    assert max(visit.due for visit in on_phone.visits) > counted.last
    assert at_station.visits == on_phone.visits
    assert (window(at_station), last_visit_day(at_station)) == (counted, last_visit_day(on_phone))
