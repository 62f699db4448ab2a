"""Briefings of local teams: who may produce one, until when it holds, who read it and what came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app import kinds
from app.briefing.drafting import drafted
from app.briefing.making import Found, Told, make_briefing, read_briefing, return_answer
from app.briefing.records import ACTION, ASKED, Briefing, briefings, current
from app.briefing.wanted import wanted
from app.case.reading import text
from app.court import OrderMade, record_order, serve_notice
from app.court_calendar import bundled
from app.entry import Entry
from app.facts.history import disclosures
from app.guidance import load
from app.held import Held
from app.incident import record_person
from app.monitoring.tasks import tasks_of
from app.ports import Officer
from tests.app.shift import Shift, at

GUIDANCE = load()
REFUGE = "41 Lapwing Close, Stowbridge"
SAYS = {"npt-perps": "Suspect: K.F., grey van", "npt-orders": "Notice served"}
TOLD = Told(
    to=("Team North", "4502"),
    expires=date(2027, 1, 25),
    author="Sergeant 2210, daily meeting",
    says=SAYS,
    asks=((ASKED, "Is the grey van near the school?"), (ACTION, "Give the school the number to ring")),
)


def served() -> Shift:
    shift = Shift()
    victim = {"role": "victim", "name": "Rania Mensah-Testwood", "address": REFUGE, "undisclosed": True}
    record_person(shift.officer(), shift.case, victim)
    record_person(shift.officer(), shift.case, {"role": "suspect", "name": "Kit Farrow"})
    serve_notice(shift.officer(), shift.case, at("2027-01-12T11:00+00:00"))
    return shift.time("2027-01-12T12:00+00:00")


def briefed(shift: Shift, told: Told = TOLD) -> Entry | Held:
    return make_briefing(shift.at_station("2210", "Sergeant"), shift.case, told)


def newest(shift: Shift) -> Briefing:
    return briefings(shift.case)[-1]


def officer(number: str, team: str = "") -> Officer:
    return Officer(number, "TRAINING", "PC", "Northvale", "Exampleton", team)


def test_a_briefing_holds_until_the_end_of_its_last_day() -> None:
    shift = served()
    briefed(shift)
    known = newest(shift)
    assert dict(known.says) == SAYS
    assert [each.words for each in known.asks] == [words for _, words in TOLD.asks]
    assert known.state(at("2027-01-25T23:59+00:00")) == "current"
    assert known.state(at("2027-01-26T00:00+00:00")) == "ended"
    assert current(shift.case, at("2027-01-26T00:00+00:00")) == ()


def test_it_is_for_the_named_team_and_the_named_officer_however_that_was_typed() -> None:
    shift = served()
    briefed(shift, replace(TOLD, to=("team  NORTH", "4502")))
    known = newest(shift)
    assert known.is_for(officer("4471", "Team North"))
    assert known.is_for(officer("4502", "Team South"))
    assert not known.is_for(officer("4471", "Team South"))
    assert not known.is_for(officer("4471"))


def test_producing_one_is_logged_as_a_disclosure_with_those_who_get_it() -> None:
    shift = served()
    briefed(shift)
    (logged,) = disclosures(shift.case)
    body = shift.case.log[-1].body
    assert (text(body, "kind"), text(body, "recipient")) == ("briefing", "Team North, 4502")
    assert logged


def test_the_task_to_brief_the_local_team_is_done_with_it_and_nothing_calls_for_one_any_more() -> None:
    shift = served()
    now = at("2027-01-12T12:00+00:00")
    assert [each.because for each in wanted(shift.case, now, bundled())] == ["served"]
    briefed(shift)
    assert wanted(shift.case, now, bundled()) == ()
    (task,) = [each for each in tasks_of(shift.case, now, bundled()) if each.item == "me-brief-local"]
    assert task.state(now) == "done"


def test_an_order_a_release_and_a_change_of_the_plan_call_for_a_new_one() -> None:
    shift = served()
    briefed(shift)
    shift.time("2027-01-14T12:00+00:00")
    record_order(shift.officer(), shift.case, OrderMade(at("2027-01-14T11:10+00:00"), 28))
    shift.answer("rel-conditions")
    shift.answer("sp-locks")
    now = at("2027-01-14T12:30+00:00")
    assert {each.because for each in wanted(shift.case, now, bundled())} == {"order_made", "release", "plan"}
    shift.time("2027-01-14T12:40+00:00")
    briefed(shift)
    assert wanted(shift.case, at("2027-01-14T12:45+00:00"), bundled()) == ()


def test_nothing_calls_for_one_before_a_notice_and_after_the_case_is_closed() -> None:
    shift = Shift()
    shift.answer("sp-locks")
    now = at("2027-01-12T12:00+00:00")
    assert wanted(shift.case, now, bundled()) == ()
    shift = served()
    shift.write(kinds.CASE_CLOSED, why="Over")
    assert wanted(shift.case, now, bundled()) == ()


@pytest.mark.parametrize(
    ("told", "because"),
    [
        (replace(TOLD, to=()), "to"),
        (replace(TOLD, author=" "), "author"),
        (replace(TOLD, says={}), "says"),
        (replace(TOLD, expires=date(2027, 1, 11)), "expires"),
        (replace(TOLD, expires=date(2027, 2, 10)), "expires"),
        (replace(TOLD, says={"npt-locations": "Look at 41 Lapwing Close"}), "address"),
        (replace(TOLD, asks=((ASKED, "Anybody near Lapwing Close, Stowbridge?"),)), "address"),
        (replace(TOLD, tasked="Patrol past 41 Lapwing Close"), "address"),
    ],
)
def test_what_a_briefing_lacks_or_must_not_say_holds_it(told: Told, because: str) -> None:
    shift = served()
    assert briefed(shift, told) == Held((f"brief-{because}",))
    assert briefings(shift.case) == ()


def test_a_constable_produces_none_and_one_from_a_handset_counts_for_nothing() -> None:
    shift = served()
    assert make_briefing(shift.at_station("4471", "PC"), shift.case, TOLD) == Held(("brief-rank",))
    make_briefing(shift.sergeant(), shift.case, TOLD)
    assert briefings(shift.case) == ()


def test_a_newer_one_for_the_same_teams_takes_its_place_and_one_for_others_does_not() -> None:
    shift = served()
    briefed(shift)
    briefed(shift.time("2027-01-13T09:00+00:00"), replace(TOLD, to=("Team South",)))
    now = at("2027-01-13T10:00+00:00")
    assert [each.state(now) for each in briefings(shift.case)] == ["current", "current"]
    briefed(shift.time("2027-01-13T11:00+00:00"), replace(TOLD, to=("Team North", "4502", "4503")))
    now = at("2027-01-13T12:00+00:00")
    assert [each.state(now) for each in briefings(shift.case)] == ["replaced", "current", "current"]


def test_each_officer_reads_it_once_and_after_its_last_day_nobody_does() -> None:
    shift = served()
    briefed(shift)
    shift.time("2027-01-12T13:00+00:00")
    assert isinstance(read_briefing(shift.officer("4502"), shift.case, newest(shift)), Entry)
    assert read_briefing(shift.officer("4502"), shift.case, newest(shift)) == Held(("state",))
    assert [each.by for each in newest(shift).reads] == ["4502"]
    shift.time("2027-01-26T00:00+00:00")
    assert read_briefing(shift.officer("4503"), shift.case, newest(shift)) == Held(("ended",))


def test_what_came_back_stands_with_its_question_and_to_whom_it_was_passed() -> None:
    shift = served()
    briefed(shift)
    known = newest(shift)
    about = (known, known.asks[0])
    seen = Found("seen", "Grey van by the gate, 08:40", "Sergeant 2210", at("2027-01-13T08:40+00:00"))
    return_answer(shift.time("2027-01-13T09:00+00:00").officer("4502"), shift.case, about, seen)
    back = newest(shift).asks[0].returned[0]
    assert (back.answer, back.passed_to, back.by) == ("seen", "Sergeant 2210", "4502")
    assert [each.item for each in newest(shift).open_asks] == [ACTION]


@pytest.mark.parametrize(
    ("place", "found", "because"),
    [
        (0, Found("done"), ("answer",)),
        (0, Found("seen"), ("words", "passed")),
        (0, Found("stopped", "At the gate"), ("passed",)),
        (1, Found("not done"), ("words",)),
        (1, Found("seen", "x", "y"), ("answer",)),
    ],
)
def test_an_answer_that_lacks_something_is_held(place: int, found: Found, because: tuple[str, ...]) -> None:
    shift = served()
    briefed(shift)
    known = newest(shift)
    assert return_answer(shift.officer(), shift.case, (known, known.asks[place]), found) == Held(because)
    assert newest(shift).asks[place].returned == ()


def test_what_it_begins_with_names_nobody_and_no_place() -> None:
    shift = served()
    shift.answer("sp-locks")
    shift.time("2027-01-14T12:00+00:00")
    terms = ("tm-molest",)
    record_order(shift.officer(), shift.case, OrderMade(at("2027-01-14T11:10+00:00"), 28, terms=terms))
    begun = drafted(shift.case, GUIDANCE)
    assert begun["npt-perps"] == "Suspect: K.F."
    assert "Last day 10 Feb 2027, until 24:00" in begun["npt-orders"]
    assert begun["npt-safety-plans"]
    whole = "\n".join(begun.values())
    assert not any(kept in whole for kept in ("Rania", "Mensah", "Farrow", "Lapwing"))
