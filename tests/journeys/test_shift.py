"""A shift with six visits on two handsets: shared at the station, worked with no signal, then sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.entry import Entry
from app.guidance import load
from app.incident import open_incident, record_person
from app.notebook import Notebook
from app.ports import Opened
from app.timekeeping import LONDON, SystemClock
from app.visits.visiting import agree_visit
from storage.handset import Handset
from tests.journeys.hand import LOOK_MS, Hand, browser
from tests.journeys.stage import PIN, Stage

pytestmark = [pytest.mark.journey, pytest.mark.slow]

WHO = {"A.B.": "Anwen Birch", "C.D.": "Cass Dunmore", "E.F.": "Edda Fallow", "G.H.": "Gita Hollin",
       "I.J.": "Iris Jessop", "K.L.": "Kay Lorne"}  # fmt: skip
ALONE = "Seen and spoken to, alone"
NOTE = "Calm. Keys were given back on Sunday."


@dataclass
class Shift:
    """Two phones that hold the same six visits of today; `mine` and `theirs` are the officers' numbers."""

    stage: Stage
    chromium: Browser
    mine: str
    theirs: str
    hands: list[Hand] = field(default_factory=list)


@pytest.fixture
def shift(tmp_path: Path) -> Iterator[Shift]:
    stage = Stage(tmp_path / "stack")
    try:
        stage.station.start()
        with browser() as chromium:
            yield shared(stage, chromium)
    finally:
        stage.end()


def shared(stage: Stage, chromium: Browser) -> Shift:
    """Two phones of one area on which the station's copy of the six visits has arrived."""
    mine, theirs = stage.near()
    here = Shift(stage, chromium, mine, theirs)
    for name, officer in (("handset-1", mine), ("handset-2", theirs)):
        phone = stage.handset(name)
        stage.enrol(name, officer)
        if officer == mine:
            six_visits(phone.folder)
        phone.start()
        hand = Hand.on(chromium, phone.url)
        hand.unlock(PIN)
        all_sent(hand)
        here.hands.append(hand)
    return here


def six_visits(folder: Path) -> None:
    """Written on the locked phone: six incidents, each with a visit agreed for today."""
    clock = SystemClock()
    handset = Handset(folder, clock)
    opened = handset.vaults()[0].unlock(PIN)
    assert isinstance(opened, Opened)
    book = Notebook(opened.journal, clock, opened.enrolment.officer, load().version)
    today = clock.now().astimezone(LONDON).date()
    try:
        for number, (initials, name) in enumerate(WHO.items(), start=1):
            case_id = open_incident(book, f"TRN 40{number:02}/26", clock.now(), {}).case
            case = opened.records.case(case_id)
            assert case is not None
            record_person(book, case, {"role": "victim", "name": name})
            case = opened.records.case(case_id)
            assert case is not None
            assert isinstance(agree_visit(book, case, today, {"why": f"Asked by {initials}"}), Entry)
    finally:
        handset.close()


def take(hand: Hand, whose: str) -> None:
    hand.open("/visits")
    hand.tap(f"I take it, {whose}")
    expect(hand.button(f"I take it, {whose}")).not_to_be_attached(timeout=LOOK_MS)


def made(hand: Hand, whose: str, outcome: str) -> None:
    """From the list to the door and back: started, seen or not, written up."""
    hand.open("/visits")
    hand.tap(re.compile(f"Asked by {whose}"))
    hand.choose("Done")
    hand.tap("Start visit")
    hand.choose(outcome)
    hand.tick("None of these")
    hand.write(re.compile("^Note"), NOTE)
    hand.tap("Save visit")
    if outcome == ALONE:
        hand.tap("Save it with these unanswered")
    hand.sees("Recorded")


def test_six_visits_of_a_shift_are_shared_worked_with_no_signal_and_none_is_lost(shift: Shift) -> None:
    first, second = shift.hands
    for hand in (first, second):
        hand.open("/visits")
        for whose in WHO:
            hand.sees(re.compile(f"Asked by {whose}"))
    shift.stage.station.kill()

    for hand, whose in ((first, "A.B."), (first, "C.D."), (second, "C.D."), (second, "E.F.")):
        take(hand, whose)
    made(first, "A.B.", ALONE)
    made(first, "G.H.", "Spoke by phone only")
    made(second, "E.F.", ALONE)
    ends_with_unsent_work_in_words(second)

    shift.stage.station.start()
    for hand, whose in ((first, "I.J."), (second, "K.L."), (first, "G.H.")):
        take(hand, whose)
        all_sent(hand)
    for hand in (first, second):
        hand.open("/visits")
        hand.sees(re.compile(r"both took it\. Agree who goes; the other gives it back"))
        hand.sees_not(re.compile("Asked by A.B."))
        hand.sees_not(re.compile("Asked by E.F."))
        hand.sees(re.compile("Asked by G.H."))

    second.tap("I give it back, C.D.")
    second.sees(re.compile(f"Taken by {shift.mine}"))
    all_sent(second)
    made(first, "I.J.", ALONE)
    all_sent(first)
    first.open("/visits")
    first.sees("You take it")
    first.sees_not(re.compile("both took it"))
    reads_on_console(shift)


def all_sent(hand: Hand) -> None:
    """What was just written has woken the line."""
    hand.open("/send")
    hand.sees("All sent")


def ends_with_unsent_work_in_words(hand: Hand) -> None:
    """The end of the shift is not silent about what the station has not got."""
    hand.open("/visits/end")
    hand.sees(re.compile(r"\d+ records are not sent: .*Visit"))
    hand.tap("End the shift")
    hand.sees("Before you go")
    hand.sees("Lock the phone all the same")


def reads_on_console(shift: Shift) -> None:
    """What both phones hold the station has too: three visits done, three to do."""
    page = shift.chromium.new_context(java_script_enabled=False).new_page()
    account = shift.stage.accounts["supervisor"]
    page.goto(f"http://127.0.0.1:{shift.stage.console_port}/visits")
    page.get_by_label("User name").fill(account["user"])
    page.get_by_label("Password").fill(account["password"])
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"http://127.0.0.1:{shift.stage.console_port}/visits")
    for caption, whose in (
        ("Visits not yet made", ("C.D.", "G.H.", "K.L.")),
        ("Visits made: seen in person", ("A.B.", "E.F.", "I.J.")),
    ):
        table = page.get_by_role("table", name=re.compile(caption))
        found = {each for row in table.get_by_role("row").all_inner_texts() for each in WHO if each in row}
        assert found == set(whose)
