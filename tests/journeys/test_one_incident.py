"""One incident from the door to the console, by thumb and eye, with the station out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.guidance import load
from app.timekeeping import local
from tests.journeys.hand import LOOK_MS, Hand, browser
from tests.journeys.officer import Officer
from tests.journeys.stage import PIN, Part, Stage

pytestmark = [pytest.mark.journey, pytest.mark.slow]

REF = "TRN 2001/26"
OWN_PIN = "58203917"
NOTE = "Two cups on the table, one of them broken."
MORE = " Neighbour came down and asked"
AMENDED = "Calm. The lock was changed on Monday, not on Sunday."
SHORT = {"talk": 6, "contact": 4, "plan": 4}
TASKS = (
    "before",
    "safe",
    "talk",
    "children",
    "account",
    "evidence",
    "action",
    "risk",
    "dvpn",
    "contact",
    "plan",
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "stack")
    made.station.start()
    yield made
    made.end()


def enrolled_on_screen(stage: Stage, chromium: Browser) -> tuple[Hand, Part]:
    phone = stage.handset("handset-1")
    phone.start()
    hand = Hand.on(chromium, phone.url)
    hand.write(re.compile("^Station address"), stage.station_url)
    hand.write(re.compile("^Code"), stage.code(stage.near()[0]))
    hand.tap("Continue")
    hand.sees("Choose a PIN")
    hand.key_in(OWN_PIN)
    hand.tap("Continue")
    hand.sees("Enter the PIN again")
    hand.key_in(OWN_PIN)
    hand.tap("Continue")
    hand.sees("No incident is open")
    return hand, phone


def opened(hand: Hand, officer: Officer) -> str:
    """The place of a new incident with a victim, a suspect and a child."""
    hand.tap("Open an incident")
    hand.write(re.compile("^Reference"), REF)
    hand.write(re.compile("^Address"), "14 Larkspur Row, Northvale")
    hand.bring(hand.button("Open the incident")).dblclick()
    hand.sees("Still to be added")
    case = officer.place
    for who, name in (("victim", "Rania Mockford"), ("suspect", "Jory Dalesworth")):
        hand.tap(f"Add the {who}")
        hand.write("Name", name)
        if who == "suspect":
            hand.write_day("Date of birth", 2, 3, 1991)
        hand.tap("Save")
        hand.sees_heading("Incident")
    return case


def work(officer: Officer, case: str) -> None:
    for task in TASKS:
        officer.work(case, task, SHORT.get(task, 99))


def send_referral(hand: Hand, case: str) -> None:
    hand.open(f"{case}/check")
    hand.sees("Check before you send")
    hand.choose("Duty supervisor")
    hand.tap("Send referral")
    hand.sees("Queued. It goes when there is signal")


def visited(hand: Hand, case: str) -> None:
    """A visit agreed for today, made, written up and put right."""
    today = local(datetime.now(UTC))
    hand.open(f"{case}/visit/new")
    hand.sees_heading("Agree a visit")
    hand.write(re.compile("^Why this visit"), "Asked for it")
    hand.write_day("Day of the visit", today.day, today.month, today.year)
    hand.tap("Agree this visit")
    hand.tap(re.compile("Asked for it"))
    hand.choose("Done")
    hand.tap("Start visit")
    hand.choose("Seen and spoken to, alone")
    hand.tick("None of these")
    hand.write(re.compile("^Note"), "Calm. The lock was changed on Sunday.")
    hand.tap("Save visit")
    hand.tap("Save it with these unanswered")
    hand.tap(re.compile("^Open: put right|put right, see every version"))
    hand.tap("Put it right")
    hand.rewrite(re.compile("^Note"), AMENDED)
    hand.write(re.compile("^Why it is put right"), "Wrong day")
    hand.tap("Save the new version")
    hand.sees(re.compile("Version 2 of 2"))
    hand.sees(re.compile("on Sunday"))


def survives_kills(hand: Hand, phone: Part, case: str) -> None:
    """What was saved is there to the last letter; what was not is there as at the last Saved."""
    hand.open(f"{case}/task/evidence/ev-scene")
    hand.sees_heading("Film or photograph.*")
    hand.tap("Add a note")
    hand.write(re.compile("^Note"), NOTE)
    hand.sees(re.compile(r"^Saved \d\d:\d\d$"))
    came_back(hand, phone)
    assert hand.holds(re.compile("^Note")) == NOTE
    hand.write(re.compile("^Note"), MORE)
    came_back(hand, phone)
    kept = hand.holds(re.compile("^Note"))
    assert kept.startswith(NOTE)
    assert (NOTE + MORE).startswith(kept)


def came_back(hand: Hand, phone: Part) -> None:
    place = hand.page.url
    phone.kill()
    phone.start()
    hand.unlock(OWN_PIN)
    expect(hand.page).to_have_url(place, timeout=LOOK_MS)
    hand.sees_heading("Film or photograph.*")


def test_incident_worked_without_signal_survives_kills_and_is_read_at_the_station(
    stage: Stage, chromium: Browser
) -> None:
    hand, phone = enrolled_on_screen(stage, chromium)
    stage.station.kill()
    officer = Officer(hand, load(), {"arr-grounds": "not done"}, {"owner": stage.near()[0], "grade": "high"})
    case = opened(hand, officer)
    work(officer, case)
    send_referral(hand, case)
    visited(hand, case)
    survives_kills(hand, phone, case)

    hand.open("/send")
    hand.sees("On this phone")
    hand.sees_not(re.compile("^At station"))
    stage.station.start()
    hand.tap("Send now")
    hand.sees(re.compile(r"At station \d\d:\d\d"))
    hand.sees("All sent")
    assert [url for url in hand.asked_outside if not url.endswith("/rive_native.js")] == []

    reads_on_second_handset(stage, chromium)
    reads_on_console(stage, chromium)


def reads_on_second_handset(stage: Stage, chromium: Browser) -> None:
    other = stage.handset("handset-2")
    stage.enrol("handset-2", stage.near()[1])
    other.start()
    hand = Hand.on(chromium, other.url)
    hand.unlock(PIN)
    hand.tap(re.compile(r"^R\.M\. TRN 2001"))
    hand.sees_heading("Incident")
    hand.tap(re.compile("^Welfare visits"))
    hand.tap(re.compile("Asked for it"))
    hand.sees(re.compile(re.escape(AMENDED)))


def reads_on_console(stage: Stage, chromium: Browser) -> None:
    page = chromium.new_context().new_page()
    account = stage.accounts["supervisor"]
    page.goto(f"http://127.0.0.1:{stage.console_port}/")
    page.get_by_label("User name").fill(account["user"])
    page.get_by_label("Password").fill(account["password"])
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("table").first.get_by_role("rowheader", name=REF)).to_have_count(1)
    page.goto(f"http://127.0.0.1:{stage.console_port}/referrals")
    expect(page.get_by_text(REF).first).to_be_visible()
    page.get_by_role("link", name=REF).first.click()
    expect(page.get_by_role("heading", name=f"{REF} R.M.")).to_be_visible()
    expect(page.get_by_text("Referred").first).to_be_visible()
    expect(page.get_by_text("Names, dates of birth, addresses")).to_be_visible()
    page.get_by_role("link", name="The whole incident").click()
    expect(page.get_by_text(re.compile("Asked for it")).first).to_be_visible()
