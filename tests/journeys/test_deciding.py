"""A notice asked for with no signal and decided at the station: handset and console as two browsers, and
no signal between them while the referral is made and while a question is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from app.answers import Given, answer_item
from app.entry import Entry
from app.guidance import load
from app.incident import open_incident, record_person
from app.notebook import Notebook
from app.ports import Opened
from app.timekeeping import SystemClock
from storage.handset import Handset
from tests.journeys.hand import LOOK_MS, Hand, browser
from tests.journeys.stage import PIN, Stage

pytestmark = [pytest.mark.journey, pytest.mark.slow]

REFS = {"authorised": "TRN 3001/26", "refused": "TRN 3002/26", "asked": "TRN 3003/26"}
ANSWERS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "dv-age": ("yes", {"source": "PNC"}), "dv-assoc": ("yes", {"limb": "relatives"}),
    "dv-violence": ("yes", {}), "dv-necessary": ("yes", {}), "dv-cohabit": ("yes", {}),
    "dv-situation": ("no arrest, risk remains", {}), "dv-proportion": ("yes", {}),
    "dv-offence-first": ("yes", {}), "dv-not-custody-tool": ("yes", {}),
    "tm-molest": ("general", {}), "tm-no-entry": ("yes", {}),
}  # fmt: skip
WEIGHED = (
    ("Children's welfare considered", "Does not apply", "No children."),
    ("The victim's opinion considered", "Considered", "She wants him kept away."),
    ("The suspect's representations considered", "Considered", "He says it was a joke."),
)
OTHERS_THERE = "Opinion of others who live there"
QUESTION = "When was the last threat, and who heard it?"
REPLY = " Last threat 21:35, heard by the neighbour at 12."


@dataclass
class Scene:
    """The stack, its one phone in a hand, and the place of each incident."""

    stage: Stage
    hand: Hand
    chromium: Browser
    places: Mapping[str, str]

    def refer(self, name: str) -> None:
        """With the station out of reach."""
        self.stage.station.kill()
        self.hand.open(f"{self.places[name]}/check")
        self.hand.sees("Check before you send")
        self.send()

    def send(self) -> None:
        self.hand.choose("Duty supervisor")
        self.hand.tap("Send referral")
        self.hand.sees("Queued. It goes when there is signal")

    def contact(self) -> None:
        """The network is there again."""
        if not self.stage.station.answers:
            self.stage.station.start()
        self.hand.open("/send")
        self.hand.tap("Send now")
        self.hand.sees("All sent")

    def console(self, role: str, name: str) -> Page:
        """Signed in, with the referral open."""
        page = self.chromium.new_context(java_script_enabled=False).new_page()
        page.set_default_timeout(LOOK_MS)
        account = self.stage.accounts[role]
        page.goto(f"http://127.0.0.1:{self.stage.console_port}/")
        page.get_by_label("User name").fill(account["user"])
        page.get_by_label("Password").fill(account["password"])
        page.get_by_role("button", name="Sign in").click()
        page.locator("#waiting").get_by_role("link", name=REFS[name]).click()
        expect(page.get_by_role("heading", name=f"Referral {REFS[name]} R.M.")).to_be_visible()
        return page


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    stage = Stage(tmp_path_factory.mktemp("deciding") / "stack")
    stage.station.start()
    phone = stage.handset("handset-1")
    stage.enrol("handset-1", stage.near()[0])
    places = {name: f"/incident/{case}" for name, case in gathered(phone.folder).items()}
    stage.station.kill()
    phone.start()
    with browser() as chromium:
        hand = Hand.on(chromium, phone.url)
        hand.unlock(PIN)
        yield Scene(stage, hand, chromium, places)
    stage.end()


def gathered(folder: Path) -> dict[str, str]:
    """Three incidents on the locked phone, each with everything that a referral waits for."""
    clock = SystemClock()
    handset = Handset(folder, clock)
    opened = handset.vaults()[0].unlock(PIN)
    assert isinstance(opened, Opened)
    book = Notebook(opened.journal, clock, opened.enrolment.officer, load().version)
    try:
        return {name: incident(book, opened, ref) for name, ref in REFS.items()}
    finally:
        handset.close()


def incident(book: Notebook, opened: Opened, ref: str) -> str:
    case_id = open_incident(book, ref, book.clock.now(), {}).case
    for role, name in (("victim", "Rania Mockford"), ("suspect", "Jory Dalesworth")):
        case = opened.records.case(case_id)
        assert case is not None
        record_person(book, case, {"role": role, "name": name})
    for item, (answer, details) in ANSWERS.items():
        case = opened.records.case(case_id)
        assert case is not None
        given = Given(item, answer, reason="Held by the neck, marks filmed.", details=details)
        assert isinstance(answer_item(book, case, given), Entry)
    return case_id


def test_notice_asked_for_with_no_signal_is_authorised_and_the_phone_says_by_whom_on_what_terms(
    scene: Scene,
) -> None:
    scene.refer("authorised")
    scene.contact()
    page = scene.console("authorising officer", "authorised")
    page.get_by_role("link", name="Authorise the notice").click()
    weigh(page)
    page.get_by_label("How the terms are to read").fill("Not to come to her door.")
    page.get_by_label("Reasons").fill("Threat to kill; needed tonight.")
    page.get_by_label("In writing, now").check()
    page.get_by_role("button", name="Check before you authorise").click()
    expect(page.get_by_text("You sign as Superintendent 0087.")).to_be_visible()
    page.get_by_role("button", name="Authorise", exact=True).click()
    told = (r"Superintendent 0087, \d\d:\d\d", "No molestation", "No entry", "door", "Threat to kill")
    phone_tells(scene, page, "authorised", told)
    assert scene.hand.button("Send referral").count() == 0


def phone_tells(scene: Scene, page: Page, name: str, told: Sequence[str]) -> None:
    """What was recorded at the console stands on the incident and on the page of the referral."""
    expect(page.get_by_role("heading", name="Recorded", exact=True)).to_be_visible()
    scene.contact()
    hand, place = scene.hand, scene.places[name]
    hand.open(place)
    hand.sees(re.compile(f"{name.capitalize()} by Superintendent 0087"))
    hand.open(f"{place}/check")
    hand.sees_heading("The referral")
    for each in told:
        hand.sees(re.compile(each))


def weigh(page: Page) -> None:
    """Each of the four considerations, s.24(3)."""
    for title, how, words in (*WEIGHED, (OTHERS_THERE, "Does not apply", "Nobody else lives there.")):
        page.get_by_role("group", name=f"How: {title}").get_by_label(how).check()
        page.get_by_label(f"Content, or the steps taken: {title}").fill(words)


def test_notice_asked_for_with_no_signal_is_refused_and_the_phone_says_why_and_what_comes_next(
    scene: Scene,
) -> None:
    scene.refer("refused")
    scene.contact()
    page = scene.console("authorising officer", "refused")
    page.get_by_role("link", name="Refuse the notice").click()
    page.get_by_label("Reasons").fill("Bail conditions keep him away.")
    page.get_by_label("What is done instead").fill("bail terms checked tonight\nsp-alarm")
    page.get_by_role("button", name="Check before you refuse").click()
    page.get_by_role("button", name="Refuse", exact=True).click()
    told = ("Bail conditions keep him away", "bail terms checked tonight", "Look at risk and plan again")
    phone_tells(scene, page, "refused", told)
    hand, place = scene.hand, scene.places["refused"]
    hand.open(f"{place}/after")
    hand.sees(re.compile("notice was refused|Notice refused"))


def test_question_of_the_station_is_answered_with_no_signal_and_the_answer_is_read_at_the_console(
    scene: Scene,
) -> None:
    scene.refer("asked")
    scene.contact()
    page = scene.console("supervisor", "asked")
    page.get_by_role("link", name="Ask for more information").click()
    page.get_by_label("What is wanted").fill(QUESTION)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("heading", name="Recorded", exact=True)).to_be_visible()
    expect(mark(page)).to_be_visible()

    scene.contact()
    hand, place = scene.hand, scene.places["asked"]
    hand.open(f"{place}/check")
    hand.sees(re.compile(re.escape(QUESTION)))
    scene.stage.station.kill()
    hand.open(f"{place}/check/answer/dv-violence")
    hand.write(re.compile("^Say what violence or threat there was"), REPLY)
    hand.tap(re.compile("^(Save|Save and continue|Continue)$"))
    hand.sees("Check before you send")
    scene.send()
    scene.contact()

    again = scene.console("authorising officer", "asked")
    expect(again.get_by_text(REPLY.strip()).first).to_be_visible()
    expect(mark(again)).to_have_count(0)
    hand.open(f"{place}/check")
    hand.sees_heading("The referral")
    hand.sees_not(re.compile(re.escape(QUESTION)))


def mark(page: Page) -> Locator:
    """Beside the state of the referral."""
    return page.locator("dl.summary .tag", has_text="More information wanted")
