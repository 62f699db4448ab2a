"""What a thumb and an eye do on the phone, through the same tree that a screen reader reads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, Request, ViewportSize, expect, sync_playwright

SCREEN: ViewportSize = {"width": 390, "height": 844}
LOOK_MS = 20_000
TRIES, SOON_MS = 5, 1_500
SCROLLS, UPPER, LOWER = 8, 110, 750
TWO_FRAMES = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
STILL_MS, STILL_LOOKS = 400, 20
Scheme = Literal["light", "dark"]


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium. RuntimeError with the next step when it is not there."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise RuntimeError("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-background-networking", "--no-first-run"],
        )
        yield opened
        opened.close()


@dataclass
class Hand:
    """One phone in one hand."""

    page: Page
    asked_outside: list[str]

    @classmethod
    def on(cls, opened: Browser, url: str, scheme: Scheme = "light") -> Hand:
        context = opened.new_context(
            viewport=SCREEN, device_scale_factor=2, color_scheme=scheme, ignore_https_errors=True
        )
        outside: list[str] = []
        page = context.new_page()
        here = re.compile(r"^(https?|wss?)://(127\.0\.0\.1|localhost)[:/]|^data:|^blob:")

        def noted(asked: Request) -> None:
            if not here.match(asked.url):
                outside.append(asked.url)

        page.on("request", noted)
        page.route(lambda address: not here.match(address), lambda route: route.abort())
        page.set_default_timeout(LOOK_MS)
        page.goto(url)
        hand = cls(page, outside)
        hand.wake()
        return hand

    def wake(self) -> None:
        """Switch the accessibility tree on, as a screen reader does."""
        self.page.wait_for_selector("flt-semantics-placeholder", state="attached")
        self.page.eval_on_selector("flt-semantics-placeholder", "asked => asked.click()")

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=name).first

    def tap(self, name: str | re.Pattern[str]) -> None:
        self.bring(self.button(name)).click()

    def bring(self, target: Locator) -> Locator:
        """Scroll as a thumb does until the target is in sight, and wait until the page has come to rest."""
        expect(target).to_be_attached(timeout=LOOK_MS)
        for _ in range(SCROLLS):
            top, bottom = self.resting(target)
            if top >= UPPER and bottom <= LOWER:
                break
            self.page.mouse.move(SCREEN["width"] / 2, SCREEN["height"] / 2)
            self.page.mouse.wheel(0, top - SCREEN["height"] / 3)
            if self.resting(target) == (top, bottom):
                break
        return target

    def resting(self, target: Locator) -> tuple[float, float]:
        """Upper and lower edge of the target once two looks agree."""
        before = None
        while True:
            box = target.bounding_box()
            here = (box["y"], box["y"] + box["height"]) if box else (0.0, 0.0)
            if here == before:
                return here
            before = here
            self.page.evaluate(TWO_FRAMES)
            self.page.evaluate(TWO_FRAMES)

    def radio(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("radio", name=name, exact=True).first

    def choose(self, name: str | re.Pattern[str]) -> None:
        self.bring(self.radio(name)).click()
        expect(self.radio(name)).to_be_checked(timeout=LOOK_MS)

    def tick(self, name: str | re.Pattern[str]) -> None:
        box = self.bring(self.page.get_by_role("checkbox", name=name).first)
        box.click()
        expect(box).to_be_checked(timeout=LOOK_MS)

    def write(self, label: str | re.Pattern[str], words: str) -> None:
        """Type at the end of what the field holds."""
        field = self.bring(self.field(label))
        for _ in range(TRIES):
            field.click()
            if self.focused(field):
                break
        expect(field).to_be_focused(timeout=LOOK_MS)
        self.page.evaluate(TWO_FRAMES)
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(words)
        expect(field).to_have_value(re.compile(re.escape(words) + "$"), timeout=LOOK_MS)

    def focused(self, field: Locator) -> bool:
        """Whether the tap reached it: on a page that still moves, a person looks and taps again."""
        try:
            expect(field).to_be_focused(timeout=SOON_MS)
        except AssertionError:
            return False
        return True

    def holds(self, label: str | re.Pattern[str]) -> str:
        """What stands in a field; the tree tells it only of the field that has the focus."""
        self.write(label, "")
        return self.field(label).input_value()

    def rewrite(self, label: str | re.Pattern[str], words: str) -> None:
        """In place of what the field holds."""
        self.write(label, "")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)
        expect(self.field(label)).to_have_value(words, timeout=LOOK_MS)

    def write_day(self, label: str, day: int, month: int, year: int) -> None:
        for part, number in (("Day", day), ("Month", month), ("Year", year)):
            self.write(f"{label}: {part}", str(number))

    def field(self, label: str | re.Pattern[str]) -> Locator:
        return self.page.locator("input, textarea").and_(self.page.get_by_label(label)).first

    def key_in(self, digits: str) -> None:
        for digit in digits:
            self.page.get_by_role("button", name=digit, exact=True).click()

    def sees_key_pad(self) -> None:
        expect(self.page.get_by_role("button", name="5", exact=True)).to_be_attached(timeout=LOOK_MS)

    def unlock(self, pin: str) -> None:
        """The PIN on the keyboard, each digit once the last has its mark, until the keypad is gone."""
        self.sees_key_pad()
        for count, digit in enumerate(pin, start=1):
            self.page.keyboard.type(digit)
            self.sees(f"{count} digits typed")
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("button", name="5", exact=True)).not_to_be_attached(timeout=LOOK_MS)

    def open(self, place: str) -> None:
        """Go to a place as the browser's own history does, without a reload."""
        moved = (
            "place => { history.pushState(null, '', place); dispatchEvent(new PopStateEvent('popstate')) }"
        )
        self.page.evaluate(moved, place)

    def settle(self, other: bytes = b"") -> bytes:
        """Until two looks in a row see the same, and not `other`. What they see. For pictures only."""
        before = b""
        for _ in range(STILL_LOOKS):
            self.page.wait_for_timeout(STILL_MS)
            now = self.page.screenshot()
            if now == before and now != other:
                return now
            before = now
        raise AssertionError("the screen does not come to rest on another picture")

    def words(self, text: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_text(text).or_(self.page.get_by_label(text)).first

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.words(text)).to_be_attached(timeout=LOOK_MS)

    def sees_heading(self, pattern: str) -> None:
        named = self.page.get_by_role("heading", name=re.compile(f"^{pattern}$"))
        expect(named.first).to_be_attached(timeout=LOOK_MS)

    def sees_not(self, text: str | re.Pattern[str]) -> None:
        expect(self.words(text)).not_to_be_attached(timeout=LOOK_MS)

    def picture(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path)
