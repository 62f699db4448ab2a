"""Deciding in a real browser, with a real handset at the other end that is out of signal meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

from app import kinds
from app.facts.decided import standing
from app.notebook import Notebook
from tests.journeys.hand import Scheme, browser
from tests.station.console.referred import ANSWERS
from tests.station.handset import EnrolledHandset, enrolled
from tests.station.process import Process

pytestmark = pytest.mark.journey
SIZES = {"phone": ViewportSize(width=390, height=844), "desk": ViewportSize(width=1280, height=900)}
FORMS = (
    "/referral/c-1", "/referral/c-1/authorise", "/referral/c-1/refuse", "/referral/c-1/consider",
    "/referral/c-1/ask", "/referral/c-1/endorse", "/referral/c-1/withdraw", "/incident/c-1/hearing",
    "/incident/c-1/adjournment", "/incident/c-1/order", "/incident/c-1/result", "/incident/c-1/close",
    "/incident/c-1/owner",
)  # fmt: skip


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    made = Process(tmp_path_factory.mktemp("deciding") / "station")
    made.told("training")
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def handset(station: Process) -> EnrolledHandset:
    return enrolled(station)


def refer(handset: EnrolledHandset, case: str) -> None:
    """Written out of signal, and sent at the next contact."""
    book = Notebook(handset.journal, handset.clock, handset.offer.enrolment.officer, "test")
    book.write(case, kinds.INCIDENT_OPENED, {"ref": f"TRAIN-LOOK-{case}"})
    for person, role, name in (("p-1", "victim", "Rania Mensah-Testwood"), ("p-2", "suspect", "Kit Farrow")):
        book.write(case, kinds.PERSON_RECORDED, {"person": person, "role": role, "name": name})
    for item, answer in ANSWERS.items():
        book.write(case, kinds.ANSWERED, {"item": item, "answer": answer, "reason": "x" * 300})
    book.write(case, kinds.REFERRAL_SENT, {"to": "2210", "items": {}})
    assert handset.sync().failed is None


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def signed_in(chromium: Browser, station: Process, size: str, scheme: Scheme, script: bool) -> Page:
    context = chromium.new_context(
        viewport=SIZES[size], color_scheme=scheme, java_script_enabled=script, bypass_csp=script,
        base_url=f"http://127.0.0.1:{station.console_port}",
    )  # fmt: skip
    page = context.new_page()
    page.goto("/")
    page.get_by_label("User name").fill("training-authorising")
    page.get_by_label("Password").fill("training-authorising-door")
    page.get_by_role("button", name="Sign in").click()
    return page


def barred(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def wider(page: Page, size: str) -> list[str]:
    """The innermost things that make the page wider than the window; empty where it fits."""
    if page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]:
        return []
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
            .map(each => each.outerHTML.slice(0, 120))"""
    )
    return found or ["the page"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_form_fits_and_bars_nobody_empty_wrong_and_asked_once_more(
    size, scheme, chromium, station, handset
):
    refer(handset, "c-1")
    page = signed_in(chromium, station, size, scheme, script=True)
    for path in FORMS:
        page.goto(path)
        assert wider(page, size) == [], path
        assert barred(page) == [], path
        if path.count("/") > 2:
            page.locator("form.wide button").click()
            page.get_by_role("heading", name="There is a problem").wait_for()
            page.wait_for_load_state("load")
            assert page.get_by_role("heading", name="There is a problem").is_visible(), path
            assert wider(page, size) == [], path
            assert barred(page) == [], f"{path} with problems"
    page.goto("/referral/c-1/refuse")
    page.get_by_label("Reasons").fill("Bail is enough. " * 40)
    page.get_by_label("What is done instead").fill("bail terms\n" + "x" * 200)
    page.get_by_role("button", name="Check before you refuse").click()
    page.get_by_role("heading", name="Check before it is recorded").wait_for()
    assert page.get_by_role("button", name="Refuse", exact=True).is_visible()
    page.wait_for_load_state("load")
    assert wider(page, size) == []
    assert barred(page) == []


def authorise(page: Page) -> None:
    page.get_by_role("link", name="Authorise the notice").click()
    for group, words in (
        ("How: Children's welfare considered", "No children."),
        ("How: The victim's opinion considered", "She wants him kept away."),
        ("How: The suspect's representations considered", "He says it was a joke."),
    ):
        asked = page.get_by_role("group", name=group)
        choice = "Does not apply" if "Children" in group else "Considered"
        asked.get_by_label(choice).check()
        page.get_by_label(f"Content, or the steps taken: {group.removeprefix('How: ')}").fill(words)
    page.get_by_label("Both").check()
    page.get_by_label("How the terms are to read").fill("Not to come to her door.")
    page.get_by_label("Reasons").fill("Threat to kill; needed tonight.")
    page.get_by_label("In writing, now").check()
    page.get_by_role("button", name="Check before you authorise").click()


def test_notice_is_authorised_without_any_script_and_reaches_the_handset_that_was_away(
    chromium, station, handset
):
    refer(handset, "c-2")
    page = signed_in(chromium, station, "desk", "light", script=False)
    page.locator("#waiting").get_by_role("link", name="TRAIN-LOOK-c-2").click()
    authorise(page)
    assert page.get_by_text("You sign as Superintendent 0087.").is_visible()
    known = handset.journal.records.case("c-2")
    assert known is not None
    assert known.referral.state == "referred"
    page.get_by_role("button", name="Authorise").click()
    assert page.get_by_role("heading", name="Recorded", exact=True).is_visible()
    page.reload()
    page.evaluate("history.back()")  # the form is kept nowhere: the browser has nothing to send again
    assert handset.sync().failed is None
    known = handset.journal.records.case("c-2")
    assert known is not None
    decision = standing(known)
    assert decision is not None
    assert (known.referral.state, decision.by, decision.rank) == ("authorised", "0087", "Superintendent")
    assert len(known.decisions) == 1


def test_question_goes_down_and_the_answer_comes_up_with_the_case_changed_meanwhile(
    chromium, station, handset
):
    refer(handset, "c-3")
    page = signed_in(chromium, station, "phone", "dark", script=False)
    page.goto("/referral/c-3")
    page.get_by_role("link", name="Ask for more information").click()
    page.get_by_label("What is wanted").fill("When was the last threat?")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("link", name="Refuse the notice").click()
    assert handset.sync().failed is None
    known = handset.journal.records.case("c-3")
    assert known is not None
    assert known.referral.marks == ("more_information_wanted",)
    book = Notebook(handset.journal, handset.clock, handset.offer.enrolment.officer, "test")
    book.write("c-3", kinds.ANSWERED, {"item": "dv-violence", "answer": "yes", "reason": "At 21:35"})
    book.write("c-3", kinds.REFERRAL_SENT, {"to": "2210", "items": {}})
    assert handset.sync().failed is None
    page.get_by_label("Reasons").fill("No grounds.")
    page.get_by_label("What is done instead").fill("bail terms")
    page.get_by_role("button", name="Check before you refuse").click()
    page.get_by_role("button", name="Refuse").click()
    assert page.get_by_role("heading", name="Changed since you opened it").is_visible()
    assert page.get_by_text("At 21:35").is_visible()
    assert page.get_by_label("Reasons").input_value() == "No grounds."


@pytest.mark.parametrize("size", SIZES)
def test_tasks_and_the_form_that_gives_one_to_somebody_fit_and_bar_nobody(size, chromium, station, handset):
    case = f"c-tasks-{size}"
    refer(handset, case)
    book = Notebook(handset.journal, handset.clock, handset.offer.enrolment.officer, "test")
    book.write(case, kinds.NOTICE_SERVED, {"served_at": handset.clock.now().isoformat()})
    assert handset.sync().failed is None
    page = signed_in(chromium, station, size, "dark", script=True)
    page.goto(f"/incident/{case}/owner")
    assert (wider(page, size), barred(page)) == ([], [])
    page.get_by_label("Brief the local team").check()
    page.get_by_role("button", name="Record", exact=True).click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    page.wait_for_load_state("load")
    assert (wider(page, size), barred(page)) == ([], [])
    page.get_by_label("Who does it").fill("Northvale team 3")
    page.get_by_role("button", name="Record", exact=True).click()
    page.get_by_role("heading", name="Recorded", exact=True).wait_for()
    page.wait_for_load_state("load")
    assert page.get_by_role("row", name="Brief the local team").get_by_text("Northvale team 3").is_visible()
    assert (wider(page, size), barred(page)) == ([], [])
