"""The console in a real browser: narrow and wide, light and dark, without script, nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.notebook import Notebook
from tests.journeys.hand import Scheme, browser
from tests.station.handset import EnrolledHandset, enrolled
from tests.station.process import Process

pytestmark = pytest.mark.journey
SIZES = {"phone": ViewportSize(width=390, height=844), "desk": ViewportSize(width=1280, height=900)}
PAGES = (
    "/", "/incident/c-1", "/incident/c-1/documents", "/incident/c-1/documents/court_pack", "/referrals",
    "/visits", "/handsets", "/incident/c-1/brief", "/incident/c-1/briefings", "/incident/c-1/marker",
)  # fmt: skip


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """One incident has reached it, from a handset, over TLS."""
    made = Process(tmp_path_factory.mktemp("look") / "station")
    made.told("training")
    made.start()
    handset = enrolled(made)
    write(handset)
    assert handset.sync().failed is None
    yield made
    made.stop()


def write(handset: EnrolledHandset) -> None:
    book = Notebook(handset.journal, handset.clock, handset.offer.enrolment.officer, "test")
    at = handset.clock.now().isoformat()
    for kind, body in (
        ("incident_opened", {"ref": "TRAIN-LOOK-1", "report_at": at}),
        ("person_recorded", {"person": "p-1", "role": "victim", "name": "Rania Mensah-Testwood"}),
        ("answered", {"item": "vic-own-words", "answer": "done", "note": "A long note. " * 60}),
        ("answered", {"item": "ev-scene", "answer": "done", "note": "x" * 300}),
        ("risk_graded", {"grade": "high", "reason": "Threat", "replaces": None}),
        ("referral_sent", {"to": "2210", "items": {}}),
        ("order_made", {"made_at": at, "days": 28, "court": "Exampleton"}),
        ("visits_planned", {"grade": "high", "order_made": at, "days": 28}),
    ):
        book.write("c-1", kind, body)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


class Look:
    """Somebody signed in as supervisor; `outside` is every address asked for that is not the station's."""

    def __init__(self, chromium: Browser, station: Process, size: str, scheme: Scheme, script: bool) -> None:
        self.base = f"http://127.0.0.1:{station.console_port}"
        context = chromium.new_context(
            viewport=SIZES[size], color_scheme=scheme, java_script_enabled=script, bypass_csp=script
        )
        self.outside: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda asked: self._note(asked.url))
        self.page.goto(f"{self.base}/")
        self.page.get_by_label("User name").fill("training-supervisor")
        self.page.get_by_label("Password").fill("training-supervisor-door")
        self.page.get_by_role("button", name="Sign in").click()

    def _note(self, url: str) -> None:
        if not url.startswith(self.base):
            self.outside.append(url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_fits_and_has_nothing_that_bars_anybody(size, scheme, chromium, station):
    look = Look(chromium, station, size, scheme, script=True)
    for path in PAGES:
        look.page.goto(look.base + path)
        assert look.page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"], path
        found = Axe().run(look.page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], path
    assert look.outside == []


def test_incident_is_found_and_read_without_any_script(chromium, station):
    look = Look(chromium, station, "phone", "light", script=False)
    page = look.page
    page.get_by_role("link", name="Visits", exact=True).click()
    page.get_by_role("link", name="TRAIN-LOOK-1").first.click()
    assert page.get_by_role("heading", name="TRAIN-LOOK-1 R.M.").is_visible()
    assert page.get_by_text("A long note.").first.is_visible()
    page.get_by_role("button", name="Sign out").click()
    assert page.get_by_role("heading", name="Sign in").is_visible()
    page.goto(f"{look.base}/visits")
    assert page.get_by_role("heading", name="Sign in").is_visible()
    assert look.outside == []


def test_keyboard_alone_reaches_the_record(chromium, station):
    look = Look(chromium, station, "desk", "light", script=True)
    look.page.bring_to_front()
    for _ in range(5):  # A browser that is still busy lets the first keys of a new page fall.
        look.page.keyboard.press("Tab")
        if look.page.evaluate("document.activeElement !== document.body"):
            break
    expect(look.page.get_by_text("Skip to main content")).to_be_focused()
    for _ in range(30):
        look.page.keyboard.press("Tab")
        if look.page.evaluate("document.activeElement.textContent") == "TRAIN-LOOK-1":
            break
    look.page.keyboard.press("Enter")
    look.page.wait_for_url("**/incident/c-1")
